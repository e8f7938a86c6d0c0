using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using Authlete.ApiClient.Json;
using Authlete.ApiClient.Models;
using Authlete.Configuration.Rules;
using CsCheck;
using Xunit;

namespace Authlete.Configuration.Tests.Rules;

/// <summary>Properties of all rules, for any service and clients.</summary>
public sealed class RulePropertyTests
{
    private const int Iterations = 100;

    // Values of the wrong type for every member that rules read.
    private static readonly string[] s_odd = ["{\"x\":1}", "[[1]]", "[{}]", "-7.5", "[null]", "true", "\"1\""];

    private static readonly Gen<(string Service, string[] Clients)> s_settings = Gen.Select(
        RandomSettings.Of<Service>("{}"),
        RandomSettings.Of<Client>("{}").Array[1, 3],
        Gen.Int[0, s_odd.Length - 1],
        Gen.Int[0, int.MaxValue],
        (service, clients, odd, place) =>
            (Spoil(service, s_odd[odd], place), clients.Select(client => Spoil(client, s_odd[odd], place)).ToArray())
    );

    public static TheoryData<string> Profiles => ["Bcp", "Fapi1", "Fapi2"];

    [Theory]
    [MemberData(nameof(Profiles))]
    public void No_rule_throws_and_each_has_one_finding_for_each_target(string profile) =>
        s_settings.Sample(
            settings =>
            {
                var rules = RuleCatalogue.All.Where(rule => rule.RunsWith(Enum.Parse<RuleProfile>(profile))).ToList();

                var findings = Run(settings.Service, settings.Clients, profile);

                Assert.Equal(rules.Sum(rule => rule.Kind == RuleKind.Service ? 1 : settings.Clients.Length), findings.Count);
                Assert.All(findings, finding => Assert.NotEmpty(finding.Message));
            },
            iter: Iterations
        );

    [Theory]
    [MemberData(nameof(Profiles))]
    public void The_same_input_gives_the_same_findings_in_any_order_of_members_and_clients(string profile) =>
        s_settings.Sample(
            settings =>
                Assert.Equal(
                    Describe(Run(settings.Service, settings.Clients, profile)),
                    Describe(
                        Run(
                            RandomSettings.Shuffle(settings.Service, JsonShape.Of(typeof(Service))),
                            [.. settings.Clients.Reverse().Select(client => RandomSettings.Shuffle(client, JsonShape.Of(typeof(Client))))],
                            profile
                        )
                    )
                ),
            iter: Iterations
        );

    [Theory]
    [MemberData(nameof(Profiles))]
    public void A_rule_reads_only_the_members_that_it_declares(string profile) =>
        s_settings.Sample(
            settings =>
            {
                foreach (var rule in RuleCatalogue.All.Where(rule => rule.RunsWith(Enum.Parse<RuleProfile>(profile))))
                {
                    var isService = rule.Kind == RuleKind.Service;
                    var ofService = Keep(settings.Service, isService ? rule.Reads : rule.ReadsBeside);
                    var ofClients = settings.Clients.Select(client => Keep(client, isService ? rule.ReadsBeside : rule.Reads)).ToArray();

                    Assert.Equal(
                        Describe(Run(settings.Service, settings.Clients, profile, rule.Id)),
                        Describe(Run(ofService, ofClients, profile, rule.Id))
                    );
                }
            },
            iter: 30
        );

