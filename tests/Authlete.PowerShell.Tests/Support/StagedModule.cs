using System.IO;
using System.Linq;
using System.Reflection;

namespace Authlete.PowerShell.Tests.Support;

/// <summary>The locations of the staged module and of the repository.</summary>
internal static class StagedModule
{
    public static string Folder { get; } = Metadata("StagedModule");

    public static string Manifest { get; } = Path.Combine(Folder, "Authlete.psd1");

    public static string Repository { get; } = Metadata("RepositoryRoot");

    public static string NuGetPackages { get; } = Metadata("NuGetPackages");

    public static string Metadata(string key) =>
        typeof(StagedModule).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
