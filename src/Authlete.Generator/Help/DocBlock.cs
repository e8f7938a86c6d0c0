using System.Collections.Generic;
using System.Linq;

namespace Authlete.Generator.Help;

/// <summary>A paragraph, a list item or a piece of code.</summary>
internal sealed record DocBlock(DocBlockKind Kind, IReadOnlyList<DocRun> Runs)
{
    public static DocBlock Paragraph(string text) => new(DocBlockKind.Paragraph, [new DocRun(text)]);

    public string PlainText => string.Concat(Runs.Select(r => r.PlainText));
}
