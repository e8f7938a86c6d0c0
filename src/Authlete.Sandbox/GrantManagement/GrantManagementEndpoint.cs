using System.Linq;
using Authlete.Sandbox.Api;
using Authlete.Sandbox.Grants;
using Authlete.Sandbox.Protocol;
using Authlete.Sandbox.State;
using Authlete.Sandbox.Tokens;

namespace Authlete.Sandbox.GrantManagement;

/// <summary>
/// /gm (Grant Management for OAuth 2.0, section 6). Only the result codes of success and of one refusal are published, so it
/// uses the codes of other APIs for the same errors.
/// </summary>
internal static class GrantManagementEndpoint
{
    public static ApiAnswer Manage(ApiCall call)
    {
        try
        {
            var action = call.Text("gmAction");
            if (action is not ("QUERY" or "REVOKE"))
            {
                throw Fault("A031201", "'gmAction' must be QUERY or REVOKE.");
            }

            if (call.Service.Document.Text("grantManagementEndpoint") is null)
            {
                throw Fault("A001223", "The service has no grant management endpoint.");
            }

            CheckToken(call, action == "QUERY" ? "grant_management_query" : "grant_management_revoke");
            var id = call.Text("grantId");
            if (string.IsNullOrEmpty(id))
            {
                throw Fault("A250302", "'grantId' is missing.");
            }

            // As in the real service, a token of another client can read a grant.
            if (call.Installation.Grants.Find(id) is not { } grant || grant.Client.Service != call.Service)
            {
                throw Unknown();
            }

            return action == "QUERY" ? Query(call, grant) : Revoke(call, grant);
        }
        catch (ProtocolException exception)
        {
            return call.ErrorReply(exception);
        }
    }

    private static Reply Query(ApiCall call, Grant grant) =>
        call.Reply("A277001", "The grant was found.", ApiActions.Ok).With("responseContent", Json.Write(grant.ToJson()));

    /// <summary>Removes the refresh tokens of the grant. Its access tokens stay valid until they expire.</summary>
    private static Reply Revoke(ApiCall call, Grant grant)
    {
        if (!call.Installation.Grants.Remove(grant.Id))
        {
            throw Unknown();
        }

        var store = call.Installation.Tokens;
        foreach (var record in store.Where(record => record.GrantId == grant.Id))
        {
            store.RemoveRefreshToken(record.Number);
        }

        return call.Reply("A277001", "The grant was revoked.", ApiActions.NoContent);
    }

    private static void CheckToken(ApiCall call, string scope)
    {
        var token = call.Text("accessToken");
        if (string.IsNullOrEmpty(token))
        {
            throw Invalid("A057301", "The access token is missing.");
        }

        var record = call.Installation.Tokens.ByAccessToken(token);
        if (record is null)
        {
            throw Invalid("A057302", "The access token is unknown.");
        }

        if (record.Client.Service != call.Service)
        {
            throw Invalid("A057303", "The access token belongs to another service.");
        }

        if (record.AccessTokenExpired(call.Now))
        {
            throw Invalid("A065303", "The access token has expired.");
        }

        if ((call.Texts("scopes") ?? []).Append(scope).FirstOrDefault(name => !record.Has(name)) is { } missing)
        {
            throw new ProtocolException(
                "A064302",
                OAuthErrors.InsufficientScope,
                $"The access token does not have the scope '{missing}'.",
                ApiActions.Forbidden
            );
        }

        if (call.Text("subject") is { Length: > 0 } subject && subject != record.Subject)
        {
            throw new ProtocolException(
                "A066302",
                OAuthErrors.InvalidRequest,
                "The subject of the access token is another one.",
                ApiActions.Forbidden
            );
        }

        if (record.Binding.Violation(call, token) is { } violation)
        {
            throw violation;
        }
    }

    private static ProtocolException Invalid(string code, string text) =>
        new(code, OAuthErrors.InvalidToken, text, ApiActions.Unauthorized);

    private static ProtocolException Unknown() =>
        new(GrantRequest.UnknownGrant, OAuthErrors.InvalidGrantId, "No grant has this identifier.", ApiActions.NotFound);

    private static ProtocolException Fault(string code, string text) => new(code, OAuthErrors.ServerError, text, ApiActions.CallerError);
}
