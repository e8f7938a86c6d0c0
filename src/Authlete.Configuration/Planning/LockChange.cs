namespace Authlete.Configuration.Planning;

/// <summary>What is done about the lock of a client.</summary>
internal enum LockChange
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It is locked after everything else.</summary>
    Lock,

    /// <summary>It is unlocked before everything else.</summary>
    Unlock,

    /// <summary>It is unlocked, and locked again whatever happens in between.</summary>
    LiftFor,
}
