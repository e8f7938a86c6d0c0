using Authlete.Configuration.Merging;

namespace Authlete.Configuration.Planning;

/// <summary>How far an import may go.</summary>
internal sealed record ImportOptions
{
    /// <summary>Whether to clear settings that the folder doesn't have.</summary>
    public bool IsExact { get; init; }

    /// <summary>Whether to remove the clients of the folder whose files are gone.</summary>
    public bool IsPruning { get; init; }

    /// <summary>Whether to create clients again that are gone from the server.</summary>
    public bool IsRecreating { get; init; }

    /// <summary>Whether to change locked clients, remove keys, and remove many clients.</summary>
    public bool IsForced { get; init; }

    /// <summary>Whether clients that registered themselves take part.</summary>
    public bool IncludeRegistered { get; init; }

    /// <summary>Puts what a file says into an object of the server.</summary>
    public SettingsMerge NewMerge() => new(IsExact, removesKeys: IsExact && IsForced);
}
