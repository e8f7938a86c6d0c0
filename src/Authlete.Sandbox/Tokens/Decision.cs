using System.Collections.Generic;
using Authlete.Sandbox.Api;
using Authlete.Sandbox.Protocol;
using Authlete.Sandbox.State;

namespace Authlete.Sandbox.Tokens;

/// <summary>The outcome of a request that waited for a user: AUTHORIZED, ACCESS_DENIED, or TRANSACTION_FAILED.</summary>
internal sealed record Decision(string Result)
{
    public const string AuthorizedResult = "AUTHORIZED";
    public const string DeniedResult = "ACCESS_DENIED";

    private const int MaximumLength = 100;

    /// <summary>The user; null without consent.</summary>
    public Authentication? Authentication { get; init; }

    public IReadOnlyList<string> Scopes { get; init; } = [];

    public IReadOnlyList<TokenProperty> Properties { get; init; } = [];

    public string? GrantId { get; init; }

    public string? ErrorDescription { get; init; }

    public string? ErrorUri { get; init; }

    public string? AccessToken { get; init; }

    public long AccessTokenDuration { get; init; }

    public long RefreshTokenDuration { get; init; }

    public string? JwtClaims { get; init; }

    /// <summary>"array" or "string" for the audience of the ID token; null for the service's setting.</summary>
    public string? IdTokenAudienceType { get; init; }

    public bool Authorized => Result == AuthorizedResult;

    public static Decision Read(ApiCall call, PendingAuthorization pending, DecisionCodes codes)
    {
        var result = call.Text("result");
        if (string.IsNullOrEmpty(result))
        {
            throw Fault(codes.NoResult, "The API call does not contain 'result'.");
        }

        if (!ApiFacts.Current.Enum("DeviceCompleteResult")!.Contains(result))
        {
            throw new ApiException(400, "A000201", $"'{result}' is no result that this version knows.");
        }

        if (!Ascii.IsValid(call.Text("errorUri") ?? ""))
        {
            throw Fault(codes.BadErrorUri, "'errorUri' is not ASCII.");
        }

        var decision = new Decision(result) { ErrorDescription = call.Text("errorDescription"), ErrorUri = call.Text("errorUri") };
        return result != AuthorizedResult
            ? decision
            : decision with
            {
                Authentication = ReadAuthentication(call, codes),
                Scopes = call.Texts("scopes") is { } replaced ? call.Service.Requestable(pending.Client, replaced) : pending.Scopes,
                Properties = TokenProperties.Read(call) ?? [],
                AccessToken = call.Text("accessToken"),
                AccessTokenDuration = call.Number("accessTokenDuration"),
                RefreshTokenDuration = call.Number("refreshTokenDuration"),
                JwtClaims = call.Text("jwtAtClaims"),
                IdTokenAudienceType = call.Text("idTokenAudType"),
            };
    }

    private static Authentication ReadAuthentication(ApiCall call, DecisionCodes codes)
    {
        var subject = Subjects.Read(call, codes.Subject + "201", codes.Subject + "202", codes.Subject + "203");
        CheckText(call, "sub", codes.Sub);
        if (call.Number("authTime") < 0)
        {
            throw Fault(codes.NegativeAuthTime, "'authTime' is negative.");
        }

        CheckText(call, "acr", codes.Acr);
        if (call.Text("claims") is { } claims && !Json.TryParseObject(claims, out _))
        {
            throw Fault(codes.BadClaims, "'claims' is not a JSON object.");
        }

        if (call.Text("idtHeaderParams") is { } header && !Json.TryParseObject(header, out _))
        {
            throw Fault(codes.BadHeader, "'idtHeaderParams' is not a JSON object.");
        }

        return new Authentication(
            subject,
            call.Text("sub"),
            call.Number("authTime"),
            call.Text("acr"),
            call.Text("claims"),
            call.Text("idtHeaderParams")
        );
    }

    private static void CheckText(ApiCall call, string name, string codes)
    {
        var text = call.Text(name) ?? "";
        if (text.Length > MaximumLength)
        {
            throw Fault(codes + "201", $"'{name}' is longer than {MaximumLength} characters.");
        }

        if (!Ascii.IsValid(text))
        {
            throw Fault(codes + "202", $"'{name}' is not ASCII.");
        }
    }

    private static ProtocolException Fault(string code, string text) => ProtocolException.OfService(code, text);
}

/// <summary>
/// An API's result codes for an invalid decision. For <c>subject</c>, <c>sub</c>, and <c>acr</c>, which can be invalid in several
/// ways, only the first four characters.
/// </summary>
internal sealed record DecisionCodes(
    string NoResult,
    string Subject,
    string Sub,
    string Acr,
    string NegativeAuthTime,
    string BadClaims,
    string BadHeader,
    string BadErrorUri
);
