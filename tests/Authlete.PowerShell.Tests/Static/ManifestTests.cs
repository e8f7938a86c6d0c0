using System;
using System.Collections;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Reflection;
using System.Text.RegularExpressions;
using Xunit;

namespace Authlete.PowerShell.Tests.Static;

public sealed partial class ManifestTests
{
    private readonly Hashtable _manifest = Read();

    [Fact]
    public void SaysWhereTheModuleRuns()
    {
        Assert.Equal(["Desktop", "Core"], Strings("CompatiblePSEditions"));
        Assert.Equal("5.1", _manifest["PowerShellVersion"]);
        Assert.Equal("4.7.2", _manifest["DotNetFrameworkVersion"]);
        Assert.Equal("Authlete.PowerShell.dll", _manifest["RootModule"]);
    }

    [Fact]
    public void BringsNoScriptAndNoOtherModule()
    {
        foreach (var key in new[] { "NestedModules", "RequiredModules", "RequiredAssemblies", "ScriptsToProcess" })
        {
            Assert.False(_manifest.ContainsKey(key), key);
        }
    }

    [Fact]
    public void HasOneVersionWithTheAssembliesAndTheChangelog()
    {
        var version = Version.Parse((string)_manifest["ModuleVersion"]!);
        var expected = new Version(version.Major, version.Minor, version.Build, 0);
        foreach (var file in new[] { "Authlete.PowerShell.dll", "Authlete.ApiClient.dll" })
        {
            Assert.Equal(expected, AssemblyName.GetAssemblyName(Path.Combine(StagedModule.Folder, file)).Version);
        }

        Assert.Equal(version.ToString(3), Path.GetFileName(StagedModule.Folder.TrimEnd('/', '\\')));
        var changelog = Path.Combine(StagedModule.Repository, "CHANGELOG.md");
        if (File.Exists(changelog))
        {
            var newest = VersionHeading().Match(File.ReadAllText(changelog));
            Assert.True(newest.Success, "CHANGELOG.md has no section of a version.");
            Assert.Equal(version.ToString(3), newest.Groups[1].Value);
        }
    }

    [Fact]
    public void ExportsEveryCmdletByName()
    {
        var exported = Strings("CmdletsToExport");
        var written = ImportedModule.Module.GetExportedTypes()
            .Where(type => type.IsDefined(typeof(CmdletAttribute), inherit: false))
            .Select(ImportedModule.NameOf);
        Assert.Equal(written.Order(StringComparer.Ordinal), exported);
        foreach (var key in new[] { "FunctionsToExport", "AliasesToExport", "VariablesToExport" })
        {
            Assert.Empty(Strings(key));
        }
    }

    [Fact]
    public void NoCmdletIsHidden() => Assert.DoesNotContain(
        ImportedModule.Module.GetTypes(), type => !type.IsPublic && type.IsDefined(typeof(CmdletAttribute), inherit: false));

    [Fact]
    public void HasNoWildcard()
    {
        foreach (DictionaryEntry entry in _manifest)
        {
            if (entry.Value is string or object[])
            {
                Assert.DoesNotContain(Strings((string)entry.Key), value => value.Contains('*', StringComparison.Ordinal));
            }
        }
    }

    [Fact]
    public void TheEngineTakesIt()
    {
        using var session = new EngineSession();
        var module = (PSModuleInfo)session.Run("Get-Module Authlete").Single().BaseObject;
        Assert.Equal(_manifest["ModuleVersion"], module.Version.ToString());
        Assert.Equal(ModuleType.Binary, module.ModuleType);
        Assert.Equal(Strings("CmdletsToExport").Length, module.ExportedCmdlets.Count);
    }

    /// <summary>Reads it as tools do that run nothing: SafeGetValue refuses whatever is not data.</summary>
    private static Hashtable Read()
    {
        var script = Parser.ParseFile(StagedModule.Manifest, out _, out var errors);
        Assert.Empty(errors);
        var statement = Assert.IsType<PipelineAst>(Assert.Single(script.EndBlock.Statements));
        return (Hashtable)Assert.IsType<HashtableAst>(statement.GetPureExpression()).SafeGetValue();
    }

    private string[] Strings(string key) => _manifest[key] switch
    {
        string text => [text],
        object[] values => [.. values.Cast<string>()],
        _ => throw new InvalidOperationException(key + " is not a list."),
    };

    [GeneratedRegex(@"^##\s*\[?v?(\d+\.\d+\.\d+)", RegexOptions.Multiline)]
    private static partial Regex VersionHeading();
}
