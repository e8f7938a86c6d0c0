using Authlete.Configuration.Merging;

namespace Authlete.Configuration.Planning;

/// <summary>The options of an import.</summary>
internal sealed record ImportOptions
{
    /// <summary>Whether to clear settings that the folder doesn't have.</summary>
    public bool IsExact { get; init; }

    /// <summary>Whether to remove clients of the folder whose files no longer exist.</summary>
    public bool IsPruning { get; init; }

    /// <summary>Whether to recreate clients that no longer exist on the server.</summary>
    public bool IsRecreating { get; init; }

    /// <summary>Whether to change locked clients, remove keys, and remove many clients.</summary>
    public bool IsForced { get; init; }

    /// <summary>Whether to include dynamically registered clients.</summary>
    public bool IncludeRegistered { get; init; }

    /// <summary>Creates a merge of files into objects of the server.</summary>
    public SettingsMerge NewMerge() => new(IsExact, removesKeys: IsExact && IsForced);
}
