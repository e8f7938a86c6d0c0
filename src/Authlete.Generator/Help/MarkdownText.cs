using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace Authlete.Generator.Help;

/// <summary>Writes Markdown: parts stand apart by one blank line, lines end with LF.</summary>
internal sealed class MarkdownText
{
    private readonly StringBuilder _text = new();

    public static string InOneLine(IEnumerable<DocBlock> blocks) => string.Join(' ', blocks.Select(Of));

    public static string Escape(string text)
    {
        var result = new StringBuilder();
        foreach (var c in text)
        {
            if (c is '\\' or '*' or '`' or '[' or ']' or '<' or '|')
            {
                result.Append('\\');
            }

            result.Append(c);
        }

        return result.ToString();
    }

    public void Heading(int level, string text) => Part(new string('#', level) + " " + text);

    public void Paragraph(string text) => Part(text);

    public void Code(string language, string code) => Part($"```{language}\n{code}\n```");

    public void List(IEnumerable<string> items) => Part(string.Join('\n', items.Select(i => "- " + i)));

    public void Table(IReadOnlyList<string> head, IEnumerable<IReadOnlyList<string>> rows)
    {
        var lines = rows.Prepend([.. head.Select(_ => "---")]).Prepend(head).Select(r => $"| {string.Join(" | ", r)} |");
        Part(string.Join('\n', lines));
    }

    public void Blocks(IReadOnlyList<DocBlock> blocks)
    {
        for (var i = 0; i < blocks.Count; i++)
        {
            var follows = i > 0 && blocks[i].Kind == DocBlockKind.ListItem && blocks[i - 1].Kind == DocBlockKind.ListItem;
            if (blocks[i].Kind == DocBlockKind.Code)
            {
                Code("powershell", blocks[i].PlainText);
            }
            else if (follows)
            {
                _text.Append("- ").Append(Of(blocks[i])).Append('\n');
            }
            else
            {
                Part((blocks[i].Kind == DocBlockKind.ListItem ? "- " : "") + Of(blocks[i]));
            }
        }
    }

    public override string ToString() => _text.ToString();

    private static string Of(DocBlock block) => string.Concat(block.Runs.Select(Of));

    private static string Of(DocRun run)
    {
        var text = run.IsCode ? $"`{run.Text}`" : Escape(run.Text);
        return run switch
        {
            { Target: null } => text,
            { IsAddress: true } => $"[{text}]({run.Target})",
            _ => $"[{text}]({run.Target}.md)",
        };
    }

    private void Part(string text)
    {
        if (_text.Length > 0)
        {
            _text.Append('\n');
        }

        _text.Append(text).Append('\n');
    }
}
