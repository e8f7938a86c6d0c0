using Authlete.Sandbox.Hosting;
using Authlete.Sandbox.Protocol;
using Authlete.Sandbox.State;

namespace Authlete.Sandbox.Tokens;

/// <summary>Finds the client of a request to the token or revocation endpoint and checks that it is the client.</summary>
internal static class ClientAuthentication
{
    public static (ClientRecord Client, bool AliasUsed) Authenticate(
        ApiCall call, FormParameters parameters, ClientCodes codes, ClientIdCodes own)
    {
        var (client, aliasUsed) = Identify(call, parameters, codes, own);
        CheckCredentials(call, parameters, client);
        return (client, aliasUsed);
    }

    private static (ClientRecord Client, bool AliasUsed) Identify(
        ApiCall call, FormParameters parameters, ClientCodes codes, ClientIdCodes own)
    {
        if (parameters.IsRepeated("client_id")) throw new ProtocolException(own.Repeated, OAuthErrors.InvalidRequest, "client_id is given more than once.");
        var outside = call.Text("clientId");
        var inside = parameters.First("client_id");
        var identifier = string.IsNullOrEmpty(outside) ? inside : outside;
        if (identifier is null) throw Refused(own.Missing, "The request does not tell the client.");
        if (identifier.Length == 0) throw Refused(own.Empty, "client_id is empty.");

        var client = Find(call, codes, identifier);
        if (!string.IsNullOrEmpty(outside) && !string.IsNullOrEmpty(inside) && inside != outside
            && call.Installation.FindClient(call.Service, inside).Client != client.Client)
        {
            throw Refused(own.Different, "client_id differs from the client that authenticates.");
        }

        return client;
    }

    private static (ClientRecord Client, bool AliasUsed) Find(ApiCall call, ClientCodes codes, string identifier)
    {
        var match = call.Installation.FindClient(call.Service, identifier);
        if (match.Status == ClientStatus.Found) return (match.Client!, match.AliasUsed);
        var (code, text) = codes.For(match.Status);
        throw Refused(code, text);
    }

    private static void CheckCredentials(ApiCall call, FormParameters parameters, ClientRecord client)
    {
        if (parameters.IsRepeated("client_secret"))
            throw new ProtocolException("A158301", OAuthErrors.InvalidRequest, "client_secret is given more than once.");
        var method = client.Document.Text("tokenAuthMethod") ?? "NONE";
        var outside = call.Text("clientSecret");
        var inside = parameters.First("client_secret");
        if (client.Confidential && method == "NONE")
            throw Refused("A157301", "The client is confidential, but its authentication method is NONE.");
        if (!client.Confidential)
        {
            if (method != "NONE") throw Refused("A157302", $"The client is public, but its authentication method is {method}.");
            if (!string.IsNullOrEmpty(outside) || !string.IsNullOrEmpty(inside))
                throw Refused("A157303", "The client is public, but the request has client credentials.");
            return;
        }

        var secret = method switch
        {
            "CLIENT_SECRET_BASIC" => string.IsNullOrEmpty(call.Text("clientId")) ? null : outside,
            "CLIENT_SECRET_POST" => inside,
            _ => throw Refused("A157344", $"The sandbox does not know the authentication method {method}."),
        };
        if (string.IsNullOrEmpty(secret)) throw Refused("A157304", $"The client secret is not where {method} wants it.");
        if (!Secrets.AreEqual(client.Secret, secret)) throw Refused("A157305", "The client secret is wrong.");
    }

    private static ProtocolException Refused(string code, string text) =>
        new(code, OAuthErrors.InvalidClient, text, ApiActions.InvalidClient);
}

/// <summary>An endpoint's result codes for a client id that is missing, empty, repeated, or given twice with different values.</summary>
internal sealed record ClientIdCodes(string Missing, string Empty, string Repeated, string Different);
