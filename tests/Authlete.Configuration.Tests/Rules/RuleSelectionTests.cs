using System;
using System.Linq;
using Authlete.Configuration.Rules;
using Xunit;

namespace Authlete.Configuration.Tests.Rules;

public sealed class RuleSelectionTests
{
    private const string Client = "{'redirectUris':['http://localhost'],'applicationType':'NATIVE'}";

    [Fact]
    public void Each_profile_has_its_rules()
    {
        Assert.Equal(70, RuleCheckRun.CheckAll("{}", ["{}"]).Count);
        Assert.Equal(70, RuleCheckRun.CheckAll("{}", ["{}"], "Fapi1").Count);
        Assert.Equal(73, RuleCheckRun.CheckAll("{}", ["{}"], "Fapi2").Count);
    }

    [Fact]
    public void The_second_tier_comes_after_the_first()
    {
        var tiers = RuleCheckRun
            .CheckAll("{}", [Client])
            .Where(finding => finding.Target.Kind == RuleKind.Client)
            .Select(finding => finding.Rule.Tier)
            .ToList();

        Assert.Equal(tiers.Order(), tiers);
        Assert.Equal(2, tiers[^1]);
    }

    [Fact]
    public void Rules_are_chosen_and_left_out_by_patterns()
    {
        Assert.Equal(
            ["AUT-C06", "AUT-C08"],
            RuleCheckRun
                .CheckAll("{}", [Client], new RuleOptions { Include = ["aut-c06", "AUT-C08", "AUT-C07"], Exclude = ["*7"] })
                .Select(finding => finding.Rule.Id)
        );
    }

    [Theory]
    [InlineData("AUT-C66", "", "There is no rule AUT-C66. Did you mean AUT-C06?")]
    [InlineData("X*", "", "There is no rule X*. Get-AuthleteConfigurationRule lists the rules.")]
    [InlineData("AUT-F1*", "", "AUT-F10, AUT-F11, AUT-F12: these rules run only with -Profile Fapi2.")]
    [InlineData("AUT-C06", "AUT-*", "-Rule and -ExcludeRule exclude all rules.")]
    public void To_apply_no_rule_is_an_error(string include, string exclude, string message)
    {
        var error = Assert.Throws<ConfigurationException>(() =>
            new RuleCheck(new RuleOptions { Include = [include], Exclude = exclude.Length > 0 ? [exclude] : [] })
        );

        Assert.Equal((ConfigurationProblem.UnknownRule, message), (error.Problem, error.Message));
    }

    [Fact]
    public void To_leave_out_a_rule_that_is_not_there_is_a_warning()
    {
        var check = new RuleCheck(new RuleOptions { Exclude = ["AUT-X01"] });

        Assert.Single(check.Warnings);
        Assert.StartsWith("-ExcludeRule AUT-X01 matches no rule.", check.Warnings[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Findings_below_the_least_severity_are_neither_shown_nor_counted()
    {
        var check = new RuleCheck(new RuleOptions { MinimumSeverity = "Medium", Include = ["AUT-C07", "AUT-C30", "AUT-C34"] });
        check.MissService(null, "There is no service.");

        var findings = RuleCheckRun.ToList(
            check.CheckClient(
                RuleCheckRun.Parse<ApiClient.Models.Client>("{'redirectUris':['http://localhost'],'grantTypes':['CLIENT_CREDENTIALS']}")
            )
        );

        Assert.Equal(["AUT-C30"], findings.Select(finding => finding.Rule.Id));
        Assert.Equal(
            (0, 1, 1, 0),
            (check.SkippedCount, check.CountFailures("Info"), check.CountFailures("Medium"), check.CountFailures("High"))
        );
    }
}
