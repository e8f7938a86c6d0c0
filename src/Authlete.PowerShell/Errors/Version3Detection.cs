using System;
using Authlete.ApiClient.Api;
using Authlete.ApiClient.Models;
using Authlete.ApiClient.Transport;

namespace Authlete.PowerShell.Errors;

/// <summary>Tells whether Authlete 3.0, a different product, has refused a call: by its challenge, its host, or its version.</summary>
internal static class Version3Detection
{
    /// <summary>Whether the refusal or the host that it came from is Authlete 3.0's.</summary>
    public static bool IsVersion3(AuthleteApiException failure, Uri baseUri) =>
        failure.LooksLikeVersion3 || (failure.StatusCode is >= 300 and < 500 && IsRegionalCluster(baseUri));

    /// <summary>Asks the server for its version, without a credential, if the status lets the refusal be Authlete 3.0's, and notes the answer in the failure.</summary>
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
            // A server that does not tell its version leaves the refusal as it is.
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
