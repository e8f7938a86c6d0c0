using System;
using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;

namespace Authlete.PowerShell.Connections;

/// <summary>The clock of a session. Tests replace it in the runspaces that they open.</summary>
internal static class SessionClock
{
    private static readonly ConditionalWeakTable<Runspace, Func<DateTimeOffset>> s_clocks = new();

    public static DateTimeOffset UtcNow =>
        Runspace.DefaultRunspace is { } session && s_clocks.TryGetValue(session, out var clock) ? clock() : DateTimeOffset.UtcNow;

    public static void Set(Runspace session, Func<DateTimeOffset> clock) => s_clocks.Add(session, clock);
}
