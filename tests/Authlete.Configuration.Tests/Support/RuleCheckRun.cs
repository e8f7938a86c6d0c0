using System.Collections.Generic;
using System.Linq;
using Authlete.ApiClient.Json;
using Authlete.ApiClient.Models;
using Authlete.Configuration.Rules;

namespace Authlete.Configuration.Tests.Support;

/// <summary>Applies rules to JSON in which apostrophes replace quotation marks.</summary>
internal static class RuleCheckRun
{
    /// <summary>Returns the finding of one rule about a client, or about a service with clients.</summary>
    public static RuleFinding Check(string rule, string? service, string? client, string profile = "Bcp") =>
        CheckAll(service, client is null ? [] : [client], profile, rule).Single(finding => finding.Rule.Id == rule);

    /// <summary>Returns all findings: those of clients, then those of the service.</summary>
    public static IReadOnlyList<RuleFinding> CheckAll(
        string? service,
        IEnumerable<string> clients,
        string profile = "Bcp",
        params string[] rules
    ) => CheckAll(service, clients, new RuleOptions { Profile = profile, Include = rules });

    public static IReadOnlyList<RuleFinding> CheckAll(string? service, IEnumerable<string> clients, RuleOptions options)
    {
        var check = new RuleCheck(options);
        if (service is null)
        {
            check.MissService("1001", "Specify the service owner's credential.");
        }
        else
        {
            check.UseService(Parse<Service>(service));
        }

        var findings = clients.SelectMany(client => ToList(check.CheckClient(Parse<Client>(client)))).ToList();
        return [.. findings, .. ToList(check.CheckService())];
    }

    public static List<RuleFinding> ToList(RuleFindingList findings) =>
        [.. Enumerable.Range(0, findings.Count).Select(index => findings[index])];

    public static T Parse<T>(string json)
        where T : JsonView, new() => JsonView.Parse<T>(json.Replace('\'', '"'));
}
