using System;
using System.Collections.Generic;

namespace Authlete.Configuration.Rules;

/// <summary>Facts about clients and services that several rules need.</summary>
internal static class ClientFacts
{
    public const string Public = "PUBLIC";
    public const string Confidential = "CONFIDENTIAL";
    public const string NoAuthentication = "NONE";

    /// <summary>The algorithms that a client registers for signatures.</summary>
    public static readonly IReadOnlyList<string> SignAlgs =
    [
        "authorizationSignAlg",
        "bcRequestSignAlg",
        "idTokenSignAlg",
        "requestSignAlg",
        "tokenAuthSignAlg",
        "userInfoSignAlg",
    ];

    public static string ClientType(this SettingsReader client) => client.Text("clientType") ?? Public;

    public static bool IsPublic(this SettingsReader client) => client.ClientType() == Public;

    public static bool IsConfidential(this SettingsReader client) => client.ClientType() == Confidential;

    public static string TokenAuthMethod(this SettingsReader client) => client.Text("tokenAuthMethod") ?? NoAuthentication;

    /// <summary>Whether the client authenticates with its secret.</summary>
    public static bool UsesSecret(this SettingsReader client) =>
        client.TokenAuthMethod().StartsWith("CLIENT_SECRET_", StringComparison.Ordinal);

    /// <summary>Whether the client can use the authorization code flow.</summary>
    public static bool UsesCode(this SettingsReader client)
    {
        if (!client.Has("grantTypes", "AUTHORIZATION_CODE"))
        {
            return false;
        }

        var types = client.Texts("responseTypes");
        for (var i = 0; i < types.Count; i++)
        {
            if (types[i].StartsWith("CODE", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return types.Count == 0;
    }

    /// <summary>Whether the client's settings indicate that it sends request objects.</summary>
    public static bool UsesRequestObjects(this SettingsReader client) =>
        client.Flag("requestObjectRequired")
        || client.Text("requestSignAlg") is not null
        || client.Text("requestEncryptionAlg") is not null
        || client.Texts("requestUris").Count > 0;

    public static bool IsSymmetric(string alg) => alg.StartsWith("HS", StringComparison.Ordinal);

    /// <summary>Whether the tokens of a client are bound to a certificate.</summary>
    public static bool BindsToCertificate(SettingsReader client, SettingsReader service) =>
        client.Flag("tlsClientCertificateBoundAccessTokens") && service.Flag("tlsClientCertificateBoundAccessTokens");

    /// <summary>Whether the tokens of a client are bound to a key or certificate.</summary>
    public static bool IsSenderConstrained(SettingsReader client, SettingsReader service) =>
        BindsToCertificate(client, service) || client.Flag("dpopRequired");

    /// <summary>The first of these values that a list contains, in the order of the values; null if it contains none.</summary>
    public static string? FirstOf(this SettingsReader settings, string list, IReadOnlyList<string> values)
    {
        for (var i = 0; i < values.Count; i++)
        {
            if (settings.Has(list, values[i]))
            {
                return values[i];
            }
        }

        return null;
    }

    /// <summary>The first value of a list, in ordinal order, that another list doesn't contain; null if it contains all.</summary>
    public static string? FirstBeyond(this SettingsReader settings, string list, IReadOnlyList<string> allowed)
    {
        var texts = settings.Texts(list);
        string? found = null;
        for (var i = 0; i < texts.Count; i++)
        {
            if ((found is null || string.CompareOrdinal(texts[i], found) < 0) && !IsIn(allowed, texts[i]))
            {
                found = texts[i];
            }
        }

        return found;
    }

    /// <summary>Whether a list contains a string.</summary>
    public static bool IsIn(IReadOnlyList<string> texts, string? text)
    {
        for (var i = 0; i < texts.Count; i++)
        {
            if (string.Equals(texts[i], text, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The value of a scope's attribute; null if the scope doesn't have it.</summary>
    public static string? AttributeOf(SettingsReader scope, string key)
    {
        foreach (var attribute in scope.Objects("attributes"))
        {
            if (attribute.Text("key") == key)
            {
                return attribute.Text("value") ?? "";
            }
        }

        return null;
    }
}
