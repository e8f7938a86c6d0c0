using System;
using Authlete.ApiClient.Api;
using Authlete.ApiClient.Transport;

namespace Authlete.PowerShell.Credentials;

/// <summary>The environment variables, named as the vendor's own libraries name them.</summary>
internal static class EnvironmentCredentials
{
    private const string BaseUrl = "AUTHLETE_BASE_URL";

    /// <summary>The credential of a kind; null if there is none. A key without its secret, or a secret without its key, is an error.</summary>
    public static ApiCredential? Find(CredentialKind kind)
    {
        var (keyName, secretName) = NamesOf(kind);
        var key = GetValue(keyName);
        var secret = GetValue(secretName);
        return key is null && secret is null
            ? null
            : ApiCredentials.Create(key, secret, "the environment variables " + keyName + " and " + secretName);
    }

    public static Uri? FindBaseUri() => GetValue(BaseUrl) is { } text ? BaseUris.Parse(text, "environment variable " + BaseUrl) : null;

    /// <summary>Where the credential of a kind is, in words.</summary>
    public static string Describe(CredentialKind kind) => "the environment variable " + NamesOf(kind).Key;

    private static (string Key, string Secret) NamesOf(CredentialKind kind) =>
        kind == CredentialKind.ServiceOwner
            ? ("AUTHLETE_SERVICEOWNER_APIKEY", "AUTHLETE_SERVICEOWNER_APISECRET")
            : ("AUTHLETE_SERVICE_APIKEY", "AUTHLETE_SERVICE_APISECRET");

    private static string? GetValue(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
