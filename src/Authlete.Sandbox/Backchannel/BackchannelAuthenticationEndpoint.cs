using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;
using Authlete.Sandbox.Api;
using Authlete.Sandbox.Grants;
using Authlete.Sandbox.Protocol;
using Authlete.Sandbox.State;
using Authlete.Sandbox.Tokens;

namespace Authlete.Sandbox.Backchannel;

/// <summary>/backchannel/authentication, and the two APIs that answer the client (CIBA Core, section 7).</summary>
internal static class BackchannelAuthenticationEndpoint
{
    private const long DefaultDuration = 3600;
    private const string MissingUserCode = "missing_user_code";

    private static readonly TimeSpan s_ticketLifetime = TimeSpan.FromHours(24);
    private static readonly ClientCodes s_codes = new("A168310", "A168310", "A168310", "A168310", "A168310", "A168310");
    private static readonly ClientIdCodes s_idCodes = new("A168309", "A166303", "A166304", "A168303", "A168301", "A168302");

    public static ApiAnswer Authenticate(ApiCall call)
    {
        try
        {
            var request = DirectRequest.Read(call, s_codes, s_idCodes);
            if (!request.Client.Confidential)
            {
                throw new ProtocolException("A168311", OAuthErrors.UnauthorizedClient, "CIBA is closed to public clients.");
            }

            request.CheckGrantType("CIBA");
            return Accept(request, ReadDeliveryMode(request.Client));
        }
        catch (ProtocolException exception)
        {
            return call.ErrorReply(exception);
        }
    }

    public static ApiAnswer Issue(ApiCall call)
    {
        try
        {
            var request = FindForIssue(call);
            var service = call.Service.Document;
            var configured = service.Number("backchannelAuthReqIdDuration");
            var duration =
                request.RequestedExpiry > 0 ? request.RequestedExpiry
                : configured > 0 ? configured
                : DefaultDuration;
            var authReqId =
                call.Installation.BackchannelRequests.Issue(request, call.Now + (duration * 1000))
                ?? throw InvalidTicket("A181205", "The ticket has given an auth_req_id before.");
            var interval = service.Number("backchannelPollingInterval");
            var content = new JsonObject { ["auth_req_id"] = authReqId };
            if (request.DeliveryMode != "PUSH")
            {
                content["interval"] = interval;
            }

            content["expires_in"] = duration;
            return call.Reply("A183001", "An auth_req_id was issued.", ApiActions.Ok)
                .With("authReqId", authReqId)
                .With("expiresIn", duration)
                .With("interval", interval)
                .With("responseContent", Json.Write(content));
        }
        catch (ProtocolException exception)
        {
            return call.ErrorReply(exception);
        }
    }

    public static ApiAnswer Fail(ApiCall call)
    {
        try
        {
            var ticket = call.Text("ticket");
            if (string.IsNullOrEmpty(ticket))
            {
                throw ProtocolException.OfService("A186201", "The API call does not contain 'ticket'.");
            }

            var store = call.Installation.BackchannelRequests;
            var request = store.ByTicket(ticket) ?? throw ProtocolException.OfService("A186202", "The ticket is unknown.");
            if (request.Client.Service != call.Service)
            {
                throw ProtocolException.OfService("A186203", "The ticket belongs to another service.");
            }

            if (!Ascii.IsValid(call.Text("errorUri") ?? ""))
            {
                throw ProtocolException.OfService("A193203", "'errorUri' is not ASCII.");
            }

            var (error, action) = Refusal(call.Text("reason"));
            if (!store.TryTake(request))
            {
                throw ProtocolException.OfService("A186202", "The ticket is unknown.");
            }

            var content = new JsonObject { ["error"] = error };
            if (call.Text("errorDescription") is { Length: > 0 } description)
            {
                content["error_description"] = description;
            }

            if (call.Text("errorUri") is { Length: > 0 } uri)
            {
                content["error_uri"] = uri;
            }

            return call.Reply("A185001", $"The error answer was made (error = {error}).", action)
                .With("responseContent", Json.Write(content));
        }
        catch (ProtocolException exception)
        {
            return call.ErrorReply(exception);
        }
    }

    private static string ReadDeliveryMode(ClientRecord client)
    {
        var mode =
            client.Document.Text("bcDeliveryMode")
            ?? throw new ProtocolException("A169301", OAuthErrors.UnauthorizedClient, "The client has no delivery mode for CIBA.");
        return client.Service.Document.Lists("supportedBackchannelTokenDeliveryModes", mode)
            ? mode
            : throw new ProtocolException(
                "A169302",
                OAuthErrors.UnauthorizedClient,
                $"The service does not support the delivery mode {mode}."
            );
    }

