using Authlete.Sandbox.Api;
using Authlete.Sandbox.Protocol;

namespace Authlete.Sandbox.Tokens;

/// <summary>The times in a client's JWT (RFC 7519, sections 4.1.4 to 4.1.6).</summary>
internal static class JwtTimes
{
    public const string Expired = "A160206";

    /// <summary>The error in them, as a result code of /jose/verify and the predicate of a sentence; null if there is none.</summary>
    public static (string Code, string Text)? Fault(ApiCall call, Jws jwt)
    {
        var now = call.Now / 1000;
        var skew = call.Service.Document.Number("allowableClockSkew");
        return jwt.Seconds("exp") + skew <= now ? (Expired, "has expired")
            : jwt.Seconds("iat") > now + skew ? ("A160207", "is from the future")
            : jwt.Seconds("nbf") > now + skew ? ("A160208", "is not valid yet")
            : null;
    }
}
