using System;
using Authlete.ApiClient.Api;

namespace Authlete.PowerShell.Errors;

/// <summary>The endpoint and the credential of a call.</summary>
/// <param name="BaseUri">The base URI that was called.</param>
/// <param name="Kind">The kind of the credential.</param>
/// <param name="ApiKey">The API key of the credential.</param>
/// <param name="CredentialSource">The source of the credential, in words.</param>
internal sealed record CallOrigin(Uri BaseUri, CredentialKind Kind, string? ApiKey, string CredentialSource)
{
    /// <summary>The actual kind of the credential, if it was determined.</summary>
    public CredentialKind? ActualKind { get; init; }
}