    private static Reply Accept(DirectRequest outer, string mode)
    {
        var request = SignedBackchannelRequest.Resolve(outer);
        var (call, client) = (request.Call, request.Client);
        var scopes = ReadScopes(request);
        var hint = UserHint.Read(request);
        var (userCode, userCodeRequired) = ReadUserCode(request);
        var accepted = new BackchannelRequest(call.Now + (long)s_ticketLifetime.TotalMilliseconds)
        {
            Ticket = Secrets.NewToken(),
            Client = client,
            ClientIdAliasUsed = request.ClientIdAliasUsed,
            Scopes = scopes,
            Acrs = request.Acrs(),
            DeliveryMode = mode,
            NotificationToken =
                mode == "POLL" ? request.Optional("client_notification_token") : request.Required("client_notification_token"),
            RequestedExpiry = ReadRequestedExpiry(request),
            Resources = ResourceIndicators.Read(request.Parameters),
            AuthorizationDetails = AuthorizationDetails.Read(client, request.Parameters),
            GrantRequest = GrantRequest.Read(call, client, request.Parameters),
            Binding = new TokenBinding(mode == "PUSH" ? TokenBinding.CertificateOf(call, client) : null, null),
        };
        var bindingMessage = request.Optional("binding_message");
        call.Installation.BackchannelRequests.Add(accepted);
        return call.Reply("A179001", "The backchannel authentication request was accepted.", ApiActions.UserIdentification)
            .WithPending(accepted)
            .With("clientAuthMethod", client.AuthenticationMethod)
            .With("clientNotificationToken", accepted.NotificationToken)
            .With("deliveryMode", mode)
            .With("hintType", hint.Type)
            .With("hint", hint.Value)
            .With("sub", hint.Subject)
            .With("bindingMessage", bindingMessage)
            .With("userCode", userCode)
            .With("userCodeRequired", userCodeRequired)
            .With("requestedExpiry", accepted.RequestedExpiry)
            .With("requestContext", request.Parameters.First("request_context"))
            .With("ticket", accepted.Ticket);
    }

    private static IReadOnlyList<string> ReadScopes(DirectRequest request)
    {
        if (string.IsNullOrEmpty(request.Parameters.First("scope")))
        {
            throw new ProtocolException("A176301", OAuthErrors.InvalidRequest, "scope is missing or empty.");
        }

        var scopes = request.Scopes("A176304");
        if (request.Call.Service.Scope("openid") is null)
        {
            throw ProtocolException.OfService("A176105", "The service does not have the scope openid.");
        }

        if (!request.Parameters.Words("scope").Contains("openid"))
        {
            throw new ProtocolException("A176304", OAuthErrors.InvalidScope, "scope must contain openid.");
        }

        if (!scopes.Contains("openid"))
        {
            throw new ProtocolException("A176305", OAuthErrors.InvalidScope, "The client may not ask for openid.");
        }

        return scopes;
    }

    private static (string? UserCode, bool Required) ReadUserCode(DirectRequest request)
    {
        var required =
            request.Client.Document.Flag("bcUserCodeRequired")
            && request.Call.Service.Document.Flag("backchannelUserCodeParameterSupported");
        var userCode = request.Optional("user_code");
        return required && userCode is null
            ? throw new ProtocolException("A177301", MissingUserCode, "user_code is missing.")
            : (userCode, required);
    }

    private static int ReadRequestedExpiry(DirectRequest request)
    {
        if (request.Optional("requested_expiry") is not { } text)
        {
            return 0;
        }

        if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
        {
            throw new ProtocolException("A201301", OAuthErrors.InvalidRequest, "requested_expiry is not an integer.");
        }

        return value > 0
            ? value
            : throw new ProtocolException("A201302", OAuthErrors.InvalidRequest, "requested_expiry must be more than 0.");
    }

    private static BackchannelRequest FindForIssue(ApiCall call)
    {
        var ticket = call.Text("ticket");
        if (string.IsNullOrEmpty(ticket))
        {
            throw ProtocolException.OfService("A182201", "The API call does not contain 'ticket'.");
        }

        var request = call.Installation.BackchannelRequests.ByTicket(ticket) ?? throw InvalidTicket("A181201", "The ticket is unknown.");
        if (request.Client.Deleted)
        {
            throw InvalidTicket("A181201", "The client of the request is gone.");
        }

        if (request.Client.Service != call.Service)
        {
            throw InvalidTicket("A181202", "The ticket belongs to another service.");
        }

        if (request.Expired(call.Now))
        {
            throw InvalidTicket("A181203", "The ticket has expired.");
        }

        return request.Decision is null ? request : throw InvalidTicket("A181204", "The ticket was completed before.");
    }

    private static ProtocolException InvalidTicket(string code, string text) =>
        new(code, OAuthErrors.ServerError, text, ApiActions.InvalidTicket);

    private static (string Error, string Action) Refusal(string? reason) =>
        reason switch
        {
            null or "" or "SERVER_ERROR" => (OAuthErrors.ServerError, ApiActions.InternalServerError),
            "ACCESS_DENIED" => (OAuthErrors.AccessDenied, ApiActions.Forbidden),
            "EXPIRED_LOGIN_HINT_TOKEN"
            or "INVALID_BINDING_MESSAGE"
            or "INVALID_TARGET"
            or "INVALID_USER_CODE"
            or "MISSING_USER_CODE"
            or "UNAUTHORIZED_CLIENT"
            or "UNKNOWN_USER_ID" => (reason.ToLowerInvariant(), ApiActions.BadRequest),
            _ => throw new ApiException(400, "A000201", $"'{reason}' is no reason that this version knows."),
        };
}
