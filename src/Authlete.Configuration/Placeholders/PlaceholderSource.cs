namespace Authlete.Configuration.Placeholders;

/// <summary>Where the value of a placeholder comes from.</summary>
internal enum PlaceholderSource
{
    /// <summary>Nowhere: it has the form of no placeholder.</summary>
    None,

    /// <summary>The variables that the caller gives.</summary>
    Variable,

    /// <summary>The environment.</summary>
    Environment,

    /// <summary>A vault.</summary>
    Secret,
}
