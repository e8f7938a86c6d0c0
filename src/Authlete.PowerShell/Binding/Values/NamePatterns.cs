using System;
using System.Linq;
using System.Management.Automation;

namespace Authlete.PowerShell.Binding;

/// <summary>Names with wildcards, in any case.</summary>
internal static class NamePatterns
{
    /// <summary>Whether a name fits one of the patterns; null if there are none, so that all names do.</summary>
    public static Func<string?, bool>? ToFilter(string[]? patterns)
    {
        if (patterns is null)
        {
            return null;
        }

        var wildcards = Array.ConvertAll(patterns, pattern => new WildcardPattern(pattern, WildcardOptions.IgnoreCase));
        return name => wildcards.Any(wildcard => wildcard.IsMatch(name ?? ""));
    }
}
