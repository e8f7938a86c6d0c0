using System;
using Xunit;

namespace Authlete.PowerShell.Tests.Cmdlets;

/// <summary>Rows of a CSV file contain Booleans as text.</summary>
public sealed class BooleanSettingTests(SandboxFixture fixture) : EngineTests(fixture)
{
    [Theory]
    [InlineData("'False'", false)]
    [InlineData("'TRUE'", true)]
    [InlineData("$true", true)]
    [InlineData("0", false)]
    [InlineData("([psobject] 'true')", true)]
    public void The_words_true_and_false_are_accepted_in_any_case(string value, bool expected)
    {
        var client = Session.RunSingle($"New-AuthleteClient -ClientName Shop -PkceRequired {value}");

        Assert.Equal(expected, client.Value("PkceRequired"));
    }

    [Theory]
    [InlineData("'yes'")]
    [InlineData("''")]
    [InlineData("'1'")]
    public void Another_text_is_an_error_that_says_what_is_expected(string value)
    {
        var error = Session.RunError($"New-AuthleteClient -ClientName Shop -PkceRequired {value}");

        Assert.Contains("$true or $false is expected here", error.Exception.Message, StringComparison.Ordinal);
    }
}
