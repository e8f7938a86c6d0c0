using System.Linq;
using System.Text.Json.Nodes;
using Authlete.Sandbox.Api;
using Authlete.Sandbox.Grants;
using Authlete.Sandbox.Protocol;

namespace Authlete.Sandbox.Tokens;

/// <summary>The members of responses of the device and CIBA APIs about a request that waits for a user.</summary>
internal static class PendingReplies
{
    public static Reply WithPending(this Reply reply, PendingAuthorization pending)
    {
        var service = pending.Client.Service;
        return reply
            .WithClient(pending.Client, pending.ClientIdAliasUsed)
            .With("clientName", pending.Client.Document.Text("clientName"))
            .With(
                "scopes",
                pending.Scopes.Count == 0 ? null : new JsonArray([.. pending.Scopes.Select(name => service.Scope(name)?.ToObject())])
            )
            .With("claimNames", StandardClaims.Supported(service, pending.Scopes, []))
            .With("acrs", pending.Acrs)
            .With("resources", pending.Resources)
            .With("authorizationDetails", pending.AuthorizationDetails?.ToApi())
            .WithGrant(pending.GrantRequest);
    }
}
