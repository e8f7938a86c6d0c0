using System;
using Authlete.ApiClient.Api;

namespace Authlete.PowerShell.Errors;

/// <summary>Where a call went, and which credential it was sent with.</summary>
/// <param name="BaseUri">The base URI that was called.</param>
/// <param name="Kind">The kind of the credential.</param>
/// <param name="ApiKey">The API key of the credential.</param>
/// <param name="CredentialSource">Where the credential came from, in words.</param>
internal sealed record CallOrigin(Uri BaseUri, CredentialKind Kind, string? ApiKey, string CredentialSource)
{
    /// <summary>The kind that the credential turned out to be, if that was tried.</summary>
    public CredentialKind? ActualKind { get; init; }
}
