using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace Authlete.Packager.Tests;

/// <summary>What <c>build.ps1 -Task Publish</c> does and rejects, in a git repository of the test.</summary>
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
        await RefusesAsync("The working tree has uncommitted changes. Commit them, and pack again.");
    }

    [Fact]
    public async Task A_version_that_the_changelog_lacks_is_refused()
    {
        await ReplaceVersionAsync("9.9.9");
        await RefusesAsync("CHANGELOG.md has no section '## [9.9.9]' for the version in Authlete.psd1.");
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
        await RefusesAsync("The environment variable PSGALLERY_API_KEY isn't set. Set it to the API key of PSGallery.");
    }

    [Fact]
    public async Task Sources_that_are_in_no_repository_are_refused()
    {
        var git = new DirectoryInfo(_folder.Combine(".git"));
        foreach (var file in git.EnumerateFiles("*", SearchOption.AllDirectories))
        {
            file.Attributes = FileAttributes.Normal;
        }

        git.Delete(recursive: true);

        var result = await PublishAsync();

        Assert.Equal((1, ""), (result.ExitCode, result.Output));
        Assert.EndsWith(
            "git status failed. Publish from a clone, so that the package belongs to a commit.",
            result.Error,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_repositorys_error_is_shown_in_one_line()
    {
        Directory.CreateDirectory(_folder.Combine("out", "package"));
        File.WriteAllText(_folder.Combine("out", "package", $"Authlete.{Version()}.nupkg"), "");

        var result = await ProcessResult.RunAsync(
            ProcessResult.DotNet,
            _folder.Path,
            BuildPaths.Pwsh,
            "-NoProfile",
            "-Command",
            "$env:PSGALLERY_API_KEY = 'key'; ./build.ps1 -Task Publish -Repository Nowhere; exit $LASTEXITCODE"
        );

        Assert.Equal((1, ""), (result.ExitCode, result.Output));
        Assert.StartsWith("Publishing to Nowhere failed: ", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', result.Error);
    }

    [Fact]
    public async Task A_published_package_is_found_and_installed_as_the_staged_module()
    {
        var packed = await ProcessResult.RunAsync(
            ProcessResult.DotNet,
            _folder.Path,
            typeof(ModuleManifest).Assembly.Location,
            BuildPaths.Staged,
            BuildPaths.Assets,
            _folder.Combine("out", "package")
        );
        Assert.Equal((0, ""), (packed.ExitCode, packed.Error));
        foreach (var name in new[] { "home", "gallery", "installed" })
        {
            Directory.CreateDirectory(_folder.Combine("out", name));
        }

        // PowerShell repositories are registered per user, so this process gets its own home folder.
        var result = await ProcessResult.RunAsync(
            ProcessResult.DotNet,
            _folder.Path,
            BuildPaths.Pwsh,
            "-NoProfile",
            "-Command",
            """
            $ErrorActionPreference = 'Stop'
            $env:HOME = $env:USERPROFILE = Convert-Path ./out/home
            $env:XDG_DATA_HOME = $env:XDG_CONFIG_HOME = $env:LOCALAPPDATA = $env:HOME
            $gallery = "Gallery$PID"
            Register-PSResourceRepository -Name $gallery -Uri (Convert-Path ./out/gallery) -Trusted
            try {
                $env:PSGALLERY_API_KEY = 'key'
                ./build.ps1 -Task Publish -Repository $gallery
                $found = Find-PSResource -Name Authlete -Repository $gallery
                Save-PSResource -Name Authlete -Repository $gallery -Path ./out/installed
            }
            finally {
                Unregister-PSResourceRepository -Name $gallery
            }
            Import-Module ./out/installed/Authlete
            "$($found.Version) $($found.Tags -contains 'Authlete') $((Get-Module Authlete).ExportedCmdlets.Count)"
            """
        );

        var manifest = ModuleManifest.Read(Path.Combine(BuildPaths.Staged, "Authlete.psd1"));
        Assert.Equal((0, $"{manifest.Version} True {manifest.Cmdlets.Count()}", ""), (result.ExitCode, result.Output, result.Error));
        var installed = _folder.Combine("out", "installed", "Authlete", manifest.Version);
        foreach (var file in Directory.EnumerateFiles(BuildPaths.Staged, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(installed, Path.GetRelativePath(BuildPaths.Staged, file));
            Assert.Equal(File.ReadAllBytes(file), File.ReadAllBytes(copy));
        }
    }

    private async Task RefusesAsync(string error) => Assert.Equal(new ProcessResult(1, "", error), await PublishAsync());

    private Task<ProcessResult> PublishAsync() =>
        ProcessResult.RunAsync(ProcessResult.DotNet, _folder.Path, BuildPaths.Pwsh, "-NoProfile", "-File", "build.ps1", "-Task", "Publish");

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
