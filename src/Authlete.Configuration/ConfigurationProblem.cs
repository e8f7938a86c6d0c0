namespace Authlete.Configuration;

/// <summary>What keeps a configuration from being read, compared or written.</summary>
internal enum ConfigurationProblem
{
    /// <summary>The folder, or a file in it, isn't what it has to be.</summary>
    InvalidFolder,

    /// <summary>Placeholders have no value.</summary>
    UnresolvedPlaceholder,

    /// <summary>A file has a secret, or a mask, where none may be.</summary>
    ExposedSecret,

    /// <summary>The folder has a secrets.json that would become stale.</summary>
    StaleSecrets,

    /// <summary>A file belongs to no client, or to several.</summary>
    AmbiguousClient,

    /// <summary>There is no such rule, or none is left to apply.</summary>
    UnknownRule,

    /// <summary>One service is expected, and several came.</summary>
    SeveralServices,

    /// <summary>A suppression file isn't what it has to be.</summary>
    InvalidSuppressions,

    /// <summary>A client of ids.json is gone.</summary>
    ClientGone,

    /// <summary>Two clients want the same alias.</summary>
    AliasTaken,

    /// <summary>More clients would be removed than somebody may have meant.</summary>
    PruneRefused,

    /// <summary>Somebody else changed what was to be changed.</summary>
    ConcurrentChange,

    /// <summary>A client that was unlocked to be changed couldn't be locked again.</summary>
    NotLockedAgain,

    /// <summary>The folder can't be written.</summary>
    NotWritable,
}
