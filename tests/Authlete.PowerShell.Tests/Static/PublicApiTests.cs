using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Reflection;
using PublicApiGenerator;
using Xunit;

namespace Authlete.PowerShell.Tests.Static;

/// <summary>The types that users of the module can use. All others are internal.</summary>
public sealed class PublicApiTests
{
    private static readonly ApiGeneratorOptions s_options = new()
    {
        IncludeAssemblyAttributes = false,
        // The tables of docs/design/conventions.md contain the facts in these attributes.
        ExcludeAttributes =
        [
            .. new[]
            {
                typeof(AliasAttribute),
                typeof(AllowEmptyCollectionAttribute),
                typeof(AllowEmptyStringAttribute),
                typeof(AllowNullAttribute),
                typeof(ArgumentCompleterAttribute),
                typeof(CmdletAttribute),
                typeof(OutputTypeAttribute),
                typeof(ParameterAttribute),
                typeof(SupportsWildcardsAttribute),
                typeof(ValidateNotNullAttribute),
                typeof(ValidateNotNullOrEmptyAttribute),
                typeof(ValidateRangeAttribute),
                typeof(ValidateSetAttribute),
            }.Select(attribute => attribute.FullName!),
        ],
    };

    public static TheoryData<string> Assemblies => new("Authlete.ApiClient", "Authlete.Configuration", "Authlete.PowerShell");

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void The_public_types_and_members_are_the_approved_ones(string name)
    {
        var assembly = Assembly.LoadFrom(Path.Combine(StagedModule.Folder, name + ".dll"));

        ApprovedText.AssertFile(
            $"tests/Authlete.PowerShell.Tests/Static/PublicApi/{name}.txt",
            assembly.GeneratePublicApi(s_options).ReplaceLineEndings("\n") + "\n"
        );
    }

    [Fact]
    public void A_difference_shows_the_lines_that_differ()
    {
        var approved = string.Join('\n', "one", "two", "three", "four", "five", "six", "seven");

        var difference = ApprovedText.Compare(approved, approved.Replace("five", "5", StringComparison.Ordinal));

        Assert.Equal("  three\n  four\n- five\n+ 5\n  six\n  seven", difference);
    }
}
