using System.Text.Json.Nodes;
using Authlete.Sandbox.Api;
using Authlete.Sandbox.Protocol;
using Authlete.Sandbox.State;
using Authlete.Sandbox.Tokens;

namespace Authlete.Sandbox.Backchannel;

/// <summary>/backchannel/authentication/complete: the outcome, and its delivery to the client (CIBA Core, sections 10 and 12).</summary>
internal static class BackchannelCompletion
{
    private const string TransactionFailed = "transaction_failed";
    private const string AuthReqIdClaim = "urn:openid:params:jwt:claim:auth_req_id";
    private const string RefreshTokenHashClaim = "urn:openid:params:jwt:claim:rt_hash";

    private static readonly DecisionCodes s_codes = new("A187201", "A188", "A189", "A194", "A195201", "A190201", "A256201", "A193203");

    public static ApiAnswer Complete(ApiCall call)
    {
        try
        {
            var request = Find(call);
            var decision = Decision.Read(call, request, s_codes);
            if (!request.TryDecide(() => PendingTokens.Grant(call, request, decision)))
            {
                throw Completed();
            }

            return request.DeliveryMode switch
            {
                "PUSH" => Push(call, request),
                "PING" => Ping(call, request),
                _ => Stored(call, request, ApiActions.NoAction),
            };
        }
        catch (ProtocolException exception)
        {
            return call.Reply(exception.Code, exception.Message, ApiActions.ServerError);
        }
    }

    private static BackchannelRequest Find(ApiCall call)
    {
        var ticket = call.Text("ticket");
        if (string.IsNullOrEmpty(ticket))
        {
            throw ProtocolException.OfService("A186201", "The API call does not contain 'ticket'.");
        }

        var request =
            call.Installation.BackchannelRequests.ByTicket(ticket)
            ?? throw ProtocolException.OfService("A186202", "The ticket is unknown.");
        if (request.Client.Service != call.Service)
        {
            throw ProtocolException.OfService("A186203", "The ticket belongs to another service.");
        }

        if (request.Client.Deleted)
        {
            throw ProtocolException.OfService("A199301", "The client of the request is gone.");
        }

        if (request.Expired(call.Now))
        {
            throw ProtocolException.OfService("A196202", "The ticket has expired.");
        }

        if (request.AuthReqId is null)
        {
            throw ProtocolException.OfService("A196204", "The ticket has given no auth_req_id yet.");
        }

        return request.Decision is null ? request : throw Completed();
    }

    private static ProtocolException Completed() => ProtocolException.OfService("A196203", "The ticket was completed before.");

    private static Reply Stored(ApiCall call, BackchannelRequest request, string action)
    {
        var decision = request.Decision!;
        var Text =
            $"The outcome was stored for the token endpoint (mode = {request.DeliveryMode.ToLowerInvariant()}, result = {decision.Result}).";
        return Describe(call.Reply(decision.Authorized ? "A198001" : "A198002", Text, action), request);
    }

    private static Reply Ping(ApiCall call, BackchannelRequest request) =>
        Notify(Stored(call, request, ApiActions.Notification), request, new JsonObject { ["auth_req_id"] = request.AuthReqId });

    private static Reply Push(ApiCall call, BackchannelRequest request)
    {
        var decision = request.Decision!;
        if (!decision.Authorized)
        {
            var error = decision.Result == Decision.DeniedResult ? OAuthErrors.AccessDenied : TransactionFailed;
            return PushError(call, request, "A198004", PendingTokens.Error(call.Service, decision, error, "A198004"));
        }

        try
        {
            return PushTokens(call, request, decision);
        }
        catch (ProtocolException exception)
        {
            // From here on the client waits for a notification.
            var members = OAuthErrors.Members(call.Service, exception.Code, TransactionFailed, exception.Message);
            return PushError(call, request, exception.Code, members);
        }
    }

    private static Reply PushTokens(ApiCall call, BackchannelRequest request, Decision decision)
    {
        var order = PendingTokens.Order(
            request,
            decision,
            new TokenOrder(request.Client, "CIBA", decision.Scopes) { Binding = request.Binding }
        );
        var tokens =
            TokenIssuer.TryIssue(call.Installation, order)
            ?? throw ProtocolException.OfService("A144201", "The access token value is in use already.");
        var idToken = PendingTokens.WriteIdToken(call, decision, tokens, ExtraClaims(request, tokens));
        var content = new JsonObject { ["auth_req_id"] = request.AuthReqId };
        foreach (var (name, value) in TokenResponses.Content(tokens, idToken))
        {
            content[name] = value?.DeepClone();
        }

        const string Text = "The tokens are ready for the notification endpoint (mode = push, result = AUTHORIZED).";
        var reply = Describe(call.Reply("A198003", Text, ApiActions.Notification), request)
            .With("accessToken", tokens.AccessToken)
            .With("jwtAccessToken", tokens.JwtAccessToken)
            .With("accessTokenDuration", tokens.AccessTokenDuration)
            .With("refreshToken", tokens.RefreshToken)
            .With("refreshTokenDuration", tokens.RefreshTokenDuration)
            .With("idToken", idToken)
            .With("idTokenDuration", idToken is null ? 0 : Durations.OrDefault(call.Service.Document.Number("idTokenDuration")));
        return Notify(reply, request, content);
    }

    /// <summary>CIBA Core, section 10.3.1: the ID token binds the other tokens to the request.</summary>
    private static JsonObject ExtraClaims(BackchannelRequest request, IssuedTokens tokens)
    {
        var algorithm = request.Client.Document.Text("idTokenSignAlg") ?? "RS256";
        var claims = new JsonObject { [AuthReqIdClaim] = request.AuthReqId };
        if (tokens.RefreshToken is not null)
        {
            claims[RefreshTokenHashClaim] = Jose.HalfHash(algorithm, tokens.RefreshToken);
        }

        return claims;
    }

    private static Reply PushError(ApiCall call, BackchannelRequest request, string code, JsonObject members)
    {
        var content = new JsonObject { ["auth_req_id"] = request.AuthReqId };
        foreach (var (name, value) in members)
        {
            content[name] = value?.DeepClone();
        }

        const string Text = "The error is ready for the notification endpoint (mode = push).";
        return Notify(Describe(call.Reply(code, Text, ApiActions.Notification), request), request, content);
    }

    private static Reply Notify(Reply reply, BackchannelRequest request, JsonObject content) =>
        reply
            .With("clientNotificationEndpoint", request.Client.Document.Text("bcNotificationEndpoint"))
            .With("clientNotificationToken", request.NotificationToken)
            .With("responseContent", Json.Write(content));

    private static Reply Describe(Reply reply, BackchannelRequest request) =>
        reply
            .WithClient(request.Client, request.ClientIdAliasUsed)
            .With("clientName", request.Client.Document.Text("clientName"))
            .With("deliveryMode", request.DeliveryMode)
            .With("authReqId", request.AuthReqId)
            .With("resources", request.Resources)
            .With("authorizationDetails", request.AuthorizationDetails?.ToApi())
            .With("grantId", request.Decision?.GrantId);
}
