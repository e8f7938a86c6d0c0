namespace Authlete.Configuration.Rules;

/// <summary>A service or a client that rules are applied to.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">How a finding names it.</param>
/// <param name="Settings">Its settings.</param>
internal sealed record RuleTarget(RuleKind Kind, string Name, SettingsReader Settings)
{
    public long? Id { get; init; }

    /// <summary>The label of a client in a folder.</summary>
    public string? Label { get; init; }

    public string? Alias { get; init; }

    /// <summary>Whether the client is locked: then every finding is for information.</summary>
    public bool IsLocked { get; init; }

    /// <summary>The file that it was read from.</summary>
    public string? File { get; init; }

    /// <summary>The lines of the members in the file.</summary>
    public MemberLines? Lines { get; init; }
}
