using System;

namespace Authlete.Sandbox.State;

/// <summary>Instants as the service counts them: milliseconds since the Unix epoch.</summary>
internal static class Times
{
    public static long NowMilliseconds(this TimeProvider clock) => clock.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>The nearest whole second: what is read back from the database has no milliseconds.</summary>
    public static long Rounded(long milliseconds) => (milliseconds + 500) / 1000 * 1000;
}
