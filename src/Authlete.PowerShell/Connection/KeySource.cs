using System;
using Authlete.ApiClient.Api;
using Authlete.ApiClient.Transport;

namespace Authlete.PowerShell.Connection;

/// <summary>The pairs that one source holds, and the base URI where it names one.</summary>
/// <param name="Service">The service's pair.</param>
/// <param name="ServiceOwner">The service owner's pair.</param>
/// <param name="BaseUri">The base URI that the source names.</param>
/// <param name="Description">The source in words.</param>
internal sealed record KeySource(ApiCredential? Service, ApiCredential? ServiceOwner, Uri? BaseUri, string Description)
{
    /// <summary>Where the owner's pair of the source is, in words.</summary>
    public string OwnersDescription { get; init; } = Description;

    public ApiCredential? Keys(CredentialKind kind) => kind == CredentialKind.ServiceOwner ? ServiceOwner : Service;
}
