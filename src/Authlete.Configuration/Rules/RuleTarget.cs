namespace Authlete.Configuration.Rules;

/// <summary>A service or client to check.</summary>
/// <param name="Kind">Service or client.</param>
/// <param name="Name">The name in findings.</param>
/// <param name="Settings">Its settings.</param>
internal sealed record RuleTarget(RuleKind Kind, string Name, SettingsReader Settings)
{
    public long? Id { get; init; }

    /// <summary>The label of a client in a folder.</summary>
    public string? Label { get; init; }

    public string? Alias { get; init; }

    /// <summary>Whether the client is locked. Then the severity of each finding is Info.</summary>
    public bool IsLocked { get; init; }

    /// <summary>The file that it was read from.</summary>
    public string? File { get; init; }

    /// <summary>The lines of the members in the file.</summary>
    public MemberLines? Lines { get; init; }
}
