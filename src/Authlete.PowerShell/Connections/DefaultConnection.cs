using System;
using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;

namespace Authlete.PowerShell.Connections;

/// <summary>The default connection of each runspace, so that parallel ones don't step on each other.</summary>
internal static class DefaultConnection
{
    private static readonly ConditionalWeakTable<Runspace, State> s_states = new();

    /// <summary>The runspace's connection, or null.</summary>
    public static AuthleteConnection? Current => FindState()?.Connection;

    /// <summary>Whether Disconnect-Authlete has closed it or Connect-Authlete has failed: then the environment variables are not used either.</summary>
    public static bool IsDisconnected => FindState() is { IsDisconnected: true };

    /// <summary>The base URI of the connection, or of the one that was forgotten by a Connect-Authlete that failed.</summary>
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

    /// <summary>Forgets the connection until the next one is set. Whoever holds it can still use it.</summary>
    public static void Forget()
    {
        if (Runspace.DefaultRunspace is { } runspace)
        {
            var state = s_states.GetOrCreateValue(runspace);
            state.Connection = null;
            state.IsDisconnected = true;
        }
    }

    /// <summary>Closes the connection and forgets it.</summary>
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
