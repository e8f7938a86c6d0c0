using System;

namespace Authlete.Sandbox.State;

/// <summary>A store of what belongs to clients.</summary>
internal interface IClientStore
{
    /// <summary>Takes out what belongs to clients that fulfil the condition: they are gone.</summary>
    void Forget(Func<ClientRecord, bool> condition);
}