    [Theory]
    [MemberData(nameof(Profiles))]
    public void A_rule_that_passes_does_not_depend_on_what_could_not_be_read(string profile) =>
        s_settings.Sample(
            settings =>
            {
                foreach (var rule in RuleCatalogue.All.Where(rule => rule.RunsWith(Enum.Parse<RuleProfile>(profile))))
                {
                    foreach (var name in rule.Reads.Where(name => !name.Contains('.', StringComparison.Ordinal)))
                    {
                        var isService = rule.Kind == RuleKind.Service;
                        var target = isService ? settings.Service : settings.Clients[0];
                        var passes = new[] { "{\"${}\":\"unreadable\"}", "{\"a\":[0]}", "null", "true", "[\"NONE\"]", "\"NONE\"", "1" }
                            .Select(value => Set(target, name, value))
                            .Select(spoiled =>
                                Run(isService ? spoiled : settings.Service, [isService ? settings.Clients[0] : spoiled], profile, rule.Id)
                            )
                            .Select(findings => findings[0].Outcome)
                            .ToList();

                        // If a rule passes for an unreadable value, it passes for every readable one.
                        if (passes.Take(2).Contains(RuleOutcome.Pass))
                        {
                            Assert.DoesNotContain(RuleOutcome.Fail, passes);
                            Assert.DoesNotContain(RuleOutcome.NotApplicable, passes);
                        }
                    }
                }
            },
            iter: 20
        );

    [Theory]
    [MemberData(nameof(Profiles))]
    public void Without_the_service_nothing_that_reads_it_passes(string profile) =>
        s_settings.Sample(
            settings =>
                Assert.All(
                    Run(null, settings.Clients, profile),
                    finding =>
                        Assert.True(
                            finding.Outcome == RuleOutcome.Skipped || (finding.Rule.Kind == RuleKind.Client && !finding.Rule.NeedsService)
                        )
                ),
            iter: Iterations
        );

    [Fact]
    public void Half_of_a_surrogate_pair_is_read_by_every_rule()
    {
        var names = RuleCatalogue
            .All.SelectMany(rule => rule.Reads.Concat(rule.ReadsBeside))
            .Where(name => !name.Contains('.', StringComparison.Ordinal))
            .Distinct();
        foreach (var value in new[] { "\"\\ud800\"", "[\"\\ud800\"]", "{\"\\ud800\":\"\\ud800\"}", "[{\"kid\":\"\\ud800\"}]" })
        {
            var json = "{" + string.Join(",", names.Select(name => $"\"{name}\":{value}")) + "}";

            Assert.NotEmpty(Run(json, [json], "Bcp"));
            Assert.NotEmpty(Run(json, [json], "Fapi2"));
        }
    }

    private static IReadOnlyList<RuleFinding> Run(string? service, string[] clients, string profile, params string[] rules) =>
        RuleCheckRun.CheckAll(service?.Replace('\'', ' '), clients.Select(client => client.Replace('\'', ' ')), profile, rules);

    private static IEnumerable<string> Describe(IEnumerable<RuleFinding> findings) =>
        findings
            .Select(finding =>
                $"{finding.Rule.Id} {finding.Target.Name} {finding.Severity} {finding.Outcome} {finding.Property} {finding.Message}"
            )
            .Order(StringComparer.Ordinal);

    private static string Keep(string json, IReadOnlyList<string> names)
    {
        var kept = new JsonObject();
        foreach (var member in JsonNode.Parse(json)!.AsObject())
        {
            // The name of a target.
            if (
                names.Any(name => name.Split('.')[0] == member.Key)
                || member.Key is "serviceName" or "clientName" or "apiKey" or "clientId" or "locked"
            )
            {
                kept[member.Key] = member.Value?.DeepClone();
            }
        }

        return kept.ToJsonString();
    }

    private static string Set(string json, string name, string value)
    {
        var changed = JsonNode.Parse(json)!.AsObject();
        changed[name] = JsonNode.Parse(value);
        return changed.ToJsonString();
    }

    /// <summary>Replaces one member that a rule reads with an invalid value.</summary>
    private static string Spoil(string json, string value, int place)
    {
        var names = RuleCatalogue
            .All.SelectMany(rule => rule.Reads.Concat(rule.ReadsBeside))
            .Select(name => name.Split('.')[0])
            .Distinct()
            .ToList();
        return Set(json, names[place % names.Count], value);
    }
}
