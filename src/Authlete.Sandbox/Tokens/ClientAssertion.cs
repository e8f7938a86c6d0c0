using System;
using System.Globalization;
using System.Linq;
using Authlete.Sandbox.Api;
using Authlete.Sandbox.Protocol;
using Authlete.Sandbox.State;

namespace Authlete.Sandbox.Tokens;

/// <summary>Client authentication with a JWT (RFC 7523, sections 2.2 and 3). <c>jti</c> is optional and isn't stored.</summary>
internal static class ClientAssertion
{
    private const string Type = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    /// <summary>The members of the service that a client can use as the audience.</summary>
    private static readonly string[] s_audienceMembers =
    [
        "issuer",
        "tokenEndpoint",
        "pushedAuthReqEndpoint",
        "backchannelAuthenticationEndpoint",
    ];

    public static void Check(ApiCall call, FormParameters parameters, ClientRecord client, bool symmetric)
    {
        CheckAlgorithmOfClient(client, symmetric);
        var assertion = Read(parameters);
        CheckAlgorithm(client, assertion, symmetric);
        CheckParties(call, client, assertion);
        CheckTimes(call, assertion);
        CheckSignature(client, assertion);
    }

    private static void CheckAlgorithmOfClient(ClientRecord client, bool symmetric)
    {
        if (client.Document.Text("tokenAuthSignAlg") is not { } registered)
        {
            return;
        }

        if (registered == "NONE")
        {
            throw Refused("A157306", "The client has no usable algorithm to sign assertions with.");
        }

        var isSymmetric = registered.StartsWith("HS", StringComparison.Ordinal);
        if (symmetric && !isSymmetric)
        {
            throw Refused("A157307", "client_secret_jwt does not go with an asymmetric algorithm.");
        }

        if (!symmetric && isSymmetric)
        {
            throw Refused("A157308", "private_key_jwt does not go with a symmetric algorithm.");
        }
    }

    private static Jws Read(FormParameters parameters)
    {
        if (parameters.IsRepeated("client_assertion_type"))
        {
            throw Invalid("A158304", "client_assertion_type is given more than once.");
        }

        if (parameters.IsRepeated("client_assertion"))
        {
            throw Invalid("A158305", "client_assertion is given more than once.");
        }

        var type = parameters.First("client_assertion_type");
        if (string.IsNullOrEmpty(type))
        {
            throw Refused("A157309", "client_assertion_type is missing.");
        }

        if (type != Type)
        {
            throw Refused("A157310", "The value of client_assertion_type is not supported.");
        }

        var text = parameters.First("client_assertion");
        if (string.IsNullOrEmpty(text))
        {
            throw Refused("A157311", "client_assertion is missing.");
        }

        return Jws.Parse(text) ?? throw Refused("A157312", "client_assertion is not a signed JWT.");
    }

    private static void CheckAlgorithm(ClientRecord client, Jws assertion, bool symmetric)
    {
        var registered = client.Document.Text("tokenAuthSignAlg");
        if (!assertion.IsVerifiable || assertion.IsSymmetric != symmetric || (registered is not null && assertion.Algorithm != registered))
        {
            throw Refused("A157313", "client_assertion is signed with an algorithm that the client may not use.");
        }

        if (assertion.Claims is null)
        {
            throw Refused("A157314", "The payload of client_assertion is not a JSON object.");
        }
    }

    private static void CheckParties(ApiCall call, ClientRecord client, Jws assertion)
    {
        if (!IsClient(assertion.Text("iss")))
        {
            throw Refused("A157315", "The issuer of client_assertion is not the client.");
        }

        if (!IsClient(assertion.Text("sub")))
        {
            throw Refused("A157316", "The subject of client_assertion is not the client.");
        }

        var audiences = s_audienceMembers.Select(call.Service.Document.Text).OfType<string>().ToList();
        if (audiences.Count == 0)
        {
            throw Refused("A157317", "The service has neither an issuer nor a token endpoint.");
        }

        if (assertion.Audience?.Intersect(audiences).Any() != true)
        {
            throw Refused("A157318", "client_assertion is meant for another server.");
        }

        bool IsClient(string? text) =>
            text is not null && (text == client.Id.ToString(CultureInfo.InvariantCulture) || (client.AliasEnabled && text == client.Alias));
    }

    private static void CheckTimes(ApiCall call, Jws assertion)
    {
        var now = call.Now / 1000;
        var skew = call.Service.Document.Number("allowableClockSkew");
        if (assertion.Claims!["exp"] is null)
        {
            throw Refused("A157319", "client_assertion does not tell when it expires.");
        }

        if (assertion.Seconds("exp") is not { } expiry || expiry + skew <= now)
        {
            throw Refused("A157320", "client_assertion has expired.");
        }

        if (assertion.Seconds("nbf") > now + skew)
        {
            throw Refused("A157322", "client_assertion is not valid yet.");
        }

        if (assertion.Seconds("iat") > now + skew)
        {
            throw Refused("A157323", "client_assertion is from the future.");
        }
    }

    private static void CheckSignature(ClientRecord client, Jws assertion)
    {
        var keys = ClientKeys.Find(client, assertion) ?? throw Refused("A156303", "The client has registered no JWK Set.");
        if (keys.Count == 0)
        {
            throw Refused("A156304", "The client's JWK Set has no key to verify client_assertion with.");
        }

        if (keys.Count > 1)
        {
            throw Refused("A156306", "The client's JWK Set has several keys that fit client_assertion.");
        }

        if (!assertion.IsSignedBy(keys[0]))
        {
            throw Refused("A157326", "The signature of client_assertion is wrong.");
        }
    }

    private static ProtocolException Refused(string code, string text) => ClientAuthentication.Refused(code, text);

    private static ProtocolException Invalid(string code, string text) => new(code, OAuthErrors.InvalidRequest, text);
}
