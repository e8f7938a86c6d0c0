using System;

namespace Authlete.ApiClient.Json;

internal static class ApiTime
{
    private static readonly long s_minMilliseconds = DateTimeOffset.MinValue.ToUnixTimeMilliseconds();
    private static readonly long s_maxMilliseconds = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();

    public static DateTimeOffset? FromNumber(long? number, TimeUnit unit)
    {
        if (number is not { } count || count == 0)
        {
            return null;
        }

        var milliseconds =
            unit == TimeUnit.Milliseconds ? count
            : count > s_maxMilliseconds / 1000 ? s_maxMilliseconds
            : count < s_minMilliseconds / 1000 ? s_minMilliseconds
            : count * 1000;
        return DateTimeOffset.FromUnixTimeMilliseconds(Math.Max(s_minMilliseconds, Math.Min(s_maxMilliseconds, milliseconds)));
    }

    public static long ToNumber(DateTimeOffset time, TimeUnit unit) =>
        unit == TimeUnit.Milliseconds ? time.ToUnixTimeMilliseconds() : time.ToUnixTimeSeconds();
}
