using System;
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

    public static ApiCredential FromPSCredential(PSCredential credential, string source) =>
        Create(credential.UserName, TextValues.Reveal(credential.Password), source);

    public static ApiCredential Create(string? key, string? secret, string source)
    {
        if (string.IsNullOrEmpty(key) || string.IsNullOrEmpty(secret))
        {
            throw SetupErrors.HalfCredential(source, string.IsNullOrEmpty(key) ? "API key" : "API secret");
        }

        if (LooksLikeToken(key!))
        {
            throw SetupErrors.TokenAsApiKey(source);
        }

        if (key!.Any(c => c == ':' || char.IsControl(c)) || secret!.Any(char.IsControl))
        {
            throw SetupErrors.MalformedCredential(source);
        }

        return new ApiCredential(key!, secret!);
    }

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
