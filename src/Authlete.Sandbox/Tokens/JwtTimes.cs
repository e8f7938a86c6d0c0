using Authlete.Sandbox.Hosting;
using Authlete.Sandbox.Protocol;

namespace Authlete.Sandbox.Tokens;

/// <summary>The times in a JWT that a client hands in (RFC 7519, sections 4.1.4 to 4.1.6).</summary>
internal static class JwtTimes
{
    /// <summary>What is wrong with them, to follow the subject of a sentence; null when nothing is.</summary>
    public static string? Fault(ApiCall call, Jws jwt)
    {
        var now = call.Now / 1000;
        var skew = call.Service.Document.Number("allowableClockSkew");
        return jwt.Seconds("exp") + skew <= now ? "has expired"
            : jwt.Seconds("iat") > now + skew ? "is from the future"
            : jwt.Seconds("nbf") > now + skew ? "is not valid yet"
            : null;
    }
}
