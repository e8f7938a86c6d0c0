using System;
using Authlete.ApiClient.Api;
using Authlete.ApiClient.Transport;
using Authlete.PowerShell.Errors;

namespace Authlete.PowerShell.Credentials;

/// <summary>Reads the environment variables, which have the same names as in Authlete's own libraries.</summary>
internal static class EnvironmentCredentials
{
    private const string BaseUrl = "AUTHLETE_BASE_URL";

    /// <summary>The description of the variable of the base URI, for messages.</summary>
    public const string BaseUriSource = "environment variable " + BaseUrl;

    /// <summary>Returns the credential of a kind; null if there is none. Throws if either the key or the secret is missing.</summary>
    public static ApiCredential? Find(CredentialKind kind)
    {
        var (keyName, secretName) = NamesOf(kind);
        var key = GetValue(keyName);
        var secret = GetValue(secretName);
        return key is null && secret is null ? null : ApiCredentials.Create(key, secret, CredentialPlace.OfVariables(keyName, secretName));
    }

    /// <summary>Returns the base URI; null if the variable isn't set. Throws if it is empty, because the host would be a guess.</summary>
    public static Uri? FindBaseUri() =>
        Environment.GetEnvironmentVariable(BaseUrl) is not { } text ? null
        : string.IsNullOrWhiteSpace(text) ? throw SetupErrors.EmptyBaseUri(BaseUriSource)
        : BaseUris.Parse(text, BaseUriSource);

    /// <summary>Describes the variables of a kind of credential, for messages.</summary>
    public static string Describe(CredentialKind kind) => $"the environment variables {NamesOf(kind).Key} and {NamesOf(kind).Secret}";

    private static (string Key, string Secret) NamesOf(CredentialKind kind) =>
        kind == CredentialKind.ServiceOwner
            ? ("AUTHLETE_SERVICEOWNER_APIKEY", "AUTHLETE_SERVICEOWNER_APISECRET")
            : ("AUTHLETE_SERVICE_APIKEY", "AUTHLETE_SERVICE_APISECRET");

    private static string? GetValue(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
