using System.Linq;
using Authlete.Sandbox.Api;
using Authlete.Sandbox.Protocol;
using Authlete.Sandbox.State;

namespace Authlete.Sandbox.Clients;

/// <summary>/client/secret/refresh and /client/secret/update. The old secret becomes invalid immediately.</summary>
internal static class ClientSecretOperations
{
    private const int MaximumLength = 86;

    public static ApiAnswer Refresh(ApiCall call)
    {
        var client = Find(call, "A148201");
        var (oldSecret, newSecret) = Replace(call, client, Secrets.NewClientSecret());
        return Answer(call, "A148001", $"The client secret of the client (ID = {client.Id}) was replaced.", oldSecret, newSecret);
    }

    public static ApiAnswer Update(ApiCall call)
    {
        var client = Find(call, "A149201");
        var secret = call.Text("clientSecret") ?? "";
        if (
            secret.Length is 0 or > MaximumLength
            || !secret.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_')
        )
        {
            throw call.Fail(400, "A149601", $"'clientSecret' must have 1 to {MaximumLength} letters, digits, hyphens or underscores.");
        }

        var (oldSecret, newSecret) = Replace(call, client, secret);
        return Answer(call, "A149001", $"The client secret of the client (ID = {client.Id}) was set.", oldSecret, newSecret);
    }

    private static (string Old, string New) Replace(ApiCall call, ClientRecord client, string secret)
    {
        var oldSecret = "";
        client.Change(current =>
        {
            oldSecret = (string)current["clientSecret"]!;
            current["clientSecret"] = secret;
            current["modifiedAt"] = Times.Rounded(call.Now);
            return current;
        });
        return (oldSecret, secret);
    }

    private static Reply Answer(ApiCall call, string code, string text, string oldSecret, string newSecret) =>
        call.Reply(code, text).With("newClientSecret", newSecret).With("oldClientSecret", oldSecret);

    private static ClientRecord Find(ApiCall call, string unknown)
    {
        var match = call.Installation.FindClient(call.Service, call.Variable);
        if (match.Status == ClientStatus.Found)
        {
            return match.Client!;
        }

        var (code, text) = (ClientCodes.Shared with { Unknown = unknown, NoIdentifier = unknown }).For(match.Status);
        throw call.Fail(ClientLookup.StatusOf(match.Status), code, text);
    }
}
