using System;
using System.Management.Automation;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Patterns of rule IDs, with PowerShell's wildcards.</summary>
internal static class RulePatterns
{
    /// <summary>Whether an ID matches a pattern. Case doesn't matter.</summary>
    /// <exception cref="ArgumentException">The pattern is invalid.</exception>
    public static bool Fits(string pattern, string id)
    {
        try
        {
            return WildcardPattern.Get(pattern, WildcardOptions.IgnoreCase).IsMatch(id);
        }
        catch (WildcardPatternException e)
        {
            throw new ArgumentException(e.Message, e);
        }
    }
}
