namespace Authlete.Configuration.Planning;

/// <summary>A change of the lock of a client.</summary>
internal enum LockChange
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Locks the client after all other changes.</summary>
    Lock,

    /// <summary>Unlocks the client before all other changes.</summary>
    Unlock,

    /// <summary>Unlocks the client for the changes, and locks it again even if they fail.</summary>
    UnlockTemporarily,
}
