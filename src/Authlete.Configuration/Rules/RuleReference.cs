namespace Authlete.Configuration.Rules;

/// <summary>A source of a rule.</summary>
/// <param name="Document">The document.</param>
/// <param name="Section">The section or field; null for the whole document.</param>
/// <param name="Words">A quotation or a paraphrase, because section numbers differ between versions.</param>
/// <param name="IsQuote">Whether it is an exact quotation.</param>
internal sealed record RuleReference(string Document, string? Section, string Words, bool IsQuote = true)
{
    /// <summary>A reference with a paraphrase.</summary>
    public static RuleReference Gist(string document, string? section, string words) => new(document, section, words, IsQuote: false);

    /// <inheritdoc/>
    public override string ToString() => Section is null ? Document : Document + " " + Section;
}
