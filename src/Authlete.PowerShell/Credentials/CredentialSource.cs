using System;
using Authlete.ApiClient.Api;
using Authlete.ApiClient.Transport;

namespace Authlete.PowerShell.Credentials;

/// <summary>The credentials from one source, and the base URI if the source specifies one.</summary>
/// <param name="Service">The service's credential.</param>
/// <param name="ServiceOwner">The service owner's credential.</param>
/// <param name="BaseUri">The base URI that the source specifies; null for none.</param>
/// <param name="Description">The description of the source, for messages.</param>
internal sealed record CredentialSource(ApiCredential? Service, ApiCredential? ServiceOwner, Uri? BaseUri, string Description)
{
    /// <summary>Initializes a source with one credential.</summary>
    public CredentialSource(ApiCredential credential, CredentialKind kind, string description)
        : this(
            kind == CredentialKind.ServiceOwner ? null : credential,
            kind == CredentialKind.ServiceOwner ? credential : null,
            null,
            description
        ) { }

    /// <summary>The description of the source of the service owner's credential, for messages.</summary>
    public string ServiceOwnerDescription { get; init; } = Description;

    /// <summary>Whether the source is the environment, which has its own base URI.</summary>
    public bool IsEnvironment { get; init; }

    public ApiCredential? GetCredential(CredentialKind kind) => kind == CredentialKind.ServiceOwner ? ServiceOwner : Service;
}
