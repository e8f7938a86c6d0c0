using System;
using System.IO;
using System.Linq;
using System.Reflection;

namespace Authlete.Shell;

/// <summary>The module as the build laid it out: what is tried here is what ships.</summary>
internal static class StagedModule
{
    public static string Folder { get; } = Assembly.GetExecutingAssembly()
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(a => a.Key == nameof(StagedModule)).Value
        ?? throw new InvalidOperationException("The build wrote no path of the staged module.");

    public static string ManifestPath { get; } = Path.Combine(Folder, "Authlete.psd1");
}
