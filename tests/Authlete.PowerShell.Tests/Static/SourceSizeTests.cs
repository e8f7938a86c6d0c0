using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Xunit;

namespace Authlete.PowerShell.Tests.Static;

/// <summary>How long a file, a line and a cmdlet's own part may be. Generated files don't count.</summary>
public sealed partial class SourceSizeTests
{
    private const int MostLines = 300;
    private const int MostColumns = 160;

    // These have longer lines still. The list only gets shorter.
    private static readonly HashSet<string> s_withWideLines = new(StringComparer.Ordinal)
    {
        "src/Authlete.ApiClient/Api/Operation.cs",
        "src/Authlete.ApiClient/Changes/ChangeText.cs",
        "src/Authlete.ApiClient/Changes/SettingsComparison.cs",
        "src/Authlete.ApiClient/Changes/SettingsReplacement.cs",
        "src/Authlete.ApiClient/Json/JsonView.cs",
        "src/Authlete.ApiClient/Transport/Answers.cs",
        "src/Authlete.Generator/Code/CmdletSource.cs",
        "src/Authlete.Generator/Code/CodeGenerator.cs",
        "src/Authlete.Generator/Code/FactsCheck.cs",
        "src/Authlete.Generator/Code/ModelSource.cs",
        "src/Authlete.Generator/Code/ParametersSource.cs",
        "src/Authlete.PowerShell/AuthleteConnection.cs",
        "src/Authlete.PowerShell/Binding/AccessTokenTextAttribute.cs",
        "src/Authlete.PowerShell/Binding/EpochTimeAttribute.cs",
        "src/Authlete.PowerShell/Binding/ModelAttribute.cs",
        "src/Authlete.PowerShell/Binding/NumberAttribute.cs",
        "src/Authlete.PowerShell/Binding/PairListAttribute.cs",
        "src/Authlete.PowerShell/Binding/PlainValues.cs",
        "src/Authlete.PowerShell/Binding/TaggedValueListAttribute.cs",
        "src/Authlete.PowerShell/Cmdlets/Base/SettingsCmdlet.cs",
        "src/Authlete.PowerShell/Cmdlets/Connection/TestAuthleteCredentialCommand.cs",
        "src/Authlete.PowerShell/Connections/ConnectionResolver.cs",
        "src/Authlete.PowerShell/Credentials/ApiCredentials.cs",
        "src/Authlete.PowerShell/Credentials/CredentialSources.cs",
        "src/Authlete.PowerShell/Formatting/UnknownMembers.cs",
        "src/Authlete.Sandbox/Clients/ClientOperations.cs",
        "src/Authlete.Sandbox/Grants/AuthorizationDetails.cs",
        "tests/Authlete.ApiClient.Tests/ConformanceTests.cs",
        "tests/Authlete.ApiClient.Tests/DescribedOperationTests.cs",
        "tests/Authlete.ApiClient.Tests/DescriptionTests.cs",
        "tests/Authlete.ApiClient.Tests/Generator/FactsCheckTests.cs",
        "tests/Authlete.ApiClient.Tests/Json/ComparisonTests.cs",
        "tests/Authlete.ApiClient.Tests/Json/GeneratedJson.cs",
        "tests/Authlete.ApiClient.Tests/Json/RawMembers.cs",
        "tests/Authlete.ApiClient.Tests/Json/RoundTripTests.cs",
        "tests/Authlete.ApiClient.Tests/Json/TypedProperties.cs",
        "tests/Authlete.ApiClient.Tests/Models/TraitsTests.cs",
        "tests/Authlete.ApiClient.Tests/Models/TypedChangeTests.cs",
        "tests/Authlete.ApiClient.Tests/Models/TypedPayloadTests.cs",
        "tests/Authlete.ApiClient.Tests/Support/Description.cs",
        "tests/Authlete.ApiClient.Tests/Support/ExpectedValue.cs",
        "tests/Authlete.ApiClient.Tests/Support/GeneratedPayload.cs",
        "tests/Authlete.ApiClient.Tests/Support/PayloadReading.cs",
        "tests/Authlete.ApiClient.Tests/Transport/ApiCredentialTests.cs",
        "tests/Authlete.ApiClient.Tests/Transport/ApiKeyPairTests.cs",
        "tests/Authlete.ApiClient.Tests/Transport/Calls.cs",
        "tests/Authlete.Benchmarks/EmptyModule.cs",
        "tests/Authlete.PowerShell.Tests/Cmdlets/SecretsTests.cs",
        "tests/Authlete.PowerShell.Tests/Cmdlets/UnknownMembersTests.cs",
        "tests/Authlete.PowerShell.Tests/Static/AssemblyReferenceTests.cs",
        "tests/Authlete.PowerShell.Tests/Static/CmdletConventionTests.cs",
        "tests/Authlete.PowerShell.Tests/Static/FormatTests.cs",
        "tests/Authlete.PowerShell.Tests/Static/HelpTests.cs",
        "tests/Authlete.PowerShell.Tests/Static/PipelineBindingTests.cs",
        "tests/Authlete.PowerShell.Tests/Static/StagedFolderTests.cs",
        "tests/Authlete.PowerShell.Tests/Support/CapturingHost.cs",
        "tests/Authlete.PowerShell.Tests/Support/Outputs.cs",
        "tests/Authlete.Sandbox.Tests/JoseVerifyTests.cs",
        "tests/Shared/TypeUses.cs",
    };

