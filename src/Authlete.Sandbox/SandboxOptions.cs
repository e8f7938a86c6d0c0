using System;

namespace Authlete.Sandbox;

/// <summary>How a <see cref="SandboxServer"/> is started.</summary>
public sealed class SandboxOptions
{
    /// <summary>The TCP port on the loopback interface; 0 takes any free one.</summary>
    public int Port { get; init; }

    /// <summary>The clock behind every expiry, timestamp and delay.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Whether answers with a result code start with the member <c>type</c>, as real ones do.</summary>
    public bool ResponseType { get; init; } = true;

    /// <summary>
    /// Whether a client or a service keeps members that its type does not have. A real server has types and drops them; one that is
    /// newer than this sandbox would know them.
    /// </summary>
    public bool KeepUnknownMembers { get; init; }

    /// <summary>The API key of the seeded service, decimal digits; random when not given.</summary>
    public string? ServiceApiKey { get; init; }

    /// <summary>The API secret of the seeded service; random when not given.</summary>
    public string? ServiceApiSecret { get; init; }

    /// <summary>The API key of the service owner, decimal digits; random when not given.</summary>
    public string? ServiceOwnerApiKey { get; init; }

    /// <summary>The API secret of the service owner; random when not given.</summary>
    public string? ServiceOwnerApiSecret { get; init; }
}
