using System;

namespace Authlete.Sandbox.State;

/// <summary>Instants as the service counts them: milliseconds since the Unix epoch.</summary>
internal static class Times
{
    public static long NowMilliseconds(this TimeProvider clock) => clock.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>The nearest whole second: what is read back from the database has no milliseconds.</summary>
    public static long Rounded(long milliseconds) => (Math.Min(milliseconds, long.MaxValue - 500) + 500) / 1000 * 1000;
}
