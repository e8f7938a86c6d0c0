using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using Authlete.Sandbox.Api;
using Authlete.Sandbox.Protocol;
using Authlete.Sandbox.State;
using Authlete.Sandbox.Tokens;

namespace Authlete.Sandbox.Backchannel;

/// <summary>A request whose parameters are in a JWT (CIBA Core, section 7.1.1). The signature must be asymmetric.</summary>
internal static class SignedBackchannelRequest
{
    /// <summary>Parameters for client authentication, which stay outside the JWT.</summary>
    private static readonly string[] s_outside = ["client_id", "client_secret", "client_assertion", "client_assertion_type", "request"];

    private static readonly string[] s_timeClaims = ["exp", "iat", "nbf"];

    private static readonly string[] s_registered = ["iss", "aud", "exp", "iat", "nbf", "jti"];

    /// <summary>The request with the parameters of the JWT, or the request itself if a JWT is missing and not required.</summary>
    public static DirectRequest Resolve(DirectRequest request)
    {
        if (request.Optional("request") is not { } text)
        {
            // CIBA Core, section 4: a client with a signing algorithm signs its requests.
            return request.Client.BackchannelRequestSignAlg is null
                ? request
                : throw Invalid("A167303", "The client must sign its requests.");
        }

        if (request.Parameters.Names.Except(s_outside).Any())
        {
            throw Invalid("A167301", "Parameters stand beside a signed request.");
        }

        if (Jws.IsEncrypted(text))
        {
            throw Invalid("A167304", "The signed request is encrypted.");
        }

        var jwt = Jws.Parse(text) ?? throw Invalid("A167302", "The signed request is not a JWT.");
        CheckAlgorithm(request.Client, jwt);
        CheckSignature(request.Client, jwt);
        CheckClaims(request, jwt);
        return request with { Parameters = FormParameters.Of(Parameters(jwt.Claims!)) };
    }

    private static void CheckAlgorithm(ClientRecord client, Jws jwt)
    {
        if (jwt.Algorithm is null or "none")
        {
            throw Invalid("A167303", "The request is not signed.");
        }

        if (jwt.Claims is null)
        {
            throw Invalid("A167305", "The payload of the signed request is not a JSON object.");
        }

        if (jwt.IsSymmetric)
        {
            throw Invalid("A167308", "The request is not signed with an asymmetric algorithm.");
        }

        var registered = client.BackchannelRequestSignAlg ?? throw Invalid("A167309", "The client has no algorithm to sign requests with.");
        if (jwt.Algorithm != registered)
        {
            throw Invalid("A167310", "The request is signed with another algorithm than the client has registered.");
        }
    }

    private static void CheckSignature(ClientRecord client, Jws jwt)
    {
        var keys = ClientKeys.Find(client, jwt) ?? throw Invalid("A167311", "The client has registered no JWK Set.");
        if (keys.Count == 0)
        {
            throw Invalid("A167312", "The client's JWK Set has no key to verify the request with.");
        }

        if (keys.Count > 1)
        {
            throw Invalid("A167313", "The client's JWK Set has several keys that fit the request.");
        }

        if (!jwt.IsSignedBy(keys[0]))
        {
            throw Invalid("A167314", "The signature of the request is wrong.");
        }
    }

    private static void CheckClaims(DirectRequest request, Jws jwt)
    {
        var claims = jwt.Claims!;
        if (s_outside.FirstOrDefault(name => name != "client_id" && claims.ContainsKey(name)) is { } name)
        {
            throw Invalid("A167322", $"{name} must not be inside the signed request.");
        }

        if (jwt.Text("iss") is not { Length: > 0 } issuer)
        {
            throw Invalid("A167306", "The signed request does not tell its issuer.");
        }

        if (request.Call.Installation.FindClient(request.Call.Service, issuer).Client is not { } client)
        {
            throw Invalid("A167307", "The issuer of the signed request is no client.");
        }

        if (client != request.Client)
        {
            throw Invalid("A168308", "The signed request is of another client than the one that authenticates.");
        }

        foreach (var required in s_registered.Where(required => claims[required] is null))
        {
            throw Invalid(claims.ContainsKey(required) ? "A167316" : "A167315", $"The signed request has no '{required}'.");
        }

        if (s_timeClaims.FirstOrDefault(time => jwt.Seconds(time) is null) is { } malformed)
        {
            throw Invalid("A167317", $"'{malformed}' in the signed request is not a number.");
        }

        CheckTimes(request.Call, jwt);
        if (jwt.Audience?.Contains(request.Call.Service.Issuer) != true)
        {
            throw Invalid(claims["aud"] is JsonArray ? "A167324" : "A167321", "The signed request is meant for another server.");
        }

        if (claims["request_context"] is not (null or JsonObject))
        {
            throw Invalid("A167326", "request_context is not a JSON object.");
        }
    }

    private static void CheckTimes(ApiCall call, Jws jwt)
    {
        var now = call.Now / 1000;
        var skew = call.Service.Document.Number("allowableClockSkew");
        if (jwt.Seconds("exp") + skew <= now)
        {
            throw Invalid("A167318", "The signed request has expired.");
        }

        if (jwt.Seconds("iat") > now + skew)
        {
            throw Invalid("A167319", "The signed request is from the future.");
        }

        if (jwt.Seconds("nbf") > now + skew)
        {
            throw Invalid("A167320", "The signed request is not valid yet.");
        }
    }

    private static IEnumerable<KeyValuePair<string, string>> Parameters(JsonObject claims)
    {
        foreach (var (name, value) in claims.Where(claim => claim.Value is not null && !s_registered.Contains(claim.Key)))
        {
            if (name == "resource" && value is JsonArray resources)
            {
                foreach (var resource in resources)
                {
                    yield return KeyValuePair.Create(name, resource?.ToString() ?? "");
                }

                continue;
            }

            yield return KeyValuePair.Create(
                name,
                value!.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : Json.Write(value)
            );
        }
    }

    private static ProtocolException Invalid(string code, string text) => new(code, OAuthErrors.InvalidRequest, text);
}
