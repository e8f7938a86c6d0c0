using System;
using System.IO;
using System.Text.RegularExpressions;

namespace Authlete.Generator.Manifest;

/// <summary>Writes the published manifest: the one in the repository, with the release notes of its version from the changelog.</summary>
internal static partial class ManifestWriter
{
    private const string Placeholder = "'CHANGELOG.md'";

    public static int Run(string manifestPath, string changelogPath, string outputPath)
    {
        var manifest = File.ReadAllText(manifestPath);
        var version = ModuleVersion().Match(manifest).Groups[1].Value;
        var notes = FindSection(File.ReadAllText(changelogPath).ReplaceLineEndings("\n"), version);
        if (notes is null)
        {
            Console.Error.WriteLine($"{changelogPath} has no section '## [{version}]', the version in {manifestPath}.");
            return 1;
        }

        if (!manifest.Contains(Placeholder, StringComparison.Ordinal))
        {
            Console.Error.WriteLine($"{manifestPath} has no ReleaseNotes = {Placeholder}.");
            return 1;
        }

        var text = manifest.Replace(Placeholder, $"'{notes.Replace("'", "''", StringComparison.Ordinal)}'", StringComparison.Ordinal);
        // An unchanged file keeps its time, so that nothing is rebuilt.
        if (!File.Exists(outputPath) || File.ReadAllText(outputPath) != text)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(outputPath)!);
            File.WriteAllText(outputPath, text);
        }

        return 0;
    }

    private static string? FindSection(string changelog, string version)
    {
        var heading = Regex.Match(changelog, $@"^## \[{Regex.Escape(version)}\].*\n", RegexOptions.Multiline);
        if (!heading.Success)
        {
            return null;
        }

        var rest = changelog[(heading.Index + heading.Length)..];
        var next = rest.IndexOf("\n## ", StringComparison.Ordinal);
        return (next < 0 ? rest : rest[..next]).Trim();
    }

    [GeneratedRegex(@"ModuleVersion\s*=\s*'([^']+)'")]
    private static partial Regex ModuleVersion();
}
