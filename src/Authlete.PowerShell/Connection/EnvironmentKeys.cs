using System;
using Authlete.ApiClient.Api;
using Authlete.ApiClient.Transport;

namespace Authlete.PowerShell.Connection;

/// <summary>The environment variables, named as the vendor's own libraries name them.</summary>
internal static class EnvironmentKeys
{
    public const string BaseUrl = "AUTHLETE_BASE_URL";

    private const string ServicesKey = "AUTHLETE_SERVICE_APIKEY";
    private const string OwnersKey = "AUTHLETE_SERVICEOWNER_APIKEY";

    /// <summary>The pairs of the kinds asked for; null where there is none. Half a pair is an error.</summary>
    public static KeySource? Read(params CredentialKind[] kinds)
    {
        var service = Array.IndexOf(kinds, CredentialKind.Service) >= 0 ? Pair(ServicesKey, "AUTHLETE_SERVICE_APISECRET") : null;
        var owner = Array.IndexOf(kinds, CredentialKind.ServiceOwner) >= 0 ? Pair(OwnersKey, "AUTHLETE_SERVICEOWNER_APISECRET") : null;
        if (service is null && owner is null)
        {
            return null;
        }

        var baseUrl = Value(BaseUrl);
        return new KeySource(
            service,
            owner,
            baseUrl is null ? null : BaseUris.Parse(baseUrl, "environment variable " + BaseUrl),
            "the environment variable " + (service is null ? OwnersKey : ServicesKey))
        {
            OwnersDescription = "the environment variable " + OwnersKey,
        };
    }

    private static ApiCredential? Pair(string keyName, string secretName)
    {
        var key = Value(keyName);
        var secret = Value(secretName);
        return key is null && secret is null
            ? null
            : KeyPairs.Create(key, secret, "the environment variables " + keyName + " and " + secretName);
    }

    private static string? Value(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
