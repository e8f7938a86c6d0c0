namespace Authlete.Configuration.Rules;

/// <summary>Where a rule comes from.</summary>
/// <param name="Document">The document.</param>
/// <param name="Section">The section or field; null if the document as a whole is meant.</param>
/// <param name="Words">What it says, because numbers differ between versions.</param>
internal sealed record RuleReference(string Document, string? Section, string Words)
{
    /// <inheritdoc/>
    public override string ToString() => Section is null ? Document : Document + " " + Section;
}
