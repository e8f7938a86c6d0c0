using Authlete.ApiClient.Models;
using Authlete.ApiClient.Transport;
using Authlete.PowerShell.Errors;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>A service and how its clients are read.</summary>
/// <param name="ApiKey">The API key of the service.</param>
/// <param name="Api">The API.</param>
/// <param name="Credential">The credential of the service.</param>
/// <param name="Origin">Where calls go, for errors.</param>
/// <param name="Service">The service's own settings; null if they weren't read.</param>
internal sealed record ServiceAccess(string ApiKey, AuthleteApi Api, ApiCredential Credential, CallOrigin Origin, Service? Service)
{
    /// <summary>The credential of the service owner; null if there is none.</summary>
    public ApiCredential? Owner { get; init; }

    /// <summary>Where calls of the service owner go, for errors.</summary>
    public CallOrigin OwnerOrigin { get; init; } = Origin;
}
