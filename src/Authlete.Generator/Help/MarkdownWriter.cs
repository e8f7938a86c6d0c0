using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace Authlete.Generator.Help;

/// <summary>Writes one page a cmdlet, and their index.</summary>
internal static class MarkdownWriter
{
    private const string IndexFile = "README.md";

    public static void Write(IReadOnlyList<CmdletHelp> help, string folder)
    {
        Directory.CreateDirectory(folder);
        RemoveStalePages(folder, help.Select(h => h.Name));
        foreach (var cmdlet in help)
        {
            File.WriteAllText(Path.Combine(folder, cmdlet.Name + ".md"), MarkdownPage.Of(cmdlet));
        }

        File.WriteAllText(Path.Combine(folder, IndexFile), MarkdownPage.Index(help));
    }

    // A page of a cmdlet that is no more; other people's pages don't begin with their own file name.
    private static void RemoveStalePages(string folder, IEnumerable<string> names)
    {
        var current = names.ToHashSet(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(folder, "*-*.md"))
        {
            var name = Path.GetFileNameWithoutExtension(file);
            if (!current.Contains(name) && File.ReadLines(file).FirstOrDefault() == "# " + name)
            {
                File.Delete(file);
            }
        }
    }
}
