using System;
using System.Linq;

namespace Authlete.PowerShell.Errors;

/// <summary>How to find out whether a change was made if its response was lost.</summary>
internal static class OutcomeAdvice
{
    // The first match applies.
    private static readonly (string Path, string Advice)[] s_byPath =
    [
        ("/service/create", "Look for the service with Get-AuthleteService before you create it again. Otherwise, there may be two."),
        ("/service/delete", "Get-AuthleteService shows whether it still exists."),
        ("/service/", "Read the service with Get-AuthleteService before you try again."),
        ("/client/create", "Look for the client with Get-AuthleteClient before you create it again. Otherwise, there may be two."),
        ("/client/registration/get", "Look for the client with Get-AuthleteClient: it may have a new registration access token."),
        ("/client/registration/delete", "Get-AuthleteClient shows whether it still exists."),
        ("/client/registration/update", "Read the client with Get-AuthleteClient before you try again."),
        ("/client/registration", "Look for the client with Get-AuthleteClient before you try again. Otherwise, there may be two."),
        ("/client/secret/", "Get-AuthleteClient shows the current secret, which may be a new one."),
        ("/client/authorization/", "Get-AuthleteClientAuthorization shows the current authorization."),
        ("/client/granted_scopes/", "Get-AuthleteGrantedScope shows the current scopes."),
        ("/client/extension/", "Get-AuthleteRequestableScope shows the current scopes."),
        ("/client/delete", "Get-AuthleteClient shows whether it still exists."),
        ("/client/", "Read the client with Get-AuthleteClient before you try again."),
        (
            "/auth/token/create",
            "Look for the token with Get-AuthleteAccessToken before you create another. If it exists, remove it, because its value is lost."
        ),
        ("/auth/token/update", "Get-AuthleteAccessToken shows the current token."),
        ("/auth/token/delete", "Get-AuthleteAccessToken shows whether it still exists."),
        ("/auth/token/revoke", "Get-AuthleteAccessToken shows the remaining tokens. It is safe to revoke them again."),
        ("/auth/revocation", "It is safe to revoke the token again."),
        ("/hsk/", "Get-AuthleteHsk shows the existing keys."),
        ("/auth/", "A ticket, code or refresh token that was sent may have been used: if it is refused now, start the flow again."),
        ("/pushed_auth_req", "Push the request again. The other one, if it exists, expires."),
        ("/backchannel/", "A ticket that was sent may have been used: if it is refused now, start the request again."),
        ("/device/", "The user code may already have a decision: verify it again before you try again."),
        ("/federation/", "Look for the client with Get-AuthleteClient before you try again."),
        ("/gm", "Query the grant again before you try again."),
    ];

    /// <summary>The remedy for a change that may have been made.</summary>
    /// <param name="path">The operation's path template.</param>
    public static string For(string path) =>
        "The change may have been made. "
        + (
            s_byPath.FirstOrDefault(entry => path.StartsWith(entry.Path, StringComparison.Ordinal)).Advice
            ?? "Read the object that the call changes before you send the call again."
        );
}
