namespace Authlete.Configuration;

/// <summary>The reason why a configuration can't be read, compared, or written.</summary>
internal enum ConfigurationProblem
{
    /// <summary>The folder or a file in it is invalid.</summary>
    InvalidFolder,

    /// <summary>Placeholders have no value.</summary>
    UnresolvedPlaceholder,

    /// <summary>A file contains a secret or a mask where it must not.</summary>
    ExposedSecret,

    /// <summary>The folder contains a secrets.json that would become outdated.</summary>
    StaleSecrets,

    /// <summary>A file matches no client, or several.</summary>
    AmbiguousClient,

    /// <summary>The rule doesn't exist, or no rule is left to apply.</summary>
    UnknownRule,

    /// <summary>The input contains several services instead of one.</summary>
    SeveralServices,

    /// <summary>A suppression file is invalid.</summary>
    InvalidSuppressions,

    /// <summary>A client in ids.json no longer exists.</summary>
    ClientGone,

    /// <summary>Two clients have the same alias.</summary>
    AliasTaken,

    /// <summary>The import would remove more clients than the user may have intended.</summary>
    PruneRefused,

    /// <summary>Someone else changed the object.</summary>
    ConcurrentChange,

    /// <summary>A client that was unlocked for a change couldn't be locked again.</summary>
    NotLockedAgain,

    /// <summary>The folder can't be written.</summary>
    NotWritable,
}
