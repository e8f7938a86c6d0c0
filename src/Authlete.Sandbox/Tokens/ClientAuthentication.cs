using Authlete.Sandbox.Api;
using Authlete.Sandbox.Protocol;
using Authlete.Sandbox.State;

namespace Authlete.Sandbox.Tokens;

/// <summary>Finds and authenticates the client of a direct request.</summary>
internal static class ClientAuthentication
{
    public static (ClientRecord Client, bool AliasUsed) Authenticate(
        ApiCall call,
        FormParameters parameters,
        ClientCodes codes,
        ClientIdCodes own
    )
    {
        var (client, aliasUsed) = Identify(call, parameters, codes, own);
        CheckCredentials(call, parameters, client);
        return (client, aliasUsed);
    }

    /// <summary>Whether the request identifies a client.</summary>
    public static bool NamesClient(ApiCall call, FormParameters parameters) =>
        !string.IsNullOrEmpty(call.Text("clientId"))
        || parameters.First("client_id") is not null
        || parameters.First("client_assertion") is not null;

    private static (ClientRecord Client, bool AliasUsed) Identify(
        ApiCall call,
        FormParameters parameters,
        ClientCodes codes,
        ClientIdCodes own
    )
    {
        parameters.Once("client_id", own.Repeated);

        var outside = call.Text("clientId");
        var inside = parameters.First("client_id");
        var identifier = string.IsNullOrEmpty(outside) ? inside ?? AssertionIssuer(parameters, own) : outside;
        if (identifier is null)
        {
            throw Refused(own.Missing, "The request does not tell the client.");
        }

        if (identifier.Length == 0)
        {
            throw Refused(own.Empty, "client_id is empty.");
        }

        var client = Find(call, codes, identifier);
        if (
            !string.IsNullOrEmpty(outside)
            && !string.IsNullOrEmpty(inside)
            && inside != outside
            && call.Installation.FindClient(call.Service, inside).Client != client.Client
        )
        {
            throw Refused(own.Different, "client_id differs from the client that authenticates.");
        }

        return client;
    }

    /// <summary>RFC 7521, section 4.2: client_id is optional with an assertion.</summary>
    private static string? AssertionIssuer(FormParameters parameters, ClientIdCodes own)
    {
        if (parameters.First("client_assertion") is not { Length: > 0 } text)
        {
            return null;
        }

        var assertion = Jws.Parse(text) ?? throw Refused(own.AssertionMalformed, "client_assertion is not a signed JWT.");
        return assertion.Text("iss") ?? throw Refused(own.AssertionWithoutIssuer, "client_assertion does not tell its issuer.");
    }

    private static (ClientRecord Client, bool AliasUsed) Find(ApiCall call, ClientCodes codes, string identifier)
    {
        var match = call.Installation.FindClient(call.Service, identifier);
        if (match.Status == ClientStatus.Found)
        {
            return (match.Client!, match.AliasUsed);
        }

        var (code, text) = codes.For(match.Status);
        throw Refused(code, text);
    }

    private static void CheckCredentials(ApiCall call, FormParameters parameters, ClientRecord client)
    {
        parameters.Once("client_secret", "A158301");

        var method = client.AuthenticationMethod;
        if (client.Confidential && method == "NONE")
        {
            throw Refused("A157301", "The client is confidential, but its authentication method is NONE.");
        }

        if (!client.Confidential)
        {
            if (method != "NONE")
            {
                throw Refused("A157302", $"The client is public, but its authentication method is {method}.");
            }

            if (!string.IsNullOrEmpty(call.Text("clientSecret")) || !string.IsNullOrEmpty(parameters.First("client_secret")))
            {
                throw Refused("A157303", "The client is public, but the request has client credentials.");
            }

            return;
        }

        switch (method)
        {
            case "CLIENT_SECRET_BASIC":
                CheckSecret(client, method, string.IsNullOrEmpty(call.Text("clientId")) ? null : call.Text("clientSecret"));
                break;
            case "CLIENT_SECRET_POST":
                CheckSecret(client, method, parameters.First("client_secret"));
                break;
            case "CLIENT_SECRET_JWT" or "PRIVATE_KEY_JWT":
                ClientAssertion.Check(call, parameters, client, symmetric: method == "CLIENT_SECRET_JWT");
                break;
            case "TLS_CLIENT_AUTH" or "SELF_SIGNED_TLS_CLIENT_AUTH":
                MutualTls.Check(call, client, selfSigned: method == "SELF_SIGNED_TLS_CLIENT_AUTH");
                break;
            default:
                throw Refused("A157344", $"The authentication method {method} is unknown.");
        }
    }

    private static void CheckSecret(ClientRecord client, string method, string? secret)
    {
        if (string.IsNullOrEmpty(secret))
        {
            throw Refused("A157304", $"The client secret is not where {method} wants it.");
        }

        if (!Secrets.AreEqual(client.Secret, secret))
        {
            throw Refused("A157305", "The client secret is wrong.");
        }
    }

    /// <summary>Client authentication failed.</summary>
    public static ProtocolException Refused(string code, string text) =>
        new(code, OAuthErrors.InvalidClient, text, ApiActions.InvalidClient);
}

/// <summary>
/// An endpoint's result codes for a client ID that is missing, empty, repeated, or contradictory,
/// and for an assertion that doesn't identify the client.
/// </summary>
internal sealed record ClientIdCodes(
    string Missing,
    string Empty,
    string Repeated,
    string Different,
    string AssertionMalformed = "A157312",
    string AssertionWithoutIssuer = "A157315"
);
