using System;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using Authlete.ApiClient.Transport;
using Authlete.PowerShell.Binding;
using Authlete.PowerShell.Errors;

namespace Authlete.PowerShell.Credentials;

/// <summary>Makes credentials, and refuses what can't be one before it is sent anywhere.</summary>
internal static class ApiCredentials
{
    private const string BearerScheme = "Bearer ";

    // base64url of 256 random bits: what an API secret or an access token of Authlete looks like, and an API key (a decimal number) does not.
    private const int TokenLength = 43;

    // The same of 512 bits.
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

    /// <summary>Points at what copying and files add to a key or a secret: neither ever begins or ends with it.</summary>
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

    // A byte order mark and its like are no white space, and as invisible.
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
