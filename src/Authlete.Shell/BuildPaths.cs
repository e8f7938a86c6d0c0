using System.IO;
using System.Linq;
using System.Reflection;

namespace Authlete.Shell;

/// <summary>Where the build found PowerShell and laid out the module: what is tried here is what ships.</summary>
internal static class BuildPaths
{
    public static string PowerShell { get; } = Read("Pwsh");

    public static string StagedManifest { get; } = Path.Combine(Read("StagedModule"), "Authlete.psd1");

    /// <summary>The folder that PSModulePath has to name: above the module's and its version's.</summary>
    public static string ModuleRoot { get; } = Path.GetFullPath(Path.Combine(Read("StagedModule"), "..", ".."));

    private static string Read(string key) =>
        Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;
}
