using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace Authlete.Configuration.Tests.Support;

/// <summary>A temporary folder of one test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder() => Directory.CreateDirectory(Path);

    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), "authlete-" + Guid.NewGuid().ToString("N"));

    public string FullName(string file) => System.IO.Path.Combine(Path, file.Replace('/', System.IO.Path.DirectorySeparatorChar));

    public bool Has(string file) => File.Exists(FullName(file));

    public string Read(string file) => File.ReadAllText(FullName(file));

    public void Write(string file, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(FullName(file))!);
        File.WriteAllText(FullName(file), text);
    }

    /// <summary>Replaces a text in a file, which must contain it.</summary>
    public void Replace(string file, string text, string replacement)
    {
        var content = Read(file);
        Xunit.Assert.Contains(text, content, StringComparison.Ordinal);
        Write(file, content.Replace(text, replacement, StringComparison.Ordinal));
    }

    /// <summary>All files with their content.</summary>
    public SortedDictionary<string, string> ReadAll() =>
        new(
            Directory
                .EnumerateFiles(Path, "*", SearchOption.AllDirectories)
                .ToDictionary(
                    file => System.IO.Path.GetRelativePath(Path, file).Replace('\\', '/'),
                    file => Convert.ToHexString(File.ReadAllBytes(file))
                ),
            StringComparer.Ordinal
        );

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
