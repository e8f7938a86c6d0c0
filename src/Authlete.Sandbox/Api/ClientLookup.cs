using System.Globalization;
using Authlete.Sandbox.Protocol;
using Authlete.Sandbox.State;

namespace Authlete.Sandbox.Api;

/// <summary>Finds the client that a path names.</summary>
internal static class ClientLookup
{
    /// <summary>The HTTP status for a client that cannot be used.</summary>
    public static int StatusOf(ClientStatus status) => status is ClientStatus.Foreign or ClientStatus.Locked ? 403 : 404;

    /// <summary>The client whose number is in the path.</summary>
    public static ClientRecord Find(ApiCall call, ClientCodes codes)
    {
        var match = long.TryParse(call.Variable, NumberStyles.None, CultureInfo.InvariantCulture, out _)
            ? call.Installation.FindClient(call.Service, call.Variable)
            : new ClientMatch(ClientStatus.NoIdentifier, null, AliasUsed: false);
        return match is { Status: ClientStatus.Found, AliasUsed: false }
            ? match.Client!
            : throw NotUsable(call, codes, match.AliasUsed ? ClientStatus.Unknown : match.Status);
    }

    /// <summary>The error for a client that cannot be used.</summary>
    public static ApiException NotUsable(ApiCall call, ClientCodes codes, ClientStatus status)
    {
        var (code, text) = codes.For(status);
        return call.Fail(StatusOf(status), code, text);
    }
}
