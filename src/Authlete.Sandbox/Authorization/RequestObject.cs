using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using Authlete.Sandbox.Api;
using Authlete.Sandbox.Protocol;
using Authlete.Sandbox.State;

namespace Authlete.Sandbox.Authorization;

/// <summary>
/// A request object in the <c>request</c> parameter. The rules are those of RFC 9101 or, if the service is set so, of OpenID Connect
/// Core, section 6. It can be signed or, under the older rules, have <c>alg: none</c>. It can't be encrypted.
/// </summary>
internal sealed class RequestObject
{
    private static readonly string[] s_registered = ["iss", "sub", "aud", "exp", "nbf", "iat", "jti"];

    private readonly ApiCall _call;
    private readonly ClientRecord _client;
    private readonly Jws _jws;
    private readonly bool _traditional;

    private RequestObject(ApiCall call, ClientRecord client, Jws jws)
    {
        _call = call;
        _client = client;
        _jws = jws;
        _traditional = call.Service.Document.Flag("traditionalRequestObjectProcessingApplied");
    }

    /// <summary>Checks the object, and returns the parameters of the request and the payload as JSON.</summary>
    public static RequestSource Read(ApiCall call, ClientRecord client, FormParameters outer)
    {
        var text = outer.First("request")!;
        if (Jws.IsEncrypted(text))
        {
            throw Invalid("A005372", "The request object is encrypted, which the service does not take.");
        }

        var jws = Jws.Parse(text) ?? throw Invalid("A005301", "The value of request is not a JWT.");
        var request = new RequestObject(call, client, jws);
        request.CheckClaims(outer);
        request.CheckSignature();
        return new RequestSource(request.Merged(outer), Json.Write(jws.Claims!));
    }

    private void CheckClaims(FormParameters outer)
    {
        if (_jws.Claims is not { } claims)
        {
            throw Invalid("A005378", "The payload of the request object is not a JSON object.");
        }

        CheckTimes(claims);
        CheckAudience(claims);
        if (claims.ContainsKey("request"))
        {
            throw Invalid("A006308", "The request object contains request.");
        }

        if (claims.ContainsKey("request_uri"))
        {
            throw Invalid("A006312", "The request object contains request_uri.");
        }

        if (claims["client_id"] is not null)
        {
            var clientId = _jws.Text("client_id") ?? throw Invalid("A005387", "client_id in the request object is not a string.");
            if (_call.Installation.FindClient(_call.Service, clientId).Client != _client)
            {
                throw Invalid("A005391", "client_id in the request object differs from the one outside.");
            }
        }

        CheckResponseType(claims, outer);
        if (_traditional)
        {
            CheckScope(claims, outer);
        }
    }

    private void CheckTimes(JsonObject claims)
    {
        var now = _call.Now / 1000;
        var skew = _call.Service.Document.Number("allowableClockSkew");
        if (claims["exp"] is not null)
        {
            if (_jws.Seconds("exp") is not { } expiry)
            {
                throw Invalid("A006335", "exp in the request object is not a number.");
            }

            if (expiry + skew <= now)
            {
                throw Invalid("A006339", "The request object has expired.");
            }
        }

        if (claims["nbf"] is null)
        {
            return;
        }

        if (_jws.Seconds("nbf") is not { } begin)
        {
            throw Invalid("A006343", "nbf in the request object is not a number.");
        }

        if (begin > now + skew)
        {
            throw Invalid("A006347", "The request object is not valid yet.");
        }
    }

    private void CheckAudience(JsonObject claims)
    {
        if (!_call.Service.Document.Flag("requestObjectAudienceChecked"))
        {
            return;
        }

        if (claims["aud"] is not { } claim)
        {
            throw Invalid("A006351", "The request object does not tell whom it is for.");
        }

        if (_jws.Audience is not { } audience)
        {
            throw Invalid("A006355", "aud in the request object is neither a string nor an array of strings.");
        }

        if (!audience.Contains(_call.Service.Issuer))
        {
            throw Invalid(claim is JsonArray ? "A006363" : "A006359", "The request object is meant for another server.");
        }
    }

