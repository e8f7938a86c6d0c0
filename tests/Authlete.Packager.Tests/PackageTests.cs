using System;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text.Json;
using System.Threading.Tasks;
using NuGet.Packaging;
using Xunit;

namespace Authlete.Packager.Tests;

public sealed class PackageTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_same_content_gives_the_same_bytes()
    {
        var first = await PackAsync("first");
        // Another folder and other times, as in a clone on another machine.
        var copy = _folder.Combine("copy");
        foreach (var file in Directory.EnumerateFiles(BuildPaths.Staged, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(copy, Path.GetRelativePath(BuildPaths.Staged, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
            File.SetLastWriteTimeUtc(target, new DateTime(2001, 2, 3, 4, 5, 6, DateTimeKind.Utc));
        }

        var second = await PackAsync("second", copy);

        Assert.Equal(File.ReadAllBytes(first + ".nupkg"), File.ReadAllBytes(second + ".nupkg"));
        Assert.Equal(File.ReadAllBytes(first + ".cdx.json"), File.ReadAllBytes(second + ".cdx.json"));
    }

    [Fact]
    public async Task The_package_holds_the_staged_files_and_no_other()
    {
        using var package = new PackageArchiveReader(await PackAsync("out") + ".nupkg");

        var packed = package
            .GetFiles()
            .Where(file => !file.StartsWith("_rels/", StringComparison.Ordinal) && !file.StartsWith("package/", StringComparison.Ordinal))
            .Except(["[Content_Types].xml", "Authlete.nuspec"]);
        var staged = Directory
            .EnumerateFiles(BuildPaths.Staged, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(BuildPaths.Staged, file).Replace('\\', '/'));
        Assert.Equal(staged.Order(StringComparer.Ordinal), packed.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_package_says_what_the_manifest_says()
    {
        using var package = new PackageArchiveReader(await PackAsync("out") + ".nupkg");
        var manifest = ModuleManifest.Read(Path.Combine(BuildPaths.Staged, "Authlete.psd1"));
        var nuspec = package.NuspecReader;

        Assert.Equal("Authlete", nuspec.GetId());
        Assert.Equal(manifest.Version, nuspec.GetVersion().ToString());
        Assert.Equal(manifest.ProjectUri.ToString(), nuspec.GetProjectUrl());
        Assert.Equal(manifest.LicenseUri.ToString(), nuspec.GetLicenseUrl());
        Assert.Contains("### Added", nuspec.GetReleaseNotes(), StringComparison.Ordinal);
        Assert.Equal(manifest.ReleaseNotes, nuspec.GetReleaseNotes());
        Assert.Empty(package.GetPackageDependencies());
        var tags = nuspec.GetTags().Split(' ');
        Assert.Superset(
            manifest.Tags.Concat(manifest.Cmdlets.Select(name => "PSCmdlet_" + name)).Append("PSModule").ToHashSet(),
            tags.ToHashSet()
        );
    }

    [Fact]
    public async Task The_bill_names_each_assembly_with_its_package_licence_and_hash()
    {
        using var bill = JsonDocument.Parse(File.ReadAllText(await PackAsync("out") + ".cdx.json"));
        var components = bill.RootElement.GetProperty("components").EnumerateArray().ToArray();

        Assert.Equal("CycloneDX", bill.RootElement.GetProperty("bomFormat").GetString());
        Assert.Matches(
            "^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$",
            bill.RootElement.GetProperty("serialNumber").GetString()
        );
        var assemblies = Directory.EnumerateFiles(BuildPaths.Staged, "*.dll", SearchOption.AllDirectories).ToArray();
        Assert.Equal(
            assemblies.Select(file => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)))).Order(StringComparer.Ordinal),
            components
                .Select(component => component.GetProperty("hashes")[0].GetProperty("content").GetString()!)
                .Order(StringComparer.Ordinal)
        );
        Assert.All(
            components,
            component => Assert.Equal("MIT", component.GetProperty("licenses")[0].GetProperty("license").GetProperty("id").GetString())
        );
        Assert.Contains(
            components,
            component =>
                component.TryGetProperty("purl", out var purl)
                && purl.GetString() == "pkg:nuget/System.Text.Json@8.0.6"
                && component.GetProperty("properties")[0].GetProperty("value").GetString() == "desktop/System.Text.Json.dll"
        );
    }

    [Theory]
    [InlineData("", "must contain only constants")]
    [InlineData("@{ ModuleVersion = (Get-Date) }", "must contain only constants")]
    [InlineData("@{ ModuleVersion = '1.0.0'; Author = 'a'; CompanyName = 'c'; Copyright = 'c'; Description = 'd' }", "has no ProjectUri")]
    public async Task A_manifest_that_cannot_be_packed_prints_one_line_and_exits_with_code_1(string manifest, string error)
    {
        var staged = Directory.CreateDirectory(_folder.Combine("staged")).FullName;
        File.WriteAllText(Path.Combine(staged, "Authlete.psd1"), manifest);

        var result = await RunAsync(staged, "out");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains(error, result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', result.Error);
    }

    private async Task<string> PackAsync(string output, string? staged = null)
    {
        var result = await RunAsync(staged ?? BuildPaths.Staged, output);
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        return _folder.Combine(output, "Authlete." + ModuleManifest.Read(Path.Combine(BuildPaths.Staged, "Authlete.psd1")).Version);
    }

    private Task<ProcessResult> RunAsync(string staged, string output) =>
        ProcessResult.RunAsync(
            ProcessResult.DotNet,
            _folder.Path,
            typeof(ModuleManifest).Assembly.Location,
            staged,
            BuildPaths.Assets,
            _folder.Combine(output)
        );
}
