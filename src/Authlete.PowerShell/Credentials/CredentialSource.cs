using System;
using Authlete.ApiClient.Api;
using Authlete.ApiClient.Transport;

namespace Authlete.PowerShell.Credentials;

/// <summary>The credentials that one source holds, and the base URI if it names one.</summary>
/// <param name="Service">The service's credential.</param>
/// <param name="ServiceOwner">The service owner's credential.</param>
/// <param name="BaseUri">The base URI that the source names.</param>
/// <param name="Description">The source in words.</param>
internal sealed record CredentialSource(ApiCredential? Service, ApiCredential? ServiceOwner, Uri? BaseUri, string Description)
{
    /// <summary>Makes a source that holds one credential.</summary>
    public CredentialSource(ApiCredential credential, CredentialKind kind, string description)
        : this(
            kind == CredentialKind.ServiceOwner ? null : credential,
            kind == CredentialKind.ServiceOwner ? credential : null,
            null,
            description
        ) { }

    /// <summary>Where the service owner's credential of the source is, in words.</summary>
    public string ServiceOwnerDescription { get; init; } = Description;

    /// <summary>Whether the source is the environment, which names its base URI itself.</summary>
    public bool IsEnvironment { get; init; }

    public ApiCredential? GetCredential(CredentialKind kind) => kind == CredentialKind.ServiceOwner ? ServiceOwner : Service;
}
