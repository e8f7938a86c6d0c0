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
    public void The_manifest_says_where_the_module_runs()
    {
        Assert.Equal(["Desktop", "Core"], Strings("CompatiblePSEditions"));
        Assert.Equal("5.1", _manifest["PowerShellVersion"]);
        Assert.Equal("4.7.2", _manifest["DotNetFrameworkVersion"]);
        Assert.Equal("Authlete.PowerShell.dll", _manifest["RootModule"]);
    }

    [Fact]
    public void The_manifest_brings_no_script_and_no_other_module()
    {
        foreach (var key in new[] { "NestedModules", "RequiredModules", "RequiredAssemblies", "ScriptsToProcess" })
        {
            Assert.False(_manifest.ContainsKey(key), key);
        }
    }

    [Fact]
    public void The_manifest_the_assemblies_and_the_changelog_have_the_same_version()
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
    public void The_manifest_exports_every_cmdlet_by_name()
    {
        var exported = Strings("CmdletsToExport");
        var written = ImportedModule
            .Module.GetExportedTypes()
            .Where(type => type.IsDefined(typeof(CmdletAttribute), inherit: false))
            .Select(ImportedModule.NameOf);
        Assert.Equal(written.Order(StringComparer.Ordinal), exported);
        foreach (var key in new[] { "FunctionsToExport", "AliasesToExport", "VariablesToExport" })
        {
            Assert.Empty(Strings(key));
        }
    }

    [Fact]
    public void Every_cmdlet_is_public() =>
        Assert.DoesNotContain(
            ImportedModule.Module.GetTypes(),
            type => !type.IsPublic && type.IsDefined(typeof(CmdletAttribute), inherit: false)
        );

    [Fact]
    public void The_manifest_has_no_wildcard()
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
    public void The_engine_accepts_the_manifest()
    {
        using var session = new EngineSession();
        var module = (PSModuleInfo)session.Run("Get-Module Authlete").Single().BaseObject;
        Assert.Equal(_manifest["ModuleVersion"], module.Version.ToString());
        Assert.Equal(ModuleType.Binary, module.ModuleType);
        Assert.Equal(Strings("CmdletsToExport").Length, module.ExportedCmdlets.Count);
    }

    /// <summary>Reads the manifest as tools do that don't run scripts: SafeGetValue rejects everything except data.</summary>
    private static Hashtable Read()
    {
        var script = Parser.ParseFile(StagedModule.Manifest, out _, out var errors);
        Assert.Empty(errors);
        var statement = Assert.IsType<PipelineAst>(Assert.Single(script.EndBlock.Statements));
        return (Hashtable)Assert.IsType<HashtableAst>(statement.GetPureExpression()).SafeGetValue();
    }

    private string[] Strings(string key) =>
        _manifest[key] switch
        {
            string text => [text],
            object[] values => [.. values.Cast<string>()],
            _ => throw new InvalidOperationException(key + " is not a list."),
        };

    [GeneratedRegex(@"^##\s*\[?v?(\d+\.\d+\.\d+)", RegexOptions.Multiline)]
    private static partial Regex VersionHeading();
}
