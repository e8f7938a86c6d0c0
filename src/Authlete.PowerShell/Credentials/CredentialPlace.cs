namespace Authlete.PowerShell.Credentials;

/// <summary>Descriptions of the source of a credential, for messages.</summary>
/// <param name="Source">The description of the whole credential, such as a parameter.</param>
/// <param name="Key">The description of its API key.</param>
/// <param name="Secret">The description of its API secret.</param>
internal sealed record CredentialPlace(string Source, string Key, string Secret)
{
    public static CredentialPlace OfPSCredential(string source) => new(source, "the user name of " + source, "the password of " + source);

    public static CredentialPlace OfText(string source) => new(source, "the API key in " + source, "the API secret in " + source);

    public static CredentialPlace OfMembers(string source, string key, string secret) =>
        new($"{source} ({key}, {secret})", $"{key} in {source}", $"{secret} in {source}");

    public static CredentialPlace OfVariables(string key, string secret) =>
        new($"the environment variables {key} and {secret}", "the environment variable " + key, "the environment variable " + secret);
}
