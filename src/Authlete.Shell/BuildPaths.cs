using System.IO;
using System.Linq;
using System.Reflection;

namespace Authlete.Shell;

/// <summary>The paths of PowerShell and of the staged module, which is the module that ships.</summary>
internal static class BuildPaths
{
    public static string PowerShell { get; } = Read("Pwsh");

    public static string StagedManifest { get; } = Path.Combine(Read("StagedModule"), "Authlete.psd1");

    /// <summary>The folder for PSModulePath: the parent of the module's folder.</summary>
    public static string ModuleRoot { get; } = Path.GetFullPath(Path.Combine(Read("StagedModule"), "..", ".."));

    private static string Read(string key) =>
        Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;
}
