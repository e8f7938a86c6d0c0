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

/// <summary>What a client id or alias led to.</summary>
internal readonly record struct ClientMatch(ClientStatus Status, ClientRecord? Client, bool AliasUsed);
