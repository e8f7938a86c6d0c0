using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Linq;
using System.Text;
using Authlete.Sandbox.Api;
using Authlete.Sandbox.Protocol;
using Authlete.Sandbox.State;
using Microsoft.IdentityModel.Tokens;

namespace Authlete.Sandbox.Verification;

/// <summary>
/// Finds the key that verifies a JWS: the client's secret for the HMAC algorithms, otherwise a key of the client's or of the
/// service's JWK Set. With the owner's credentials, the service is the client's or, without a client, the oldest one.
/// </summary>
internal sealed class VerificationKeys(ApiCall call, Jws jws)
{
    private readonly string _algorithm = jws.Algorithm!;

    public bool TryFind([NotNullWhen(true)] out SecurityKey? key, out (string Code, string Text) refusal)
    {
        (key, refusal) = Find();
        return key is not null;
    }

    private (SecurityKey? Key, (string Code, string Text) Refusal) Find()
    {
        if (_algorithm == "none")
        {
            return Refused("A160219", "The object is not signed.");
        }

        if (_algorithm is "ES256K" or "EdDSA")
        {
            return Refused("A160107", $"The sandbox cannot verify {_algorithm}.");
        }

        if (!jws.IsVerifiable)
        {
            return Refused("A160211", $"The algorithm {_algorithm} is not supported.");
        }

        var byClient = jws.IsSymmetric || call.Flag("signedByClient");
        var identifier = call.Text("clientIdentifier");
        if (byClient && string.IsNullOrEmpty(identifier))
        {
            return Refused("A160215", "'clientIdentifier' is needed to verify the signature.");
        }

        var client = string.IsNullOrEmpty(identifier) ? null : FindClient(identifier);
        if (byClient && client is null)
        {
            return Refused("A160216", "'clientIdentifier' leads to no client.");
        }

        if (jws.IsSymmetric)
        {
            return OfSecret(client!);
        }

        return byClient ? OfSet(SetOf(client!), "A160301", "client") : OfSet(Service(client)?.Keys, "A160218", "service");
    }

    private ClientRecord? FindClient(string identifier) =>
        Services
            .Select(service => call.Installation.FindClient(service, identifier))
            .FirstOrDefault(match => match.Status == ClientStatus.Found)
            .Client;

    private IEnumerable<ServiceRecord> Services => call.ServiceOrNull is { } service ? [service] : call.Installation.Services;

    private ServiceRecord? Service(ClientRecord? client) =>
        call.ServiceOrNull ?? client?.Service ?? call.Installation.Services.FirstOrDefault();

    private (SecurityKey? Key, (string Code, string Text) Refusal) OfSecret(ClientRecord client)
    {
        var secret = Encoding.UTF8.GetBytes(client.Secret);
        return secret.Length * 8 < int.Parse(_algorithm.AsSpan(2), CultureInfo.InvariantCulture)
            ? Refused("A160217", $"The client secret is too short for a key for {_algorithm}.")
            : (new SymmetricSecurityKey(secret), default);
    }

    private (SecurityKey? Key, (string Code, string Text) Refusal) OfSet(JsonWebKeySet? set, string missing, string owner)
    {
        if (set is null)
        {
            return Refused(missing, $"The {owner} has registered no JWK Set.");
        }

        var candidates = set.Keys.Where(key => ClientKeys.Fits(key, _algorithm, jws.KeyId)).ToList();
        return candidates switch
        {
            [var key] => (key, default),
            [] => Refused("A160221", $"The JWK Set of the {owner} has no key that fits."),
            _ => Refused("A160220", $"The JWK Set of the {owner} has several keys that fit."),
        };
    }

    private static JsonWebKeySet? SetOf(ClientRecord client) => client.Document.Text("jwks") is { } jwks ? new JsonWebKeySet(jwks) : null;

    private static (SecurityKey? Key, (string Code, string Text) Refusal) Refused(string code, string text) => (null, (code, text));
}
