using System.Runtime.CompilerServices;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Connections;

/// <summary>Records the owner's connection that a service was read with, so that Connect-Authlete uses the same endpoint for the service.</summary>
internal static class ServiceOrigin
{
    private static readonly ConditionalWeakTable<Service, AuthleteConnection> s_origins = new();

    public static void Remember(Service service, AuthleteConnection connection)
    {
        s_origins.Remove(service);
        s_origins.Add(service, connection);
    }

    public static AuthleteConnection? Find(Service service) => s_origins.TryGetValue(service, out var connection) ? connection : null;
}