    private static readonly List<SourceFile> s_files = [.. SourceFile.ReadAll("src", "tests").Where(file => !file.IsGenerated)];

    [Fact]
    public void No_file_has_more_than_300_lines() =>
        Assert.Empty(s_files.Where(file => LinesOf(file.Text).Length > MostLines).Select(file => file.Path));

    /// <summary>A text counts as empty, wherever it is: to wrap it would make it no easier to read.</summary>
    [Fact]
    public void No_line_has_more_than_160_columns_beside_its_texts() => Assert.Empty(s_files
        .Where(file => !s_withWideLines.Contains(file.Path) && LinesOf(WithoutTexts(file.Text)).Any(IsWide))
        .Select(file => file.Path));

    [Theory]
    [InlineData("", 160, false)]
    [InlineData("", 161, true)]
    [InlineData("    /// ", 161, false)]
    [InlineData("Run(\"a text of any length\");", 152, false)]
    [InlineData("Run(\"a text of any length\");", 153, true)]
    [InlineData("Run(@\"a \"\"text\"\" of any length\");", 152, false)]
    public void A_line_is_wide_beyond_160_columns(string begin, int rest, bool wide) =>
        Assert.Equal(wide, IsWide(WithoutTexts(begin + new string('x', rest))));

    [Fact]
    public void The_own_part_of_a_cmdlet_has_10_lines_at_the_median_and_100_at_most()
    {
        var own = s_files
            .Where(file => file.Path.StartsWith("src/Authlete.PowerShell/Cmdlets/", StringComparison.Ordinal) && file.Path.EndsWith("Command.cs", StringComparison.Ordinal))
            .Select(file => LinesOf(file.Text).Count(IsOwn))
            .Order()
            .ToList();

        Assert.Equal(ImportedModule.Cmdlets.Count, own.Count);
        Assert.InRange(own[own.Count / 2], 1, 10);
        Assert.InRange(own[^1], 11, 100);
    }

    private static string[] LinesOf(string text) => text.TrimEnd().ReplaceLineEndings("\n").Split('\n');

    private static string WithoutTexts(string text) => SimpleText().Replace(RawText().Replace(text, "\"\""), "\"\"");

    private static bool IsWide(string line) => line.Length > MostColumns && !line.TrimStart().StartsWith("//", StringComparison.Ordinal);

    /// <summary>Whether a line is neither a using, a comment, an attribute nor a parameter.</summary>
    private static bool IsOwn(string line) => line.Trim().Length > 0 && !NotOwn().IsMatch(line);

    [GeneratedRegex("\"\"\".*?\"\"\"", RegexOptions.Singleline)]
    private static partial Regex RawText();

    [GeneratedRegex("""@"(?:[^"]|"")*"|"(?:\\.|[^"\\\n])*"|'"'""")]
    private static partial Regex SimpleText();

    [GeneratedRegex(@"^\s*(?:using |namespace |//|\[.*\]\s*$|public .*\{ get; (?:set; )?\})")]
    private static partial Regex NotOwn();
}
