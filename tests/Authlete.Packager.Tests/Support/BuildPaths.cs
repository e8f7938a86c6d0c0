using System.IO;
using System.Linq;
using System.Reflection;

namespace Authlete.Packager.Tests.Support;

internal static class BuildPaths
{
    public static string Staged { get; } = Metadata("StagedModule").TrimEnd('/');

    public static string Repository { get; } = Metadata("RepositoryRoot");

    public static string Assets { get; } = Path.Combine(Repository, "src", "Authlete.Desktop", "obj", "project.assets.json");

    public static string Pwsh { get; } = Metadata("Pwsh");

    private static string Metadata(string key) =>
        typeof(BuildPaths).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;
}
