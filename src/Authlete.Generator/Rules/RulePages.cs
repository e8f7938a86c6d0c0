using System;
using System.IO;
using System.Linq;

namespace Authlete.Generator.Rules;

/// <summary>Writes one page for each rule, and an index.</summary>
internal static class RulePages
{
    private const string IndexFile = "README.md";

    /// <param name="libraryPath">The built library that contains the rules.</param>
    /// <param name="folder">The folder for the pages.</param>
    public static int Run(string libraryPath, string folder)
    {
        var rules = RuleReader.Read(Path.GetFullPath(libraryPath));
        var pages = rules.ToDictionary(rule => rule.Id + ".md", RulePage.Of, StringComparer.Ordinal);
        pages[IndexFile] = RulePage.Index(rules);
        Directory.CreateDirectory(folder);
        foreach (var file in Directory.EnumerateFiles(folder, "*.md").Where(file => !pages.ContainsKey(Path.GetFileName(file))))
        {
            File.Delete(file);
        }

        foreach (var (name, text) in pages)
        {
            File.WriteAllText(Path.Combine(folder, name), text);
        }

        return 0;
    }
}
