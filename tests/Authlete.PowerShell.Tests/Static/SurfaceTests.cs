using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using Xunit;

namespace Authlete.PowerShell.Tests.Static;

/// <summary>The cmdlets side by side: the tables of docs/design/conventions.md, and the rules above them.</summary>
public sealed class SurfaceTests
{
    private const string Conventions = "docs/design/conventions.md";

    // The order of common parameters, which follow the cmdlet's own.
    private static readonly string[] s_last =
    [
        "PageSize",
        "Connection",
        "Credential",
        "SecretName",
        "Vault",
        "BaseUri",
        "IncludeTotalCount",
        "Skip",
        "First",
    ];

    // The parameters for the object that a cmdlet acts on.
    private static readonly string[] s_objects =
    [
        "AccessTokenIdentifier",
        "ClientId",
        "Handle",
        "Parameters",
        "Path",
        "ServiceApiKey",
        "Ticket",
        "UserCode",
    ];

    public static TheoryData<string> Cmdlets => [.. ImportedModule.Cmdlets.Keys];

    public static TheoryData<string> Connected => [.. ImportedModule.DerivedFrom("ConnectedCmdlet").Select(cmdlet => cmdlet.Name)];

    [Fact]
    public void The_table_of_cmdlets_says_what_the_module_has() =>
        ApprovedText.AssertSection(Conventions, "cmdlets", SurfaceTables.OfCmdlets());

    [Fact]
    public void The_table_of_parameters_says_what_the_module_has() =>
        ApprovedText.AssertSection(Conventions, "parameters", SurfaceTables.OfParameters());

    [Fact]
    public void The_table_of_settings_says_what_the_module_has() =>
        ApprovedText.AssertSection(Conventions, "settings", SurfaceTables.OfSettings());

    [Theory]
    [MemberData(nameof(Connected))]
    public void Own_parameters_come_before_those_of_the_connection(string cmdlet)
    {
        foreach (var set in ImportedModule.Cmdlets[cmdlet].ParameterSets)
        {
            var optional = SurfaceTables
                .Own(set)
                .Where(parameter => parameter is { IsMandatory: false, Position: < 0 })
                .Select(parameter => parameter.Name)
                .ToList();
            var last = optional.SkipWhile(name => !s_last.Contains(name)).ToList();
            Assert.Equal(s_last.Where(optional.Contains), last);
        }
    }

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void The_object_that_a_cmdlet_acts_on_is_the_first_by_position(string cmdlet)
    {
        // A new object has no identifier yet.
        if (ImportedModule.Cmdlets[cmdlet].Verb == VerbsCommon.New)
        {
            return;
        }

        foreach (var set in ImportedModule.Cmdlets[cmdlet].ParameterSets)
        {
            var objects = set.Parameters.Where(parameter => parameter.IsMandatory && s_objects.Contains(parameter.Name)).ToList();
            Assert.All(objects, parameter => Assert.Equal(0, parameter.Position));
        }
    }

    [Theory]
    [MemberData(nameof(Connected))]
    public void A_cmdlet_that_takes_objects_from_the_pipeline_has_ThrottleLimit(string cmdlet)
    {
        var parameters = ImportedModule.Cmdlets[cmdlet].ParameterSets.SelectMany(set => set.Parameters).ToList();

        if (parameters.Exists(parameter => parameter.ValueFromPipeline || parameter.ValueFromPipelineByPropertyName))
        {
            Assert.Contains(parameters, parameter => parameter.Name == "ThrottleLimit");
        }
    }

    /// <summary>A name has one meaning, and so one type. The document lists the exceptions.</summary>
    [Fact]
    public void A_parameter_has_one_type_in_all_cmdlets()
    {
        string[] exceptions = ["ClientId", "Parameters", "TrustChain"];
        var types = new Dictionary<string, HashSet<Type>>(StringComparer.Ordinal);
        foreach (var parameter in ImportedModule.Cmdlets.Values.SelectMany(cmdlet => cmdlet.ParameterSets).SelectMany(SurfaceTables.Own))
        {
            (types.TryGetValue(parameter.Name, out var known) ? known : types[parameter.Name] = []).Add(parameter.ParameterType);
        }

        Assert.Equal(exceptions, types.Where(type => type.Value.Count > 1).Select(type => type.Key).Order(StringComparer.Ordinal));
    }
}
