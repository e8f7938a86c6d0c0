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

    /// <summary>A suppression file isn't what it has to be.</summary>
    InvalidSuppressions,

    /// <summary>The folder can't be written.</summary>
    NotWritable,
}
