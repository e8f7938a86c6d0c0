using System;
using System.Linq;
using System.Management.Automation;

namespace Authlete.PowerShell.Binding;

/// <summary>Matches names with wildcards, case-insensitively.</summary>
internal static class NamePatterns
{
    /// <summary>Returns a filter that tests whether a name matches one of the patterns; null if there are no patterns and all names match.</summary>
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
