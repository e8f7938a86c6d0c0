using System;
using Authlete.ApiClient.Json;
using Authlete.ApiClient.Transport;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>The call of one record with everything that its answer needs: the parameters aren't read again, so several records can be in flight.</summary>
/// <param name="Call">The call.</param>
internal sealed record PreparedCall(ApiCall Call)
{
    /// <summary>An identifier of what is acted on, for errors; never a secret. Null names the operation.</summary>
    public string? Target { get; init; }

    /// <summary>Whether the call reads a list, or a page of one: if it fails, the list can't be read to its end.</summary>
    public bool IsList { get; init; }

    /// <summary>Whether nothing is written when the call succeeds.</summary>
    public bool IsSilent { get; init; }

    /// <summary>The client to name in an answer that doesn't name it.</summary>
    public string? ClientId { get; init; }

    /// <summary>Turns a failure that is none here into an answer; null for other failures.</summary>
    public Func<AuthleteApiException, JsonView?>? Recover { get; init; }

    /// <summary>Gives the call to make after a failure; null for failures that are final.</summary>
    public Func<AuthleteApiException, ApiCall?>? FindAlternative { get; init; }

    /// <summary>Turns the answer into what is written; null writes the answer.</summary>
    public Func<JsonView, object?>? Project { get; init; }

    /// <summary>What to warn of when the answer has no body.</summary>
    public string? WarningWithoutBody { get; init; }

    /// <summary>Corrects the answer if an attempt before it may have arrived, and returns a warning; null if there is nothing to correct.</summary>
    public Func<JsonView, string?>? CorrectRepeated { get; init; }
}
