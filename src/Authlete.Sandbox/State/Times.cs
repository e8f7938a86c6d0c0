using System;

namespace Authlete.Sandbox.State;

/// <summary>Times of the service: milliseconds since the Unix epoch.</summary>
internal static class Times
{
    public static long NowMilliseconds(this TimeProvider clock) => clock.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>The nearest second, because times from the database have no milliseconds.</summary>
    public static long Rounded(long milliseconds) => (Math.Min(milliseconds, long.MaxValue - 500) + 500) / 1000 * 1000;
}
