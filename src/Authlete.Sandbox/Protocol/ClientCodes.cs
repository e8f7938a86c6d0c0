using Authlete.Sandbox.State;

namespace Authlete.Sandbox.Protocol;

/// <summary>The result codes of an API for each reason why a client can't be used.</summary>
internal sealed record ClientCodes(string Unknown, string Foreign, string Deleted, string Locked, string NoIdentifier, string AliasOff)
{
    /// <summary>The check that the APIs with a client identifier in the path or query share.</summary>
    public static ClientCodes Shared { get; } = new("A001218", "A001219", "A001220", "A001221", "A001218", "A001222");

    /// <summary>The check that the APIs with a client's number in the path share.</summary>
    public static ClientCodes SharedById { get; } = new("A001212", "A001213", "A001214", "A001215", "A001216", "A001216");

    public (string Code, string Text) For(ClientStatus status) =>
        status switch
        {
            ClientStatus.Foreign => (Foreign, "The client belongs to another service."),
            ClientStatus.Deleted => (Deleted, "The client was deleted."),
            ClientStatus.Locked => (Locked, "The client is locked."),
            ClientStatus.NoIdentifier => (NoIdentifier, "The client ID is invalid."),
            ClientStatus.AliasOff => (AliasOff, "The alias of the client is not enabled."),
            _ => (Unknown, "No client has this ID."),
        };
}
