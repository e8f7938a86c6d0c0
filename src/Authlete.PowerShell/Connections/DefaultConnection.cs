using System;
using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;

namespace Authlete.PowerShell.Connections;

/// <summary>The default connection of each runspace. Parallel runspaces don't share it.</summary>
internal static class DefaultConnection
{
    private static readonly ConditionalWeakTable<Runspace, State> s_states = new();

    /// <summary>The runspace's connection; null if there is none.</summary>
    public static AuthleteConnection? Current => FindState()?.Connection;

    /// <summary>Whether Disconnect-Authlete closed the connection or Connect-Authlete failed. If so, the environment variables aren't used either.</summary>
    public static bool IsDisconnected => FindState() is { IsDisconnected: true };

    /// <summary>The base URI of the connection, or of the one that was removed because Connect-Authlete failed.</summary>
    public static Uri? LastBaseUri => FindState()?.LastBaseUri;

    public static void Set(AuthleteConnection connection)
    {
        if (Runspace.DefaultRunspace is { } runspace)
        {
            var state = s_states.GetOrCreateValue(runspace);
            state.Connection = connection;
            state.LastBaseUri = connection.BaseUri;
            state.IsDisconnected = false;
        }
    }

    /// <summary>Removes the connection until the next one is set. Other references to it can still use it.</summary>
    public static void Forget()
    {
        if (Runspace.DefaultRunspace is { } runspace)
        {
            var state = s_states.GetOrCreateValue(runspace);
            state.Connection = null;
            state.IsDisconnected = true;
        }
    }

    /// <summary>Closes and removes the connection.</summary>
    public static void Clear()
    {
        Current?.Dispose();
        Forget();
        if (FindState() is { } state)
        {
            state.LastBaseUri = null;
        }
    }

    private static State? FindState() =>
        Runspace.DefaultRunspace is { } runspace && s_states.TryGetValue(runspace, out var state) ? state : null;

    private sealed class State
    {
        public AuthleteConnection? Connection { get; set; }

        public Uri? LastBaseUri { get; set; }

        public bool IsDisconnected { get; set; }
    }
}
