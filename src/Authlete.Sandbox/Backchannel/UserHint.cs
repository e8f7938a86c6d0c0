using System.Globalization;
using System.Linq;
using Authlete.Sandbox.Protocol;
using Authlete.Sandbox.State;
using Authlete.Sandbox.Tokens;

namespace Authlete.Sandbox.Backchannel;

/// <summary>The hint that identifies the user of a backchannel authentication request.</summary>
/// <param name="Type">The API's name of the kind.</param>
/// <param name="Value">The received hint.</param>
/// <param name="Subject">The user in an ID token hint.</param>
internal sealed record UserHint(string Type, string Value, string? Subject)
{
    private static readonly string[] s_kinds = ["login_hint", "login_hint_token", "id_token_hint"];

    public static UserHint Read(DirectRequest request)
    {
        var given = s_kinds.Where(kind => request.Optional(kind) is not null).ToList();
        if (given.Count == 0)
        {
            throw Invalid("A174301", "The request does not name its user.");
        }

        if (given.Count > 1)
        {
            throw Invalid("A174302", "The request names its user in several ways.");
        }

        var value = request.Parameters.First(given[0])!;
        return new UserHint(given[0].ToUpperInvariant(), value, given[0] == "id_token_hint" ? SubjectOf(request.Client, value) : null);
    }

    /// <summary>The expiration and the signature of an ID token hint aren't checked.</summary>
    private static string SubjectOf(ClientRecord client, string idToken)
    {
        if (Jws.IsEncrypted(idToken))
        {
            throw Invalid("A175303", "The ID token in id_token_hint is encrypted.");
        }

        var token = Jws.Parse(idToken) ?? throw Invalid("A175301", "The value of id_token_hint is not an ID token.");
        if (token.Algorithm is null or "none")
        {
            throw Invalid("A175302", "The ID token in id_token_hint is not signed.");
        }

        if (token.Claims is null)
        {
            throw Invalid("A175304", "The payload of the ID token in id_token_hint is not a JSON object.");
        }

        if (token.Text("iss") is not { } issuer)
        {
            throw Invalid("A175305", "The ID token in id_token_hint does not tell its issuer.");
        }

        if (issuer != client.Service.Issuer)
        {
            throw Invalid("A175306", "The ID token in id_token_hint is of another issuer.");
        }

        if (token.Audience is not { } audience)
        {
            throw Invalid("A175307", "The ID token in id_token_hint does not tell whom it is for.");
        }

        if (!audience.Contains(client.Id.ToString(CultureInfo.InvariantCulture)))
        {
            throw Invalid(audience.Count == 1 ? "A175309" : "A175308", "The ID token in id_token_hint is for another client.");
        }

        return token.Text("sub") ?? throw Invalid("A175310", "The ID token in id_token_hint does not tell its user.");
    }

    private static ProtocolException Invalid(string code, string text) => new(code, OAuthErrors.InvalidRequest, text);
}
