namespace Authlete.Sandbox.State;

internal enum ClientStatus
{
    Found,
    Unknown,
    Foreign,
    Deleted,
    Locked,
    NoIdentifier,
    AliasOff,
}

/// <summary>The result of a look-up by client ID or alias.</summary>
internal readonly record struct ClientMatch(ClientStatus Status, ClientRecord? Client, bool AliasUsed);
