using System;
using System.IO;
using System.Linq;
using Authlete.Configuration.Rules;
using Xunit;

namespace Authlete.Configuration.Tests.Rules;

public sealed class SuppressionTests : IDisposable
{
    private const string Client = "{'clientId':4711,'clientIdAlias':'web-shop','redirectUris':['http://client.example.com']}";

    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("AUT-C06", "web-shop")]
    [InlineData("aut-c06", "WEB-SHOP")]
    [InlineData("AUT-C*", "web-*")]
    [InlineData("AUT-C0?", "4711")]
    [InlineData("*", "*")]
    public void An_accepted_finding_is_suppressed_and_says_why(string rule, string target)
    {
        var found = Check($"{{'rule':'{rule}','target':'{target}','reason':'Until the move.'}}", "AUT-C06");

        Assert.Equal(RuleOutcome.Suppressed, found.Outcome);
        Assert.Equal("redirectUris contains http://client.example.com, which isn't encrypted. Accepted: Until the move.", found.Message);
        Assert.Equal(RuleSeverity.High, found.Severity);
    }

    [Theory]
    [InlineData("AUT-C06", "web")]
    [InlineData("AUT-C06", "service")]
    [InlineData("AUT-C07", "*")]
    public void A_finding_without_a_suppression_is_kept(string rule, string target) =>
        Assert.Equal(RuleOutcome.Fail, Check($"{{'rule':'{rule}','target':'{target}','reason':'r'}}", "AUT-C06").Outcome);

    [Theory]
    [InlineData("AUT-S05", "service", RuleOutcome.Suppressed)]
    [InlineData("AUT-S05", "1001", RuleOutcome.Fail)]
    [InlineData("AUT-S15", "service", RuleOutcome.Suppressed)]
    [InlineData("AUT-S06", "service", RuleOutcome.Pass)]
    [InlineData("AUT-S11", "service", RuleOutcome.NotApplicable)]
    internal void The_service_has_a_word_of_its_own(string rule, string target, RuleOutcome outcome) =>
        Assert.Equal(outcome, Check($"{{'rule':'{rule}','target':'{target}','reason':'r'}}", rule).Outcome);

    [Theory]
    [InlineData("2027-03-31T00:00:00Z", RuleOutcome.Suppressed)]
    [InlineData("2027-03-31T23:59:59Z", RuleOutcome.Suppressed)]
    [InlineData("2027-04-01T00:30:00+02:00", RuleOutcome.Suppressed)]
    [InlineData("2027-04-01T00:00:00Z", RuleOutcome.Fail)]
    internal void A_suppression_holds_through_its_last_day_in_UTC(string now, RuleOutcome outcome)
    {
        var found = Check(
            "{'rule':'AUT-C06','target':'*','reason':'Until the move.','expires':'2027-03-31'}",
            "AUT-C06",
            DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture)
        );

        Assert.Equal(outcome, found.Outcome);
        Assert.Equal(
            outcome == RuleOutcome.Fail,
            found.Message.EndsWith(" The suppression expired on 2027-03-31: Until the move.", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("{'rule':'AUT-C06','target':'a'}", "item 1: it has no reason.")]
    [InlineData("{'rule':'AUT-C06','target':'a','reason':' '}", "item 1: it has no reason.")]
    [InlineData("{'rule':'AUT-C06','target':'a','reason':5}", "item 1: it has no reason.")]
    [InlineData("{'rule':'AUT-C66','target':'a','reason':'r'}", "item 1: there is no rule AUT-C66. Did you mean AUT-C06?")]
    [InlineData("{'rule':'X*','target':'a','reason':'r'}", "item 1: there is no rule X*.")]
    [InlineData("{'target':'a','reason':'r'}", "item 1: rule must be a non-empty string")]
    [InlineData("{'rule':'AUT-C06','reason':'r'}", "item 1: target must be a non-empty string")]
    [InlineData(
        "{'rule':'AUT-C06','target':'a','reason':'r','expire':'2027-03-31'}",
        "item 1: there is no member expire. Did you mean expires?"
    )]
    [InlineData("{'rule':'AUT-C06','target':'a','reason':'r','expires':'31.3.2027'}", "item 1: expires must be a date")]
    [InlineData("{'rule':'AUT-C06','target':'a','reason':'r','expires':20270331}", "item 1: expires must be a date")]
    [InlineData("{'rule':'AUT-C06','target':'a','reason':'r'},{}", "item 2: rule must be a non-empty string")]
    [InlineData("5", "item 1: it isn't an object.")]
    [InlineData("{'rule':'AUT-C06','rule':'AUT-C07','target':'a','reason':'r'}", "rule appears twice.")]
    [InlineData("{", "accepted.json: ")]
    public void A_file_that_is_wrong_is_an_error(string items, string message)
    {
        var error = Assert.Throws<ConfigurationException>(() => Check(items, "AUT-C06"));

        Assert.Equal(ConfigurationProblem.InvalidSuppressions, error.Problem);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_list_or_not_there_is_an_error()
    {
        _folder.Write("accepted.json", "{}");
        Assert.Contains("isn't a list", Assert.Throws<ConfigurationException>(Read).Message, StringComparison.Ordinal);

        File.Delete(_folder.FullName("accepted.json"));
        Assert.Contains("can't be read", Assert.Throws<ConfigurationException>(Read).Message, StringComparison.Ordinal);

        void Read() => SuppressionFile.Read(_folder.FullName("accepted.json"));
    }

    [Fact]
    public void Suppressions_without_a_match_are_listed_unless_they_may_still_be_needed()
    {
        _folder.Write(
            "accepted.json",
            """
            [
              { "rule": "AUT-C06", "target": "web-shop", "reason": "used" },
              { "rule": "AUT-C06", "target": "gone", "reason": "no such client" },
              { "rule": "AUT-C21", "target": "web-shop", "reason": "passes" },
              { "rule": "AUT-C03", "target": "web-shop", "reason": "skipped" },
              { "rule": "AUT-F10", "target": "*", "reason": "does not run" }
            ]
            """
        );
        var check = new RuleCheck(new RuleOptions { SuppressionFile = _folder.FullName("accepted.json") });
        check.MissService(null, "There is no service.");
        check.CheckClient(RuleCheckRun.Parse<ApiClient.Models.Client>(Client));

        Assert.Equal(
            [
                "The suppression of AUT-C06 for gone matches no finding. Remove it if you no longer need it.",
                "The suppression of AUT-C21 for web-shop matches no finding. Remove it if you no longer need it.",
            ],
            check.DescribeUnusedSuppressions()
        );
    }

    public void Dispose() => _folder.Dispose();

    private RuleFinding Check(string items, string rule, DateTimeOffset now = default)
    {
        _folder.Write("accepted.json", "[" + items.Replace('\'', '"') + "]");
        return RuleCheckRun
            .CheckAll(
                "{'apiKey':1001}",
                [Client],
                new RuleOptions
                {
                    Include = [rule],
                    SuppressionFile = _folder.FullName("accepted.json"),
                    Now = now,
                }
            )
            .Single();
    }
}
