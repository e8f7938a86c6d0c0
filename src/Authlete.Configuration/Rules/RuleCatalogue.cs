using System;
using System.Collections.Generic;
using System.Linq;

namespace Authlete.Configuration.Rules;

/// <summary>All rules, by id.</summary>
internal static class RuleCatalogue
{
    public static IReadOnlyList<ConfigurationRule> All { get; } =
    [
        .. new[]
        {
            ServiceGrantRules.All,
            ServiceProtocolRules.All,
            ServiceTokenRules.All,
            ServiceScopeRules.All,
            ServiceKeyRules.All,
            ClientFlowRules.All,
            ClientRedirectRules.All,
            ClientAuthenticationRules.All,
            ClientAlgorithmRules.All,
            ClientTokenRules.All,
            FapiServiceRules.All,
            FapiClientRules.All,
        }
            .SelectMany(rules => rules)
            .OrderBy(rule => rule.Id, StringComparer.Ordinal),
    ];

    /// <summary>The number of rules, for callers that can't construct a generic type from this assembly's types.</summary>
    public static int Count => All.Count;

    /// <summary>A rule by its position in the order of IDs.</summary>
    public static ConfigurationRule At(int index) => All[index];
}
