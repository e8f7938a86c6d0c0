using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;
using Xunit;

namespace Authlete.Tests.Shared;

/// <summary>Names of tests have one style: a sentence with underscores that states the behavior.</summary>
public sealed partial class TestNameTests
{
    [Fact]
    public void The_name_of_a_test_is_a_sentence_with_underscores()
    {
        var tests = typeof(TestNameTests)
            .Assembly.GetTypes()
            .SelectMany(type =>
                type.GetMethods(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly)
            )
            .Where(method => method.IsDefined(typeof(FactAttribute)))
            .ToList();

        Assert.Contains(tests, test => test.Name == nameof(The_name_of_a_test_is_a_sentence_with_underscores));
        Assert.Empty(tests.Where(test => !Sentence().IsMatch(test.Name)).Select(test => test.DeclaringType + "." + test.Name));
    }

    [Theory]
    [InlineData("A_prepared_call_keeps_the_parameters_of_its_record", true)]
    [InlineData("WhatIf_sends_nothing", true)]
    [InlineData("There_are_62_with_a_name", true)]
    [InlineData("TheNamesStay", false)]
    [InlineData("Parse_EmptyText_Throws", false)]
    [InlineData("the_name_stays", false)]
    [InlineData("The_name__stays", false)]
    [InlineData("The_name_stays_", false)]
    [InlineData("Stays", false)]
    public void A_test_name_starts_with_a_capital_and_continues_in_lower_case(string name, bool sentence) =>
        Assert.Equal(sentence, Sentence().IsMatch(name));

    /// <summary>Names of types, parameters, and protocols keep their capitals within a sentence.</summary>
    [GeneratedRegex("^[A-Z][A-Za-z0-9]*(_[A-Za-z0-9]+)*_[a-z][a-z0-9]*(_[A-Za-z0-9]+)*$")]
    private static partial Regex Sentence();
}
