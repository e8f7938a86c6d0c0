using System;
using Authlete.Sandbox.Api;
using Authlete.Sandbox.Protocol;
using Authlete.Sandbox.Tokens;

namespace Authlete.Sandbox.TokenEndpoint;

/// <summary>The first half of the password grant (RFC 6749, section 4.3). The caller then checks the credentials.</summary>
internal static class PasswordGrant
{
    private static readonly TimeSpan s_ticketLifetime = TimeSpan.FromHours(24);

    public static Reply Answer(TokenRequest request)
    {
        var call = request.Call;
        var username = request.Required("username", "A051301", "A051302", "A051303");
        var password = request.Required("password", "A051304", "A051305", "A051306");
        var scopes = RequestedScopes.Read(request, "A051307", "A051308");
        var ticket = call.Installation.PasswordTickets.Add(
            new PasswordTicket(
                request.Client,
                request.ClientIdAliasUsed,
                scopes,
                TokenProperties.Read(call) ?? [],
                call.Now + (long)s_ticketLifetime.TotalMilliseconds
            )
            {
                Binding = TokenBinding.Of(call, request.Client),
            }
        );
        return call.Reply("A051001", "A ticket was issued for the token request (grant_type=password).", ApiActions.Password)
            .With("ticket", ticket)
            .With("username", username)
            .With("password", password)
            .With("grantType", "PASSWORD")
            .With("scopes", scopes)
            .WithClient(request.Client, request.ClientIdAliasUsed);
    }
}
