using System;

namespace Authlete.Configuration.Rules;

/// <summary>A finding that somebody accepts.</summary>
/// <param name="Rule">The id of the rule, or a pattern.</param>
/// <param name="Target">The label, alias or id of a client, or <c>service</c>, or a pattern.</param>
/// <param name="Reason">Why it is accepted.</param>
/// <param name="Expires">The last day, in UTC; null if it holds for ever.</param>
internal sealed record Suppression(string Rule, string Target, string Reason, DateTime? Expires)
{
    /// <summary>What stands for the service.</summary>
    public const string ServiceTarget = "service";
}
