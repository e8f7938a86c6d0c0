using System;
using Authlete.ApiClient.Json;
using Authlete.ApiClient.Transport;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>The call of one record, with all that its response needs. The parameters aren't read again, so several records can be in flight.</summary>
/// <param name="Call">The call.</param>
internal sealed record PreparedCall(ApiCall Call)
{
    /// <summary>The identifier of the object to act on, for errors. Never a secret. If null, errors contain the operation.</summary>
    public string? Target { get; init; }

    /// <summary>Whether the call reads a list or a page of a list. If it fails, the list can't be read to its end.</summary>
    public bool IsList { get; init; }

    /// <summary>Whether nothing is written when the call succeeds.</summary>
    public bool IsSilent { get; init; }

    /// <summary>The client ID to add to a response that lacks it.</summary>
    public string? ClientId { get; init; }

    /// <summary>Converts a failure that isn't an error of this cmdlet to a response. Returns null for other failures.</summary>
    public Func<AuthleteApiException, JsonView?>? Recover { get; init; }

    /// <summary>Returns the call to make after a failure. Returns null for failures that are final.</summary>
    public Func<AuthleteApiException, ApiCall?>? FindAlternative { get; init; }

    /// <summary>Converts the response to the output. If null, the output is the response.</summary>
    public Func<JsonView, object?>? Project { get; init; }

    /// <summary>The warning if the response has no body.</summary>
    public string? WarningWithoutBody { get; init; }

    /// <summary>Corrects the response if an attempt before it may have arrived, and returns a warning. Returns null if there is nothing to correct.</summary>
    public Func<JsonView, string?>? CorrectRepeated { get; init; }
}
