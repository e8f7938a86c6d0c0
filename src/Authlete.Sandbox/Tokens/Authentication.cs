namespace Authlete.Sandbox.Tokens;

/// <summary>The user, as the API's caller described them when tokens were issued.</summary>
/// <param name="Subject">The user's unique identifier.</param>
/// <param name="Sub">The value of the <c>sub</c> claim if it isn't the subject.</param>
/// <param name="AuthTime">Seconds since the Unix epoch, 0 when not known.</param>
/// <param name="Acr">The authentication context that was reached.</param>
/// <param name="Claims">Claims of the user for the ID token, a JSON object.</param>
/// <param name="IdTokenHeader">Members to add to the ID token's header, a JSON object.</param>
internal sealed record Authentication(
    string Subject,
    string? Sub = null,
    long AuthTime = 0,
    string? Acr = null,
    string? Claims = null,
    string? IdTokenHeader = null
);
