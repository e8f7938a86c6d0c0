using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;

namespace Authlete.Pester.Tests;

/// <summary>The locations of the files that the tests need.</summary>
internal static class Paths
{
    /// <summary>The PowerShell to run: the program in an environment variable, or else the NuGet tool, which <c>dotnet</c> runs.</summary>
    public static IReadOnlyList<string> PowerShell { get; } =
        Environment.GetEnvironmentVariable("AUTHLETE_TEST_PWSH") is { Length: > 0 } program
            ? [program]
            : [Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", Metadata("Pwsh")];

    public static string Tests { get; } = Metadata("Tests");

    public static string Sandbox { get; } = Metadata("Sandbox");

    public static string Yaml { get; } = Path.Combine(AppContext.BaseDirectory, "YamlDotNet.dll");

    /// <summary>The manifest of the module under test: the one in an environment variable, or else the staged one.</summary>
    public static string Module { get; } =
        Environment.GetEnvironmentVariable("AUTHLETE_TEST_MODULE") is { Length: > 0 } given
            ? Path.GetFullPath(given)
            : Path.Combine(Metadata("StagedModule"), "Authlete.psd1");

    public static IReadOnlyList<string> PesterVersions { get; } = Metadata("PesterVersions").Split(';');

    public static string Pester(string version) => Path.Combine(Metadata("Pester"), version, "tools", "Pester.psd1");

    private static string Metadata(string key) =>
        typeof(Paths).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
