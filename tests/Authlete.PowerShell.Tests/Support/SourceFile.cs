using System;
using System.Collections.Generic;
using System.IO;

namespace Authlete.PowerShell.Tests.Support;

/// <summary>A C# file of the repository. The path is relative to its root, with slashes.</summary>
internal sealed record SourceFile(string Path, string Text)
{
    public bool IsGenerated => Path.EndsWith(".g.cs", StringComparison.Ordinal);

    public static IEnumerable<SourceFile> ReadAll(params string[] folders)
    {
        foreach (var folder in folders)
        {
            foreach (
                var file in Directory.EnumerateFiles(
                    System.IO.Path.Combine(StagedModule.Repository, folder),
                    "*.cs",
                    SearchOption.AllDirectories
                )
            )
            {
                var path = System.IO.Path.GetRelativePath(StagedModule.Repository, file).Replace('\\', '/');
                if (!path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal))
                {
                    yield return new SourceFile(path, File.ReadAllText(file));
                }
            }
        }
    }
}
