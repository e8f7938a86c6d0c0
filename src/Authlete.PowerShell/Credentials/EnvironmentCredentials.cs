using System;
using Authlete.ApiClient.Api;
using Authlete.ApiClient.Transport;
using Authlete.PowerShell.Errors;

namespace Authlete.PowerShell.Credentials;

/// <summary>The environment variables, named as the vendor's own libraries name them.</summary>
internal static class EnvironmentCredentials
{
    private const string BaseUrl = "AUTHLETE_BASE_URL";

    /// <summary>The variable of the base URI, in words.</summary>
    public const string BaseUriSource = "environment variable " + BaseUrl;

    /// <summary>The credential of a kind; null if there is none. A key without its secret, or a secret without its key, is an error.</summary>
    public static ApiCredential? Find(CredentialKind kind)
    {
        var (keyName, secretName) = NamesOf(kind);
        var key = GetValue(keyName);
        var secret = GetValue(secretName);
        return key is null && secret is null ? null : ApiCredentials.Create(key, secret, CredentialPlace.OfVariables(keyName, secretName));
    }

    /// <summary>The base URI; null if the variable is not set. One that is set but empty is an error: its host would be guessed.</summary>
    public static Uri? FindBaseUri() =>
        Environment.GetEnvironmentVariable(BaseUrl) is not { } text ? null
        : string.IsNullOrWhiteSpace(text) ? throw SetupErrors.EmptyBaseUri(BaseUriSource)
        : BaseUris.Parse(text, BaseUriSource);

    /// <summary>Where the credential of a kind is, in words.</summary>
    public static string Describe(CredentialKind kind) => $"the environment variables {NamesOf(kind).Key} and {NamesOf(kind).Secret}";

    private static (string Key, string Secret) NamesOf(CredentialKind kind) =>
        kind == CredentialKind.ServiceOwner
            ? ("AUTHLETE_SERVICEOWNER_APIKEY", "AUTHLETE_SERVICEOWNER_APISECRET")
            : ("AUTHLETE_SERVICE_APIKEY", "AUTHLETE_SERVICE_APISECRET");

    private static string? GetValue(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
