namespace Authlete.Sandbox.Protocol;

/// <summary>The values of <c>action</c>.</summary>
internal static class ApiActions
{
    public const string Ok = "OK";
    public const string BadRequest = "BAD_REQUEST";
    public const string InternalServerError = "INTERNAL_SERVER_ERROR";
    public const string InvalidClient = "INVALID_CLIENT";
    public const string Unauthorized = "UNAUTHORIZED";
    public const string Forbidden = "FORBIDDEN";
    public const string NotFound = "NOT_FOUND";
    public const string Location = "LOCATION";
    public const string Form = "FORM";
    public const string Interaction = "INTERACTION";
    public const string NoInteraction = "NO_INTERACTION";
    public const string Password = "PASSWORD";
    public const string Json = "JSON";
    public const string Jwt = "JWT";
    public const string Created = "CREATED";
    public const string NoContent = "NO_CONTENT";
    public const string CallerError = "CALLER_ERROR";
    public const string ServerError = "SERVER_ERROR";
    public const string InvalidTicket = "INVALID_TICKET";
    public const string UserIdentification = "USER_IDENTIFICATION";
    public const string NoAction = "NO_ACTION";
    public const string Notification = "NOTIFICATION";
    public const string TokenExchange = "TOKEN_EXCHANGE";
    public const string JwtBearer = "JWT_BEARER";
    public const string IdTokenReissuable = "ID_TOKEN_REISSUABLE";
}
