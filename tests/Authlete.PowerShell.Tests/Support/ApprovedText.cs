using System;
using System.IO;
using System.Linq;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;
using Xunit;

namespace Authlete.PowerShell.Tests.Support;

/// <summary>Compares text in the repository that describes the module with the module itself.</summary>
internal static class ApprovedText
{
    private const string UpdateVariable = "UPDATE_APPROVED";

    /// <summary>Compares a file with the current text.</summary>
    public static void AssertFile(string path, string actual)
    {
        var file = Path.Combine(StagedModule.Repository, path);
        AssertText(path, File.Exists(file) ? Read(file) : "", actual, text => File.WriteAllText(file, text));
    }

    /// <summary>Compares the part of a file between the comments <c>generated: NAME</c> and <c>end: NAME</c>.</summary>
    public static void AssertSection(string path, string name, string actual)
    {
        var file = Path.Combine(StagedModule.Repository, path);
        var text = Read(file);
        var (start, end) = ($"<!-- generated: {name} -->\n", $"<!-- end: {name} -->");
        var from = text.IndexOf(start, StringComparison.Ordinal) + start.Length;
        var to = text.IndexOf(end, StringComparison.Ordinal);
        Assert.True(from >= start.Length && to >= from, $"{path} has no section {name}.");
        AssertText(path, text[from..to], actual, section => File.WriteAllText(file, text[..from] + section + text[to..]));
    }

    /// <summary>Returns the differing lines as a patch with two lines of context.</summary>
    public static string Compare(string approved, string actual)
    {
        var lines = InlineDiffBuilder.Diff(approved, actual).Lines;
        return string.Join(
            '\n',
            lines
                .Where((_, index) => lines.Take(index + 3).Skip(Math.Max(0, index - 2)).Any(line => line.Type != ChangeType.Unchanged))
                .Select(line =>
                    line.Type switch
                    {
                        ChangeType.Inserted => "+ ",
                        ChangeType.Deleted => "- ",
                        _ => "  ",
                    } + line.Text
                )
        );
    }

    private static void AssertText(string path, string approved, string actual, Action<string> write)
    {
        if (approved == actual)
        {
            return;
        }

        if (Environment.GetEnvironmentVariable(UpdateVariable) == "1")
        {
            write(actual);
            return;
        }

        Assert.Fail(
            $"{path} no longer says what the module is. If the change is intended, run this test with {UpdateVariable}=1, which writes the file.\n"
                + Compare(approved, actual)
        );
    }

    private static string Read(string file) => File.ReadAllText(file).ReplaceLineEndings("\n");
}
