using Authlete.Sandbox.Api;
using Authlete.Sandbox.Protocol;
using Authlete.Sandbox.Tokens;

namespace Authlete.Sandbox.TokenEndpoint;

/// <summary>/auth/token/issue and /auth/token/fail: the second half of the password grant.</summary>
internal static class PasswordDecision
{
    public static ApiAnswer Issue(ApiCall call)
    {
        try
        {
            var (key, ticket) = FindTicket(call, "A055201", "A055202", "A055203", "A055301");
            var subject = Subjects.Read(call, "A111201", "A111202", "A111203");
            if (!call.Installation.PasswordTickets.TryTake(key))
            {
                throw ProtocolException.OfService("A061301", "The ticket was used by another call at the same time.");
            }

            var order = new TokenOrder(ticket.Client, "PASSWORD", ticket.Scopes)
            {
                ClientIdAliasUsed = ticket.ClientIdAliasUsed,
                Subject = subject,
                Properties = TokenProperties.Read(call) ?? ticket.Properties,
                Binding = ticket.Binding,
                JwtClaims = call.Text("jwtAtClaims"),
                AccessToken = call.Text("accessToken"),
                AccessTokenDuration = call.Number("accessTokenDuration"),
                RefreshTokenDuration = call.Number("refreshTokenDuration"),
            };
            var tokens =
                TokenIssuer.TryIssue(call.Installation, order)
                ?? throw ProtocolException.OfService("A144201", "The access token value is in use already.");
            return TokenResponses.Reply(call, "A054001", "The token request (grant_type=password) was answered.", tokens);
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
            var (key, _) = FindTicket(call, "A063201", "A063202", "A063203", "A063301");
            var refusal = Refusal(call.Text("reason"));
            if (!call.Installation.PasswordTickets.TryTake(key))
            {
                throw ProtocolException.OfService("A063202", "The ticket is unknown.");
            }

            return call.ErrorReply(refusal);
        }
        catch (ProtocolException exception)
        {
            return call.ErrorReply(exception);
        }
    }

    private static ProtocolException Refusal(string? reason) =>
        reason switch
        {
            null or "" => throw ProtocolException.OfService("A067201", "The API call does not contain 'reason'."),
            "INVALID_RESOURCE_OWNER_CREDENTIALS" => new("A067301", OAuthErrors.InvalidRequest, "The user name or the password is wrong."),
            "UNKNOWN" => new("A067302", OAuthErrors.InvalidRequest, "The token request failed for an unknown reason."),
            "INVALID_TARGET" => new("A067303", OAuthErrors.InvalidTarget, "The resource named is refused."),
            _ => throw new ApiException(400, "A000201", $"'{reason}' is no reason that this version knows."),
        };

    private static (string Key, PasswordTicket Ticket) FindTicket(
        ApiCall call,
        string missing,
        string unknown,
        string foreign,
        string expired
    )
    {
        var key = call.Text("ticket");
        if (string.IsNullOrEmpty(key))
        {
            throw ProtocolException.OfService(missing, "The API call does not contain 'ticket'.");
        }

        var tickets = call.Installation.PasswordTickets;
        var ticket = tickets.Find(key) ?? throw ProtocolException.OfService(unknown, "The ticket is unknown.");
        if (ticket.Client.Service != call.Service)
        {
            throw ProtocolException.OfService(foreign, "The ticket belongs to another service.");
        }

        if (ticket.ExpiresAt > call.Now)
        {
            return (key, ticket);
        }

        tickets.TryTake(key);
        throw ProtocolException.OfService(expired, "The ticket has expired.");
    }
}
