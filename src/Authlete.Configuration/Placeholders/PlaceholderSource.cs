namespace Authlete.Configuration.Placeholders;

/// <summary>The source of a placeholder's value.</summary>
internal enum PlaceholderSource
{
    /// <summary>None: the placeholder is invalid.</summary>
    None,

    /// <summary>The variables that the caller specifies.</summary>
    Variable,

    /// <summary>The environment.</summary>
    Environment,

    /// <summary>A vault.</summary>
    Secret,
}
