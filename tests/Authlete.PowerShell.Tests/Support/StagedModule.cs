using System.IO;
using System.Linq;
using System.Reflection;

namespace Authlete.PowerShell.Tests.Support;

/// <summary>Where the build has laid out the module, and the repository it came from.</summary>
internal static class StagedModule
{
    public static string Folder { get; } = Metadata("StagedModule");

    public static string Manifest { get; } = Path.Combine(Folder, "Authlete.psd1");

    public static string Repository { get; } = Metadata("RepositoryRoot");

    public static string NuGetPackages { get; } = Metadata("NuGetPackages");

    public static string Metadata(string key) =>
        typeof(StagedModule).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
