using System;
using Authlete.ApiClient.Api;
using Authlete.ApiClient.Models;
using Authlete.ApiClient.Transport;

namespace Authlete.PowerShell.Errors;

/// <summary>Finds out whether Authlete 3.0, a different product, refused a call, by its challenge, its host or its version.</summary>
internal static class Version3Detection
{
    /// <summary>Whether the refusal or its host is that of Authlete 3.0.</summary>
    public static bool IsVersion3(AuthleteApiException failure, Uri baseUri) =>
        failure.LooksLikeVersion3 || (failure.StatusCode is >= 300 and < 500 && IsRegionalCluster(baseUri));

    /// <summary>If the status can be that of Authlete 3.0, requests the server's version without a credential and records the result in the failure.</summary>
    /// <param name="failure">The refusal.</param>
    /// <param name="send">Sends a call with a credential.</param>
    public static void AskServer(AuthleteApiException failure, Func<ApiCall, ApiCredential?, OperationResult> send)
    {
        if (failure.StatusCode is not (400 or 401 or 403 or 404))
        {
            return;
        }

        try
        {
            failure.LooksLikeVersion3 |=
                send(new ApiCall(Operations.Info), null).Body is InfoResponse { Version: { } version }
                && version.StartsWith("3", StringComparison.Ordinal);
        }
        catch (AuthleteApiException)
        {
            // Without a version, the refusal stays as it is.
        }
    }

    // api.authlete.com is 2.x.
    private static bool IsRegionalCluster(Uri baseUri) =>
        baseUri.Host.ToLowerInvariant()
            is "us.authlete.com"
                or "eu.authlete.com"
                or "jp.authlete.com"
                or "br.authlete.com"
                or "login.authlete.com";
}
