using Authlete.Sandbox.Api;
using Authlete.Sandbox.Protocol;

namespace Authlete.Sandbox.Authorization;

/// <summary>The reason for refusing an accepted authorization request.</summary>
internal sealed record AuthorizationRefusal(string Code, string Error, string Text)
{
    private const string LoginRequired = "login_required";

    public static AuthorizationRefusal Of(string? reason, string? description)
    {
        var refusal = reason switch
        {
            null or "" => throw ProtocolException.OfService("A060201", "The API call does not contain 'reason'."),
            "NOT_LOGGED_IN" => new AuthorizationRefusal("A060301", LoginRequired, "The request demands silence, but no user is logged in."),
            "MAX_AGE_NOT_SUPPORTED" => new("A060302", LoginRequired, "The maximum authentication age cannot be honoured."),
            "EXCEEDS_MAX_AGE" => new("A060303", LoginRequired, "The user's login is older than the request allows."),
            "DIFFERENT_SUBJECT" => new("A060304", LoginRequired, "The user logged in is not the one the request names."),
            "ACR_NOT_SATISFIED" => new("A060305", LoginRequired, "The authentication context that the request demands was not reached."),
            "DENIED" => new("A060306", "access_denied", "The user denied the request."),
            "UNKNOWN" => new("A060307", OAuthErrors.ServerError, "The request failed for an unknown reason."),
            "SERVER_ERROR" => new("A060308", OAuthErrors.ServerError, "The authorization server failed."),
            "NOT_AUTHENTICATED" => new("A060309", LoginRequired, "The user was not authenticated."),
            "ACCOUNT_SELECTION_REQUIRED" => new("A060310", "account_selection_required", "The user has to select an account."),
            "CONSENT_REQUIRED" => new("A060311", "consent_required", "The user has to consent."),
            "INTERACTION_REQUIRED" => new("A060312", "interaction_required", "The user has to be asked."),
            "INVALID_TARGET" => new("A060313", OAuthErrors.InvalidTarget, "The resource named is refused."),
            _ => throw new ApiException(400, "A000201", $"'{reason}' is no reason that this version knows."),
        };
        return string.IsNullOrEmpty(description) ? refusal : refusal with { Text = description };
    }
}
