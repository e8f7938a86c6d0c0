namespace Authlete.PowerShell.Credentials;

/// <summary>Where a credential is, in words.</summary>
/// <param name="Source">The whole credential, such as a parameter.</param>
/// <param name="Key">The API key in it.</param>
/// <param name="Secret">The API secret in it.</param>
internal sealed record CredentialPlace(string Source, string Key, string Secret)
{
    public static CredentialPlace OfPSCredential(string source) => new(source, "the user name of " + source, "the password of " + source);

    public static CredentialPlace OfText(string source) => new(source, "the API key in " + source, "the API secret in " + source);

    public static CredentialPlace OfMembers(string source, string key, string secret) =>
        new($"{source} ({key}, {secret})", $"{key} in {source}", $"{secret} in {source}");

    public static CredentialPlace OfVariables(string key, string secret) =>
        new($"the environment variables {key} and {secret}", "the environment variable " + key, "the environment variable " + secret);
}
