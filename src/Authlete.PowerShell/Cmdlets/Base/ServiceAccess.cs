using Authlete.ApiClient.Models;
using Authlete.ApiClient.Transport;
using Authlete.PowerShell.Errors;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>A service, and the API and credential with which to read its clients.</summary>
/// <param name="ApiKey">The API key of the service.</param>
/// <param name="Api">The API.</param>
/// <param name="Credential">The credential of the service.</param>
/// <param name="Origin">The destination of calls, for errors.</param>
/// <param name="Service">The service's own settings. Null if they weren't read.</param>
internal sealed record ServiceAccess(string ApiKey, AuthleteApi Api, ApiCredential Credential, CallOrigin Origin, Service? Service)
{
    /// <summary>The credential of the service owner. Null if there is none.</summary>
    public ApiCredential? Owner { get; init; }

    /// <summary>The destination of the service owner's calls, for errors.</summary>
    public CallOrigin OwnerOrigin { get; init; } = Origin;
}
