using System.Text.Json.Nodes;
using Authlete.Sandbox.State;

namespace Authlete.Sandbox.Protocol;

/// <summary>Error codes of RFC 6749, RFC 6750 and OpenID Connect Core, and the JSON that carries them.</summary>
internal static class OAuthErrors
{
    public const string InvalidRequest = "invalid_request";
    public const string InvalidClient = "invalid_client";
    public const string InvalidGrant = "invalid_grant";
    public const string InvalidScope = "invalid_scope";
    public const string InvalidTarget = "invalid_target";
    public const string InvalidRequestUri = "invalid_request_uri";
    public const string InvalidRequestObject = "invalid_request_object";
    public const string InvalidAuthorizationDetails = "invalid_authorization_details";
    public const string InvalidGrantId = "invalid_grant_id";
    public const string InvalidDpopProof = "invalid_dpop_proof";
    public const string AuthorizationPending = "authorization_pending";
    public const string ExpiredToken = "expired_token";
    public const string AccessDenied = "access_denied";
    public const string InvalidToken = "invalid_token";
    public const string InsufficientScope = "insufficient_scope";
    public const string UnauthorizedClient = "unauthorized_client";
    public const string UnsupportedGrantType = "unsupported_grant_type";
    public const string UnsupportedResponseType = "unsupported_response_type";
    public const string ServerError = "server_error";

    public static string Uri(string code) => "https://docs.authlete.com/#" + code;

    /// <summary>The members of an error response, without those that the service omits.</summary>
    public static JsonObject Members(ServiceRecord service, string code, string error, string text)
    {
        var members = new JsonObject();
        if (!service.Document.Flag("errorDescriptionOmitted"))
        {
            members["error_description"] = ResultMessage.Of(code, text);
        }

        members["error"] = error;
        if (!service.Document.Flag("errorUriOmitted"))
        {
            members["error_uri"] = Uri(code);
        }

        return members;
    }
}
