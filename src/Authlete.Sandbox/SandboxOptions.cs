using System;

namespace Authlete.Sandbox;

/// <summary>Options for starting a <see cref="SandboxServer"/>.</summary>
public sealed class SandboxOptions
{
    /// <summary>The TCP port on the loopback interface; 0 for any free port.</summary>
    public int Port { get; init; }

    /// <summary>The clock for all expirations, timestamps, and delays.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Whether responses with a result code start with the member <c>type</c>, as those of a real server do.</summary>
    public bool ResponseType { get; init; } = true;

    /// <summary>
    /// Whether a client or a service keeps members that its type doesn't have. A real server drops them; a server that is newer
    /// than this sandbox might know them.
    /// </summary>
    public bool KeepUnknownMembers { get; init; }

    /// <summary>The API key of the initial service, in decimal digits; random by default.</summary>
    public string? ServiceApiKey { get; init; }

    /// <summary>The API secret of the initial service; random by default.</summary>
    public string? ServiceApiSecret { get; init; }

    /// <summary>The API key of the service owner, in decimal digits; random by default.</summary>
    public string? ServiceOwnerApiKey { get; init; }

    /// <summary>The API secret of the service owner; random by default.</summary>
    public string? ServiceOwnerApiSecret { get; init; }
}
