using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using Authlete.Sandbox.Api;
using Authlete.Sandbox.Grants;
using Authlete.Sandbox.Protocol;
using Authlete.Sandbox.State;

namespace Authlete.Sandbox.Authorization;

/// <summary>/auth/authorization, and the two APIs that complete it.</summary>
internal static class AuthorizationEndpoint
{
    private static readonly TimeSpan s_ticketLifetime = TimeSpan.FromHours(24);

    public static ApiAnswer Authorize(ApiCall call)
    {
        AuthorizationRequestReader? reader = null;
        try
        {
            reader = new AuthorizationRequestReader(call, ReadParameters(call));
            return Accept(call, reader.Read());
        }
        catch (ProtocolException exception)
        {
            var reply = reader?.Redirection is { } redirection
                ? redirection.Reply(call, exception.Code, exception.Error, exception.Message)
                : call.ErrorReply(exception);
            return reply.With("service", call.Service.ToJson());
        }
    }

    public static ApiAnswer Issue(ApiCall call)
    {
        try
        {
            var (key, ticket) = FindTicket(call, new TicketCodes("A041201", "A041202", "A041203", "A041301"));
            return AuthorizationIssue.Issue(call, key, ticket.Request);
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
            var (key, ticket) = FindTicket(call, new TicketCodes("A059201", "A059202", "A059203", "A059301"));
            var refusal = AuthorizationRefusal.Of(call.Text("reason"), call.Text("description"));
            if (!call.Installation.AuthorizationTickets.TryTake(key))
            {
                throw ProtocolException.OfService("A059202", "The ticket is unknown.");
            }

            return ticket.Request.Redirection.Reply(call, refusal.Code, refusal.Error, refusal.Text);
        }
        catch (ProtocolException exception)
        {
            return call.ErrorReply(exception);
        }
    }

    private static FormParameters ReadParameters(ApiCall call)
    {
        if (call.Text("parameters") is not { } text)
        {
            throw new ProtocolException("A004201", OAuthErrors.InvalidRequest, "The API call does not contain 'parameters'.");
        }

        if (!FormParameters.TryParse(text, out var parameters))
        {
            throw new ProtocolException("A004202", OAuthErrors.InvalidRequest, "'parameters' is not form-urlencoded.");
        }

        return parameters.IsEmpty
            ? throw new ProtocolException("A004301", OAuthErrors.InvalidRequest, "The authorization request has no parameters.")
            : parameters;
    }

    private static Reply Accept(ApiCall call, AuthorizationRequest request)
    {
        var ticket = call.Installation.AuthorizationTickets.Add(
            new AuthorizationTicket(request, call.Now + (long)s_ticketLifetime.TotalMilliseconds)
        );
        var silent = request.Prompts is ["NONE"];
        var openId = request.Has("openid");
        var text =
            $"A ticket was issued to the service (API key = {call.Service.ApiKey}) for the authorization request of the client "
            + $"(ID = {request.Client.Id}). [response_type={request.ResponseType}, openid={(openId ? "true" : "false")}]";
        return call.Reply("A004001", text, silent ? ApiActions.NoInteraction : ApiActions.Interaction)
            .With("ticket", ticket)
            .With("service", call.Service.ToJson())
            .With("client", request.Client.Document.ToObject())
            .With("clientIdAliasUsed", request.ClientIdAliasUsed)
            .With("scopes", new JsonArray([.. request.Scopes.Select(name => call.Service.Scope(name)!.ToObject())]))
            .With("display", request.Display)
            .With("maxAge", request.MaxAge)
            .With("prompts", request.Prompts)
            .With("uiLocales", request.UiLocales)
            .With("claimsLocales", request.ClaimsLocales)
            .With("claims", IdTokenClaims(call.Service, request))
            .With("acrs", request.Claims.Acrs)
            .With("acrEssential", request.Claims.AcrEssential)
            .With("subject", request.Claims.Subject)
            .With("loginHint", request.LoginHint)
            .With("idTokenClaims", request.Claims.IdToken)
            .With("userInfoClaims", request.Claims.UserInfo)
            .With("resources", request.Resources)
            .With("authorizationDetails", request.AuthorizationDetails?.ToApi())
            .With("requestObjectPayload", request.RequestObjectPayload)
            .WithGrant(request.GrantRequest);
    }

    /// <summary>The names of the claims that the caller must collect for the ID token.</summary>
    private static IReadOnlyList<string> IdTokenClaims(ServiceRecord service, AuthorizationRequest request)
    {
        if (!request.Has("openid"))
        {
            return [];
        }

        var idTokenOnly = request.ResponseType is { IdToken: true, Code: false, Token: false };
        var scopesCount = idTokenOnly || !service.Document.Flag("claimShortcutRestrictive");
        return StandardClaims.Supported(service, scopesCount ? request.Scopes : [], request.Claims.IdTokenNames);
    }

    private static (string Key, AuthorizationTicket Ticket) FindTicket(ApiCall call, TicketCodes codes)
    {
        var key = call.Text("ticket");
        if (string.IsNullOrEmpty(key))
        {
            throw ProtocolException.OfService(codes.Missing, "The API call does not contain 'ticket'.");
        }

        var tickets = call.Installation.AuthorizationTickets;
        var ticket = tickets.Find(key) ?? throw ProtocolException.OfService(codes.Unknown, "The ticket is unknown.");
        if (ticket.Request.Client.Service != call.Service)
        {
            throw ProtocolException.OfService(codes.Foreign, "The ticket belongs to another service.");
        }

        if (ticket.ExpiresAt > call.Now)
        {
            return (key, ticket);
        }

        tickets.TryTake(key);
        throw new ProtocolException(codes.Expired, OAuthErrors.InvalidRequest, "The ticket has expired.");
    }

    private sealed record TicketCodes(string Missing, string Unknown, string Foreign, string Expired);
}