    private void CheckResponseType(JsonObject claims, FormParameters outer)
    {
        if (claims["response_type"] is null)
        {
            if (!_traditional)
            {
                throw Invalid("A006326", "The request object has no response_type.");
            }

            return;
        }

        var inner = _jws.Text("response_type") ?? throw Invalid("A005395", "response_type in the request object is not a string.");
        if (!ResponseType.TryParse(inner, out var innerType))
        {
            throw Invalid("A005399", "response_type in the request object is unknown.");
        }

        if (outer.First("response_type") is not { } text || !ResponseType.TryParse(text, out var outerType))
        {
            return;
        }

        if (innerType != outerType)
        {
            throw Invalid("A006304", "response_type in the request object differs from the one outside.");
        }
    }

    /// <summary>OpenID Connect Core, section 6.1: openid must also be outside the request object.</summary>
    private void CheckScope(JsonObject claims, FormParameters outer)
    {
        if (claims["scope"] is null)
        {
            return;
        }

        var inner = _jws.Text("scope") ?? throw Invalid("A007301", "scope in the request object is not a string.");
        if (!inner.Split(' ').Contains("openid"))
        {
            return;
        }

        if (outer.First("scope") is null)
        {
            throw Invalid("A007303", "The request object asks for openid, but there is no scope outside.");
        }

        if (!outer.Words("scope").Contains("openid"))
        {
            throw Invalid("A007304", "The request object asks for openid, but scope outside does not.");
        }
    }

    private void CheckSignature()
    {
        if (_jws.Algorithm is not { } algorithm)
        {
            throw Invalid("A005307", "The header of the request object has no alg.");
        }

        var registered = _client.Document.Text("requestSignAlg");
        if (algorithm == "none")
        {
            if (registered is not (null or "NONE"))
            {
                throw Invalid("A005336", "The request object is not signed, but the client has registered an algorithm.");
            }

            if (!_traditional)
            {
                throw Invalid("A008311", "The request object is not signed.");
            }

            return;
        }

        if (registered is not null && registered != algorithm)
        {
            throw Invalid("A005312", "The request object is signed with another algorithm than the client has registered.");
        }

        if (!_jws.IsVerifiable)
        {
            throw Invalid("A005320", $"The algorithm {algorithm} is not supported.");
        }

        if (_jws.IsSymmetric && !_client.Confidential)
        {
            throw Invalid("A005316", "A public client cannot use a symmetric algorithm.");
        }

        var keys = ClientKeys.Find(_client, _jws) ?? throw Invalid("A005332", "The client has registered no JWK Set.");
        if (keys.Count == 0)
        {
            throw Invalid("A005352", "The client's JWK Set has no key to verify the request object with.");
        }

        if (keys.Count > 1)
        {
            throw Invalid("A005356", "The client's JWK Set has several keys that fit the request object.");
        }

        if (!_jws.IsSignedBy(keys[0]))
        {
            throw Invalid("A005328", "The signature of the request object is wrong.");
        }
    }

    /// <summary>RFC 9101, section 6.3: parameters outside are ignored. Under the older rules, they supplement the object.</summary>
    private FormParameters Merged(FormParameters outer)
    {
        var inner = _jws.Claims!.Where(claim => claim.Value is not null && !s_registered.Contains(claim.Key)).SelectMany(Parameters);
        if (!_traditional)
        {
            return FormParameters.Of(inner);
        }

        var kept = outer.Names.Where(name => name != "request" && !_jws.Claims!.ContainsKey(name));
        return FormParameters.Of(inner.Concat(kept.SelectMany(name => outer.All(name).Select(value => KeyValuePair.Create(name, value)))));
    }

    private static IEnumerable<KeyValuePair<string, string>> Parameters(KeyValuePair<string, JsonNode?> claim)
    {
        if (claim is { Key: "resource", Value: JsonArray resources })
        {
            return resources.Select(resource => KeyValuePair.Create(claim.Key, resource?.ToString() ?? ""));
        }

        var value = claim.Value!;
        return
        [
            KeyValuePair.Create(claim.Key, value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : Json.Write(value)),
        ];
    }

    private static ProtocolException Invalid(string code, string text) => new(code, OAuthErrors.InvalidRequestObject, text);
}
