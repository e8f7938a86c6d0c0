using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Xunit;

namespace Authlete.PowerShell.Tests.Static;

/// <summary>Limits for the length of files, lines, and cmdlets. Generated files are exempt.</summary>
public sealed partial class SourceSizeTests
{
    private const int MostLines = 300;
    private const int MostColumns = 140;

    private static readonly List<SourceFile> s_files = [.. SourceFile.ReadAll("src", "tests").Where(file => !file.IsGenerated)];

    [Fact]
    public void No_file_has_more_than_300_lines() =>
        Assert.Empty(s_files.Where(file => LinesOf(file.Text).Length > MostLines).Select(file => file.Path));

    /// <summary>String literals and comments don't count, because wrapping them wouldn't make them easier to read.</summary>
    [Fact]
    public void No_line_has_more_than_140_columns_beside_its_texts() =>
        Assert.Empty(s_files.Where(file => LinesOf(WithoutTexts(file.Text)).Any(IsWide)).Select(file => file.Path));

    [Theory]
    [InlineData("", 140, false)]
    [InlineData("", 141, true)]
    [InlineData("    /// ", 141, false)]
    [InlineData("Run(\"a text of any length\");", 132, false)]
    [InlineData("Run(\"a text of any length\");", 133, true)]
    [InlineData("Run(@\"a \"\"text\"\" of any length\");", 132, false)]
    public void A_line_is_wide_beyond_140_columns(string begin, int rest, bool wide) =>
        Assert.Equal(wide, IsWide(WithoutTexts(begin + new string('x', rest))));

    [Fact]
    public void The_own_part_of_a_cmdlet_has_10_lines_at_the_median_and_100_at_most()
    {
        var own = s_files
            .Where(file =>
                file.Path.StartsWith("src/Authlete.PowerShell/Cmdlets/", StringComparison.Ordinal)
                && file.Path.EndsWith("Command.cs", StringComparison.Ordinal)
            )
            .Select(file => LinesOf(LongAttribute().Replace(file.Text, "")).Count(IsOwn))
            .Order()
            .ToList();

        Assert.Equal(ImportedModule.Cmdlets.Count, own.Count);
        Assert.InRange(own[own.Count / 2], 1, 10);
        Assert.InRange(own[^1], 11, 100);
    }

    private static string[] LinesOf(string text) => text.TrimEnd().ReplaceLineEndings("\n").Split('\n');

    private static string WithoutTexts(string text) => SimpleText().Replace(RawText().Replace(text, "\"\""), "\"\"");

    private static bool IsWide(string line) => line.Length > MostColumns && !line.TrimStart().StartsWith("//", StringComparison.Ordinal);

    /// <summary>Whether a line is code other than a using directive, a comment, an attribute, or a parameter.</summary>
    private static bool IsOwn(string line) => line.Trim().Length > 0 && !NotOwn().IsMatch(line);

    [GeneratedRegex("\"\"\".*?\"\"\"", RegexOptions.Singleline)]
    private static partial Regex RawText();

    [GeneratedRegex("""@"(?:[^"]|"")*"|"(?:\\.|[^"\\\n])*"|'"'""")]
    private static partial Regex SimpleText();

    /// <summary>An attribute of several lines.</summary>
    [GeneratedRegex(@"^ *\[\w+\(\n(?: +.*\n)+? *\)\]\n", RegexOptions.Multiline)]
    private static partial Regex LongAttribute();

    [GeneratedRegex(@"^\s*(?:using |namespace |//|\[.*\]\s*$|public .*\{ get; (?:set; )?\})")]
    private static partial Regex NotOwn();
}
