using System;

namespace Authlete.Sandbox.State;

/// <summary>A store of items that belong to clients.</summary>
internal interface IClientStore
{
    /// <summary>Removes the items of deleted clients.</summary>
    void Forget(Func<ClientRecord, bool> condition);
}
