using System;

namespace Authlete.Configuration.Rules;

/// <summary>An accepted finding.</summary>
/// <param name="Rule">The id of the rule, or a pattern.</param>
/// <param name="Target">The label, alias, or ID of a client, or <c>service</c>, or a pattern.</param>
/// <param name="Reason">Why it is accepted.</param>
/// <param name="Expires">The last day, in UTC; null if it never expires.</param>
internal sealed record Suppression(string Rule, string Target, string Reason, DateTime? Expires)
{
    /// <summary>The target that means the service.</summary>
    public const string ServiceTarget = "service";
}
