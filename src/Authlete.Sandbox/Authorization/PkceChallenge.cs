using System;
using System.Buffers.Text;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using Authlete.Sandbox.Protocol;
using Authlete.Sandbox.State;

namespace Authlete.Sandbox.Authorization;

/// <summary>Proof Key for Code Exchange (RFC 7636).</summary>
internal static class PkceChallenge
{
    private const string Plain = "plain";
    private const string S256 = "S256";

    /// <summary>Reads the challenge of an authorization request; null if it is missing and not required.</summary>
    public static (string Challenge, string Method)? Read(ClientRecord client, FormParameters parameters)
    {
        if (parameters.IsRepeated("code_challenge"))
        {
            throw Refused("A124303", "code_challenge is given more than once.");
        }

        if (parameters.IsRepeated("code_challenge_method"))
        {
            throw Refused("A124305", "code_challenge_method is given more than once.");
        }

        var challenge = parameters.First("code_challenge");
        if (challenge is null)
        {
            return IsRequired(client, "pkceRequired") ? throw Refused("A124301", "code_challenge is missing.") : null;
        }

        if (challenge.Length == 0)
        {
            throw Refused("A124302", "code_challenge is empty.");
        }

        if (!IsWellFormed(challenge))
        {
            throw Refused("A124304", "code_challenge has a bad format.");
        }

        var method = parameters.First("code_challenge_method");
        if (method is not (null or Plain or S256))
        {
            throw Refused("A124306", "code_challenge_method is unknown.");
        }

        if (IsRequired(client, "pkceS256Required"))
        {
            if (method is null)
            {
                throw Refused("A124307", "code_challenge_method must be given as S256.");
            }

            if (method != S256)
            {
                throw Refused("A124308", "Only S256 is allowed as code_challenge_method.");
            }
        }

        return (challenge, method ?? Plain);
    }

    /// <summary>Checks the verifier of a token request against the challenge.</summary>
    public static void Verify(AuthorizationRequest request, FormParameters parameters)
    {
        if (parameters.IsRepeated("code_verifier"))
        {
            throw Refused("A050314", "code_verifier is given more than once.");
        }

        var verifier = parameters.First("code_verifier");
        if (request.CodeChallenge is null)
        {
            if (verifier is not null)
            {
                throw NotGranted("A050317", "code_verifier is given although the authorization request had no code_challenge.");
            }

            return;
        }

        if (verifier is null)
        {
            throw NotGranted("A050312", "code_verifier is missing.");
        }

        if (verifier.Length == 0)
        {
            throw NotGranted("A050313", "code_verifier is empty.");
        }

        if (!IsWellFormed(verifier))
        {
            throw NotGranted("A050316", "code_verifier has a bad format.");
        }

        var computed =
            request.CodeChallengeMethod == S256 ? Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))) : verifier;
        if (!Secrets.AreEqual(request.CodeChallenge, computed))
        {
            throw NotGranted("A050315", "code_verifier does not fit the code_challenge.");
        }
    }

    private static bool IsRequired(ClientRecord client, string flag) => client.Document.Flag(flag) || client.Service.Document.Flag(flag);

    private static bool IsWellFormed(string value) =>
        value.Length is >= 43 and <= 128
        && value.All(character => char.IsAsciiLetterOrDigit(character) || "-._~".Contains(character, StringComparison.Ordinal));

    private static ProtocolException Refused(string code, string text) => new(code, OAuthErrors.InvalidRequest, text);

    private static ProtocolException NotGranted(string code, string text) => new(code, OAuthErrors.InvalidGrant, text);
}
