using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Xunit;

namespace Authlete.PowerShell.Tests.Static;

/// <summary>Each edition of PowerShell has the assemblies that the staged ones reference.</summary>
public sealed class AssemblyReferenceTests : IDisposable
{
    // The versions in the shared framework of .NET 8, which PowerShell 7.4 uses. Later versions have the same or newer ones.
    private static readonly Dictionary<string, Version> s_powerShell74 = new(StringComparer.Ordinal)
    {
        ["netstandard"] = new(2, 1, 0, 0),
        ["System.Buffers"] = new(8, 0, 0, 0),
        ["System.Memory"] = new(8, 0, 0, 0),
        ["System.Numerics.Vectors"] = new(8, 0, 0, 0),
        ["System.Runtime.CompilerServices.Unsafe"] = new(8, 0, 0, 0),
        ["System.Text.Encodings.Web"] = new(8, 0, 0, 0),
        ["System.Text.Json"] = new(8, 0, 0, 0),
        ["System.Threading.Tasks.Extensions"] = new(8, 0, 0, 0),
        ["System.ValueTuple"] = new(8, 0, 0, 0),
    };

    private readonly AssemblyFile _module = new(Path.Combine(StagedModule.Folder, "Authlete.PowerShell.dll"));
    private readonly AssemblyFile _apiClient = new(Path.Combine(StagedModule.Folder, "Authlete.ApiClient.dll"));
    private readonly AssemblyFile _configuration = new(Path.Combine(StagedModule.Folder, "Authlete.Configuration.dll"));
    private readonly List<AssemblyFile> _desktop =
    [
        .. Directory.EnumerateFiles(Path.Combine(StagedModule.Folder, "desktop"), "*.dll").Select(path => new AssemblyFile(path)),
    ];

    [Fact]
    public void The_module_refers_to_nothing_but_the_engine_and_our_own() =>
        Assert.Equal(
            ["Authlete.ApiClient", "Authlete.Configuration", "System.Management.Automation", "netstandard"],
            _module.References.Keys.Order(StringComparer.Ordinal)
        );

    [Fact]
    public void The_module_asks_for_the_oldest_engine() =>
        Assert.Equal(new Version(3, 0, 0, 0), _module.References["System.Management.Automation"]);

    [Fact]
    public void Neither_the_client_nor_the_configuration_knows_of_PowerShell() =>
        Assert.DoesNotContain("System.Management.Automation", _apiClient.References.Keys.Concat(_configuration.References.Keys));

    [Fact]
    public void PowerShell_7_4_has_every_reference_of_the_client_and_the_configuration()
    {
        foreach (
            var (name, version) in _apiClient
                .References.Concat(_configuration.References)
                .Where(reference => reference.Key != "Authlete.ApiClient")
        )
        {
            Assert.True(s_powerShell74.TryGetValue(name, out var present), name + " is not in PowerShell 7.4.");
            Assert.True(version <= present, $"{name} {version} is newer than PowerShell 7.4's {present}.");
        }
    }

    [Fact]
    public void Windows_PowerShell_has_every_reference_or_finds_it_in_the_desktop_folder()
    {
        var framework = FrameworkAssemblies();
        Assert.Contains("netstandard", framework);
        var desktop = _desktop.ToDictionary(assembly => assembly.Name, StringComparer.OrdinalIgnoreCase);
        var missing =
            from assembly in _desktop.Concat([_apiClient, _configuration, _module])
            from reference in assembly.References.Keys
            where
                !desktop.ContainsKey(reference)
                && !framework.Contains(reference)
                && reference is not ("Authlete.ApiClient" or "Authlete.Configuration" or "System.Management.Automation")
            select reference + " for " + assembly.Name;
        Assert.Empty(missing);
    }

    [Fact]
    public void No_assembly_in_the_desktop_folder_is_older_than_a_reference_to_it()
    {
        var desktop = _desktop.ToDictionary(assembly => assembly.Name, StringComparer.OrdinalIgnoreCase);
        var older =
            from assembly in _desktop.Concat([_apiClient, _configuration])
            from reference in assembly.References
            where desktop.TryGetValue(reference.Key, out var present) && present.Version < reference.Value
            select $"{assembly.Name} asks for {reference.Key} {reference.Value}";
        Assert.Empty(older);
    }

    [Fact]
    public void Every_assembly_in_the_desktop_folder_is_referred_to()
    {
        var desktop = _desktop.ToDictionary(assembly => assembly.Name, StringComparer.OrdinalIgnoreCase);
        var needed = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var open = new Stack<AssemblyFile>([_apiClient, _configuration]);
        while (open.TryPop(out var assembly))
        {
            foreach (var reference in assembly.References.Keys.Where(needed.Add))
            {
                if (desktop.TryGetValue(reference, out var next))
                {
                    open.Push(next);
                }
            }
        }

        Assert.Empty(desktop.Keys.Except(needed, StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>Windows PowerShell loads all types before the module can resolve the assemblies in the desktop folder.</summary>
    [Fact]
    public void All_types_of_the_module_load_before_the_desktop_folder_is_known()
    {
        var ours = new[] { _module, _apiClient, _configuration }.ToDictionary(assembly => assembly.Name);
        var loading = new TypeLoading(ours);
        loading.LoadAllTypes(_module);
        string[] found = ["netstandard: ", "System.Management.Automation: ", "Authlete.ApiClient: "];
        Assert.All(found, assembly => Assert.Contains(loading.Needed, need => need.StartsWith(assembly, StringComparison.Ordinal)));
        Assert.All(loading.Needed, need => Assert.Contains(found, assembly => need.StartsWith(assembly, StringComparison.Ordinal)));
    }

    /// <summary>Otherwise System.Text.Json would be loaded when the module is imported.</summary>
    [Fact]
    public void No_type_of_the_module_is_made_of_types_of_the_configuration()
    {
        var parts = new TypeParts(_module.Reader);
        Assert.Contains(parts.Assemblies, part => part.StartsWith("Authlete.ApiClient: ", StringComparison.Ordinal));
        Assert.DoesNotContain(parts.Assemblies, part => part.StartsWith("Authlete.Configuration: ", StringComparison.Ordinal));
    }

    /// <summary>Checks the search itself: the client has types that need System.Text.Json, and the search finds them.</summary>
    [Fact]
    public void The_walk_finds_the_types_of_the_client_that_need_JSON()
    {
        var loading = new TypeLoading(new Dictionary<string, AssemblyFile> { [_apiClient.Name] = _apiClient });
        loading.LoadAllTypes(_apiClient);
        Assert.Contains(loading.Needed, need => need.StartsWith("System.Text.Json: JsonElement", StringComparison.Ordinal));
    }

    public void Dispose()
    {
        foreach (var assembly in _desktop.Concat([_module, _apiClient, _configuration]))
        {
            assembly.Dispose();
        }
    }

    private static HashSet<string> FrameworkAssemblies()
    {
        var folder = StagedModule.Metadata("Net472References");
        return Directory
            .EnumerateFiles(folder, "*.dll")
            .Concat(Directory.EnumerateFiles(Path.Combine(folder, "Facades"), "*.dll"))
            .Select(path => Path.GetFileNameWithoutExtension(path))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
    }
}
