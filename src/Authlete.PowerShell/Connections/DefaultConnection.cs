using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;

namespace Authlete.PowerShell.Connections;

/// <summary>The default connection of each runspace, so that parallel ones don't step on each other.</summary>
internal static class DefaultConnection
{
    private static readonly ConditionalWeakTable<Runspace, State> s_states = new();

    /// <summary>The runspace's connection, or null.</summary>
    public static AuthleteConnection? Current => FindState()?.Connection;

    /// <summary>Whether Disconnect-Authlete has closed it: then the environment variables are not used either.</summary>
    public static bool IsDisconnected => FindState() is { IsDisconnected: true };

    public static void Set(AuthleteConnection connection)
    {
        if (Runspace.DefaultRunspace is { } runspace)
        {
            var state = s_states.GetOrCreateValue(runspace);
            state.Connection = connection;
            state.IsDisconnected = false;
        }
    }

    public static void Clear()
    {
        if (Runspace.DefaultRunspace is { } runspace)
        {
            var state = s_states.GetOrCreateValue(runspace);
            state.Connection?.Dispose();
            state.Connection = null;
            state.IsDisconnected = true;
        }
    }

    private static State? FindState() =>
        Runspace.DefaultRunspace is { } runspace && s_states.TryGetValue(runspace, out var state) ? state : null;

    private sealed class State
    {
        public AuthleteConnection? Connection { get; set; }

        public bool IsDisconnected { get; set; }
    }
}
