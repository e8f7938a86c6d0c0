using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace Authlete.Generator.Help;

/// <summary>Puts blocks together from pieces of running text, in which white space counts as one blank.</summary>
internal sealed class DocTextBuilder
{
    private readonly List<DocBlock> _blocks = [];
    private List<DocRun> _runs = [];
    private DocBlockKind _kind = DocBlockKind.Paragraph;
    private bool _spaceBefore;

    public void Begin(DocBlockKind kind)
    {
        End();
        _kind = kind;
    }

    public void End()
    {
        if (_runs.Count > 0)
        {
            _blocks.Add(new DocBlock(_kind, _runs));
        }

        _runs = [];
        _kind = DocBlockKind.Paragraph;
        _spaceBefore = false;
    }

    public void AddText(string text)
    {
        var collapsed = new StringBuilder();
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                _spaceBefore |= _runs.Count > 0 || collapsed.Length > 0;
                continue;
            }

            if (_spaceBefore)
            {
                collapsed.Append(' ');
            }

            _spaceBefore = false;
            collapsed.Append(c);
        }

        if (collapsed.Length > 0)
        {
            _runs.Add(new DocRun(collapsed.ToString()));
        }
    }

    public void AddRun(DocRun run)
    {
        if (_spaceBefore)
        {
            _runs.Add(new DocRun(" "));
        }

        _spaceBefore = false;
        _runs.Add(run);
    }

    public void AddCode(string code)
    {
        Begin(DocBlockKind.Code);
        AddRun(new DocRun(Dedent(code)));
        End();
    }

    public IReadOnlyList<DocBlock> ToBlocks()
    {
        End();
        return _blocks;
    }

    /// <summary>Code without the blank lines around it and the indentation that all its lines share.</summary>
    public static string Dedent(string code)
    {
        var lines = code.ReplaceLineEndings("\n").Split('\n').Select(l => l.TrimEnd()).ToList();
        var first = lines.FindIndex(l => l.Length > 0);
        if (first < 0)
        {
            return "";
        }

        lines = lines[first..(lines.FindLastIndex(l => l.Length > 0) + 1)];

        // Text that begins right after <code> says nothing of the indentation.
        var measured = first == 0 && !char.IsWhiteSpace(lines[0][0]) ? lines.Skip(1) : lines;
        var indentation = measured.Where(l => l.Length > 0).Select(l => l.Length - l.TrimStart().Length).DefaultIfEmpty(0).Min();
        return string.Join('\n', lines.Select(l => l[Math.Min(indentation, l.Length - l.TrimStart().Length)..]));
    }
}
