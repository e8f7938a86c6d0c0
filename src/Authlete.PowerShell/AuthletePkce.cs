using System.Security.Cryptography;
using System.Text;
using Authlete.ApiClient.Encodings;

namespace Authlete.PowerShell;

/// <summary>A code verifier and its challenge (RFC 7636).</summary>
public sealed class AuthletePkce
{
    private AuthletePkce(string codeVerifier, string codeChallenge, string codeChallengeMethod)
    {
        CodeVerifier = codeVerifier;
        CodeChallenge = codeChallenge;
        CodeChallengeMethod = codeChallengeMethod;
    }

    /// <summary>The verifier, for the token request.</summary>
    public string CodeVerifier { get; }

    /// <summary>The challenge, for the authorization request.</summary>
    public string CodeChallenge { get; }

    /// <summary>The method of the challenge.</summary>
    public string CodeChallengeMethod { get; }

    /// <summary>Creates a verifier from 32 random bytes, and its S256 challenge.</summary>
    internal static AuthletePkce Create()
    {
        var random = new byte[32];
        using (var generator = RandomNumberGenerator.Create())
        {
            generator.GetBytes(random);
        }

        var verifier = Base64Url.Encode(random);
        using var sha = SHA256.Create();
        return new AuthletePkce(verifier, Base64Url.Encode(sha.ComputeHash(Encoding.ASCII.GetBytes(verifier))), "S256");
    }
}
