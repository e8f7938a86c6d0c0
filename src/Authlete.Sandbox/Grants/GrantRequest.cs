using System.Collections.Generic;
using Authlete.Sandbox.Api;
using Authlete.Sandbox.Protocol;
using Authlete.Sandbox.State;

namespace Authlete.Sandbox.Grants;

/// <summary>
/// The grant management action of a request (Grant Management for OAuth 2.0, section 5). The error codes aren't
/// published, so it uses those of other APIs.
/// </summary>
/// <param name="Action">The API's name of the action.</param>
/// <param name="Grant">The grant to change; null for a new one.</param>
internal sealed record GrantRequest(string Action, Grant? Grant)
{
    /// <summary>The value isn't allowed.</summary>
    public const string UnknownGrant = "A031201";

    private const string Missing = "A250302";

    /// <summary>Reads the request; null without an action, or if the service has no grant management endpoint.</summary>
    public static GrantRequest? Read(ApiCall call, ClientRecord client, FormParameters parameters)
    {
        if (call.Service.Document.Text("grantManagementEndpoint") is null)
        {
            return null;
        }

        var action = parameters.First("grant_management_action");
        var id = parameters.First("grant_id");
        if (action is null)
        {
            if (call.Service.Document.Flag("grantManagementActionRequired"))
            {
                throw Invalid(Missing, "grant_management_action is missing, and the service demands it.");
            }

            return id is null ? null : throw Invalid(Missing, "grant_id is given without grant_management_action.");
        }

        if (!client.Confidential)
        {
            throw Invalid("A052301", "A public client may not manage grants.");
        }

        if (action is not ("create" or "merge" or "replace"))
        {
            throw Invalid("A031201", "The value of grant_management_action is unknown.");
        }

        if (action == "create")
        {
            return id is null
                ? new GrantRequest("CREATE", null)
                : throw Invalid("A031201", "grant_id is given although a new grant is asked for.");
        }

        if (string.IsNullOrEmpty(id))
        {
            throw Invalid(Missing, "grant_id is missing.");
        }

        return call.Installation.Grants.Find(id) is { } grant && grant.Client == client
            ? new GrantRequest(action == "merge" ? "MERGE" : "REPLACE", grant)
            : throw new ProtocolException(UnknownGrant, OAuthErrors.InvalidGrantId, "No grant of the client has this identifier.");
    }

    /// <summary>Executes the action after the user's consent, and returns the identifier of the grant.</summary>
    public string Apply(
        Installation installation,
        ClientRecord client,
        string subject,
        IReadOnlyList<string> scopes,
        IReadOnlyList<string> resources,
        IReadOnlyList<string> claims,
        AuthorizationDetails? details
    )
    {
        var granted = new Grant
        {
            Id = Grant?.Id ?? Secrets.NewToken(),
            Client = client,
            Subject = subject,
            Scopes = scopes.Count == 0 ? [] : [new GrantScope(string.Join(' ', scopes), resources)],
            Claims = claims,
            AuthorizationDetails = details,
        };
        if (Grant is null)
        {
            return installation.Grants.Add(granted).Id;
        }

        if (Grant.Subject != subject)
        {
            throw new ProtocolException(UnknownGrant, OAuthErrors.InvalidGrantId, "The grant is of another user.");
        }

        var changed = installation.Grants.Change(Grant.Id, current => Action == "MERGE" ? current.MergedWith(granted) : granted);
        return changed?.Id ?? throw new ProtocolException(UnknownGrant, OAuthErrors.InvalidGrantId, "The grant was revoked meanwhile.");
    }

    private static ProtocolException Invalid(string code, string text) => new(code, OAuthErrors.InvalidRequest, text);
}

/// <summary>The members of responses that describe grants.</summary>
internal static class GrantReplies
{
    public static Reply WithGrant(this Reply reply, GrantRequest? request) =>
        reply
            .With("gmAction", request?.Action)
            .With("grantId", request?.Grant?.Id)
            .With("grant", request?.Grant?.ToApi())
            .With("grantSubject", request?.Grant?.Subject);
}
