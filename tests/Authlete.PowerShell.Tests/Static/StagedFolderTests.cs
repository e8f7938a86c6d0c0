using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Xunit;

namespace Authlete.PowerShell.Tests.Static;

/// <summary>The files that are published.</summary>
public sealed class StagedFolderTests
{
    private static readonly string[] s_allowed =
    [
        "Authlete.ApiClient.dll",
        "Authlete.Configuration.dll",
        "Authlete.Format.ps1xml",
        "Authlete.PowerShell.dll",
        "Authlete.psd1",
        "LICENSE",
        "desktop/Microsoft.Bcl.AsyncInterfaces.dll",
        "desktop/System.Buffers.dll",
        "desktop/System.Memory.dll",
        "desktop/System.Numerics.Vectors.dll",
        "desktop/System.Runtime.CompilerServices.Unsafe.dll",
        "desktop/System.Text.Encodings.Web.dll",
        "desktop/System.Text.Json.dll",
        "desktop/System.Threading.Tasks.Extensions.dll",
        "desktop/System.ValueTuple.dll",
        "desktop/THIRD-PARTY-NOTICES.txt",
        "en-US/Authlete.PowerShell.dll-Help.xml",
        "en-US/about_Authlete.help.txt",
        "en-US/about_Authlete_Configuration.help.txt",
        "en-US/about_Authlete_Credentials.help.txt",
        "en-US/about_Authlete_Errors.help.txt",
    ];

    [Fact]
    public void The_staged_folder_holds_these_files_and_no_others() => Assert.Equal(s_allowed, Files().Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("Authlete.PowerShell")]
    [InlineData("Authlete.ApiClient")]
    public void The_engine_loads_the_staged_assembly_and_no_other_copy(string name)
    {
        _ = ImportedModule.ApiClient;

        var loaded = Assert.Single(AppDomain.CurrentDomain.GetAssemblies(), assembly => assembly.GetName().Name == name);

        Assert.Equal(Path.Combine(StagedModule.Folder, name + ".dll"), loaded.Location);
        Assert.False(File.Exists(Path.Combine(AppContext.BaseDirectory, name + ".dll")));
    }

    [Fact]
    public void The_notices_name_every_assembly_in_the_desktop_folder()
    {
        var notices = File.ReadAllText(Path.Combine(StagedModule.Folder, "desktop", "THIRD-PARTY-NOTICES.txt"));
        foreach (var path in Directory.EnumerateFiles(Path.Combine(StagedModule.Folder, "desktop"), "*.dll"))
        {
            Assert.Contains(Path.GetFileNameWithoutExtension(path), notices, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_assemblies_in_the_desktop_folder_are_those_of_their_packages()
    {
        foreach (var path in Directory.EnumerateFiles(Path.Combine(StagedModule.Folder, "desktop"), "*.dll"))
        {
            var content = File.ReadAllBytes(path);
            var package = Path.Combine(StagedModule.NuGetPackages, Path.GetFileNameWithoutExtension(path).ToLowerInvariant());
            Assert.Contains(
                Directory.EnumerateFiles(package, Path.GetFileName(path), SearchOption.AllDirectories),
                file => content.AsSpan().SequenceEqual(File.ReadAllBytes(file))
            );
        }
    }

    /// <summary>The MIT license requires its text in every copy. A link isn't enough.</summary>
    [Fact]
    public void The_notices_hold_the_licence() =>
        Assert.Contains(
            "Permission is hereby granted, free of charge",
            File.ReadAllText(Path.Combine(StagedModule.Folder, "desktop", "THIRD-PARTY-NOTICES.txt")),
            StringComparison.Ordinal
        );

    [Fact]
    public void No_file_names_the_machine_it_was_built_on()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile).TrimEnd('/', '\\');
        string[] traces =
            home.Length == 0
                ? [StagedModule.Repository.TrimEnd('/', '\\')]
                : [StagedModule.Repository.TrimEnd('/', '\\'), home + Path.DirectorySeparatorChar];
        foreach (var file in Files().Where(file => !file.StartsWith("desktop/", StringComparison.Ordinal)))
        {
            var content = File.ReadAllBytes(Path.Combine(StagedModule.Folder, file));
            foreach (var trace in traces)
            {
                Assert.False(
                    content.AsSpan().IndexOf(Encoding.UTF8.GetBytes(trace)) >= 0
                        || content.AsSpan().IndexOf(Encoding.Unicode.GetBytes(trace)) >= 0,
                    file + " holds " + trace
                );
            }
        }
    }

    private static IEnumerable<string> Files() =>
        Directory
            .EnumerateFiles(StagedModule.Folder, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(StagedModule.Folder, path).Replace('\\', '/'));
}
