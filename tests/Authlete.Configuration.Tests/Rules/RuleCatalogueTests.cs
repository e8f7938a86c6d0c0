using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using Authlete.ApiClient.Json;
using Authlete.ApiClient.Models;
using Authlete.Configuration.Rules;
using Xunit;

namespace Authlete.Configuration.Tests.Rules;

public sealed class RuleCatalogueTests
{
    private static readonly Type[] s_tables = [typeof(ServiceRuleTests), typeof(ClientRuleTests), typeof(FapiRuleTests)];

    public static TheoryData<string> Ids => [.. RuleCatalogue.All.Select(rule => rule.Id)];

    [Fact]
    public void There_are_the_rules_that_scripts_know()
    {
        var expected = Numbers("AUT-C", 34).Concat(Numbers("AUT-F", 12)).Concat(Numbers("AUT-S", 27));

        Assert.Equal(expected, RuleCatalogue.All.Select(rule => rule.Id));
        Assert.Equal(
            ["AUT-C11", "AUT-C13", "AUT-C17", "AUT-C26", "AUT-C28", "AUT-C34", "AUT-S22", "AUT-S23", "AUT-S25", "AUT-S26"],
            RuleCatalogue.All.Where(rule => rule.Tier == 2).Select(rule => rule.Id)
        );
        Assert.Equal(["AUT-F10", "AUT-F11", "AUT-F12"], RuleCatalogue.All.Where(rule => rule.IsOptIn).Select(rule => rule.Id));
        Assert.All(RuleCatalogue.All.Where(rule => rule.IsOptIn), rule => Assert.Equal(RuleProfile.Fapi2, rule.Profile));
    }

    [Theory]
    [InlineData(
        RuleSeverity.High,
        "C01 C03 C06 C10 C12 C14 C16 C20 C21 C22 C24 C25 C27 C33 F01 F04 F05 F06 F07 F08 F10 F11 S01 S05 S11 S12 S13 S19"
    )]
    [InlineData(
        RuleSeverity.Medium,
        "C02 C05 C08 C09 C15 C18 C19 C23 C29 C31 C32 F02 F03 F09 F12 S02 S03 S04 S06 S07 S08 S09 S14 S18 S20 S21 S23 S24 S27"
    )]
    [InlineData(RuleSeverity.Low, "C04 C07 C11 C13 C26 C30 C34 S10 S15 S16 S17 S22 S25 S26")]
    [InlineData(RuleSeverity.Info, "C17 C28")]
    internal void A_rule_has_its_severity(RuleSeverity severity, string ids) =>
        Assert.Equal(ids.Split(' '), RuleCatalogue.All.Where(rule => rule.Severity == severity).Select(rule => rule.Id["AUT-".Length..]));

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_has_all_texts(string id)
    {
        var rule = Find(id);

        Assert.Matches(rule.Severity >= RuleSeverity.Medium ? "^[A-Z].* must .*[^.]$" : "^[A-Z].* should .*[^.]$", rule.Title);
        Assert.StartsWith("The rule fails if ", rule.Condition, StringComparison.Ordinal);
        Assert.All([rule.Condition, rule.Why, rule.Recommendation, rule.FalsePositives], text => Assert.Matches("^[A-Z].*[.]$", text));
        Assert.NotEmpty(rule.Fix);
        Assert.NotEmpty(rule.References);
        Assert.All(rule.References, reference => Assert.NotEmpty(reference.Words));
        Assert.NotEmpty(rule.Reads);
        Assert.Equal($"https://github.com/authlete-powershell/authlete-powershell/blob/main/docs/rules/{id}.md", rule.Uri.ToString());
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_reads_members_that_the_API_has(string id)
    {
        var rule = Find(id);
        var (own, other) = rule.Kind == RuleKind.Service ? (typeof(Service), typeof(Client)) : (typeof(Client), typeof(Service));

        Assert.All(rule.Reads, name => AssertMember(own, name));
        Assert.All(rule.ReadsBeside, name => AssertMember(other, name));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_has_cases_that_pass_and_that_fail(string id)
    {
        var outcomes = s_tables
            .SelectMany(table => table.GetMethods())
            .SelectMany(method => method.GetCustomAttributes<InlineDataAttribute>())
            .Select(attribute => attribute.Data)
            .Where(data => "AUT-" + data[0] == id)
            .SelectMany(data => data.Skip(1).OfType<string>())
            .ToList();

        Assert.Contains(outcomes, outcome => outcome.StartsWith("Fail", StringComparison.Ordinal));
        Assert.Contains(outcomes, outcome => outcome == (id == "AUT-F12" ? "Investigate" : "Pass"));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_rule_has_a_page_with_all_its_texts(string id)
    {
        var rule = Find(id);

        var page = Unescape(File.ReadAllText(Path.Combine(DocsFolder, id + ".md")));

        Assert.StartsWith($"# {id}\n\n{rule.Title}.\n", page, StringComparison.Ordinal);
        string[] texts = [rule.Severity.ToString(), rule.Why, rule.Recommendation, rule.Fix, rule.FalsePositives, rule.Condition];
        Assert.All(texts, text => Assert.Contains(text, page, StringComparison.Ordinal));
        Assert.All(
            rule.References,
            reference =>
                Assert.Contains(
                    $"- {reference}: " + (reference.IsQuote ? $"“{reference.Words}”" : reference.Words),
                    page,
                    StringComparison.Ordinal
                )
        );
        Assert.All(rule.Reads.Concat(rule.ReadsBeside), name => Assert.Contains($"`{name}`", page, StringComparison.Ordinal));
    }

    [Fact]
    public void The_index_has_each_rule_and_there_is_no_other_page()
    {
        var index = Unescape(File.ReadAllText(Path.Combine(DocsFolder, "README.md")));

        Assert.All(
            RuleCatalogue.All,
            rule =>
                Assert.Contains(
                    $"| [{rule.Id}]({rule.Id}.md) | {rule.Severity} | {rule.Kind} | {rule.Title}",
                    index,
                    StringComparison.Ordinal
                )
        );
        Assert.Equal(RuleCatalogue.Count + 1, Directory.GetFiles(DocsFolder).Length);
    }

    private static string DocsFolder =>
        Path.Combine(
            typeof(RuleCatalogueTests)
                .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
                .Single(item => item.Key == "RepositoryRoot")
                .Value!,
            "docs",
            "rules"
        );

    private static string Unescape(string markdown) =>
        new[] { "\\", "*", "`", "[", "]", "<", "|" }.Aggregate(
            markdown,
            (text, character) => text.Replace("\\" + character, character, StringComparison.Ordinal)
        );

    private static ConfigurationRule Find(string id) => RuleCatalogue.All.Single(rule => rule.Id == id);

    private static IEnumerable<string> Numbers(string prefix, int count) =>
        Enumerable.Range(1, count).Select(number => $"{prefix}{number:00}");

    private static void AssertMember(Type type, string path)
    {
        foreach (var name in path.Split('.'))
        {
            var property = type.GetProperties().SingleOrDefault(property => MemberNames.ToJson(property.Name) == name);
            Assert.True(property is not null, path);
            type = property.PropertyType;
        }
    }
}
