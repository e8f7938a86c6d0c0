namespace Authlete.Configuration.Rules;

/// <summary>Where a rule comes from.</summary>
/// <param name="Document">The document.</param>
/// <param name="Section">The section or field; null if the document as a whole is meant.</param>
/// <param name="Words">What it says, because numbers differ between versions.</param>
/// <param name="IsQuote">Whether these are the document's own words.</param>
internal sealed record RuleReference(string Document, string? Section, string Words, bool IsQuote = true)
{
    /// <summary>A reference with what the document says, in other words.</summary>
    public static RuleReference Gist(string document, string? section, string words) => new(document, section, words, IsQuote: false);

    /// <inheritdoc/>
    public override string ToString() => Section is null ? Document : Document + " " + Section;
}
