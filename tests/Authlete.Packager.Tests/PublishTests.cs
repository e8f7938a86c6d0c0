using System;
using System.IO;
using System.Threading.Tasks;
using Xunit;

namespace Authlete.Packager.Tests;

/// <summary>What <c>build.ps1 -Task Publish</c> refuses, in a repository of the test's own.</summary>
public sealed class PublishTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    public async ValueTask InitializeAsync()
    {
        foreach (var file in new[] { "build.ps1", "Authlete.psd1", "CHANGELOG.md", ".gitignore" })
        {
            File.Copy(Path.Combine(BuildPaths.Repository, file), _folder.Combine(file));
        }

        await GitAsync("init", "--quiet");
        await CommitAsync();
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return default;
    }

    [Fact]
    public async Task Uncommitted_changes_are_refused()
    {
        File.AppendAllText(_folder.Combine("CHANGELOG.md"), "\nmore");
        await RefusesAsync("The working tree has uncommitted changes. Commit them, then pack again.");
    }

    [Fact]
    public async Task A_version_that_the_changelog_lacks_is_refused()
    {
        await ReplaceVersionAsync("9.9.9");
        await RefusesAsync("CHANGELOG.md has no section '## [9.9.9]', the version in Authlete.psd1.");
    }

    [Fact]
    public async Task A_package_of_another_version_is_refused()
    {
        Directory.CreateDirectory(_folder.Combine("out", "package"));
        File.WriteAllText(_folder.Combine("out", "package", "Authlete.0.0.1.nupkg"), "");
        await RefusesAsync($"There is no package of version {Version()}, only Authlete.0.0.1.nupkg. Run ./build.ps1 -Task Pack.");
    }

    [Fact]
    public async Task A_key_is_needed()
    {
        Directory.CreateDirectory(_folder.Combine("out", "package"));
        File.WriteAllText(_folder.Combine("out", "package", $"Authlete.{Version()}.nupkg"), "");
        await RefusesAsync("The environment variable PSGALLERY_API_KEY is not set. It holds the API key of PSGallery.");
    }

    private async Task RefusesAsync(string error) =>
        Assert.Equal(
            new ProcessResult(1, "", error),
            await ProcessResult.RunAsync(
                ProcessResult.DotNet,
                _folder.Path,
                BuildPaths.Pwsh,
                "-NoProfile",
                "-File",
                "build.ps1",
                "-Task",
                "Publish"
            )
        );

    private static string Version() => ModuleManifest.Read(Path.Combine(BuildPaths.Staged, "Authlete.psd1")).Version;

    private async Task ReplaceVersionAsync(string version)
    {
        var manifest = _folder.Combine("Authlete.psd1");
        File.WriteAllText(manifest, File.ReadAllText(manifest).Replace($"'{Version()}'", $"'{version}'", StringComparison.Ordinal));
        await CommitAsync();
    }

    private async Task CommitAsync()
    {
        await GitAsync("add", "-A");
        await GitAsync(
            "-c",
            "user.name=test",
            "-c",
            "user.email=test@example.com",
            "-c",
            "commit.gpgsign=false",
            "commit",
            "--quiet",
            "-m",
            "test"
        );
    }

    private async Task GitAsync(params string[] arguments)
    {
        var result = await ProcessResult.RunAsync("git", _folder.Path, arguments);
        Assert.True(result.ExitCode == 0, result.Error);
    }
}
