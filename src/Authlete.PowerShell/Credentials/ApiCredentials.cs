using System;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using Authlete.ApiClient.Transport;
using Authlete.PowerShell.Binding;
using Authlete.PowerShell.Errors;

namespace Authlete.PowerShell.Credentials;

/// <summary>Creates credentials, and rejects values that can't be valid before they are sent.</summary>
internal static class ApiCredentials
{
    private const string BearerScheme = "Bearer ";

    // The length of 256 bits as base64url. API secrets and access tokens of Authlete have it; API keys are decimal numbers.
    private const int TokenLength = 43;

    // The length of 512 bits as base64url.
    private const int ClientSecretLength = 86;

    private const string Quotes = "\"'`\u2018\u2019\u201C\u201D";

    public static ApiCredential FromPSCredential(PSCredential credential, string source) =>
        Create(credential.UserName, TextValues.Reveal(credential.Password), CredentialPlace.OfPSCredential(source));

    public static ApiCredential Create(string? key, string? secret, CredentialPlace place)
    {
        if (string.IsNullOrEmpty(key) || string.IsNullOrEmpty(secret))
        {
            throw SetupErrors.HalfCredential(place.Source, string.IsNullOrEmpty(key) ? "API key" : "API secret");
        }

        if (LooksLikeToken(key!))
        {
            throw SetupErrors.TokenAsApiKey(place.Source);
        }

        RejectFlaw(key!, place.Key);
        RejectFlaw(secret!, place.Secret);
        if (key!.IndexOf(':') >= 0)
        {
            throw SetupErrors.MalformedCredential(place.Key, "contains a colon, which separates key and secret when they are sent");
        }

        return new ApiCredential(key, secret!);
    }

    /// <summary>Rejects white space and invisible characters at the ends of a key or secret, which copying or files can add.</summary>
    private static void RejectFlaw(string value, string place)
    {
        var flaw =
            value.TrimEnd('\r', '\n').Length < value.Length
                ? "ends with a line break, as text of Get-Content -Raw does: remove it, with .Trim() for example"
            : IsBlank(value[0]) || IsBlank(value[value.Length - 1]) ? "begins or ends with white space: remove it"
            : Quotes.IndexOf(value[0]) >= 0 || Quotes.IndexOf(value[value.Length - 1]) >= 0
                ? "has quotes around it that are part of the value: remove them"
            : value.Any(char.IsControl) ? "contains a control character"
            : null;
        if (flaw is not null)
        {
            throw SetupErrors.MalformedCredential(place, flaw);
        }
    }

    // Format characters, such as a byte order mark, are invisible too but not white space.
    private static bool IsBlank(char c) => char.IsWhiteSpace(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format;

    public static bool LooksLikeToken(string key) =>
        key.StartsWith(BearerScheme, StringComparison.OrdinalIgnoreCase)
        || (key.StartsWith("eyJ", StringComparison.Ordinal) && key.Count(c => c == '.') >= 2)
        || (
            key.Length is TokenLength or ClientSecretLength
            && key.All(c => char.IsLetterOrDigit(c) || c is '-' or '_')
            && key.Any(char.IsUpper)
            && key.Any(char.IsLower)
            && key.Any(char.IsDigit)
        );
}
