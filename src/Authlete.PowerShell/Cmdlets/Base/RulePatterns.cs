using System;
using System.Management.Automation;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Patterns of rule ids, as PowerShell has them.</summary>
internal static class RulePatterns
{
    /// <summary>Whether an id fits a pattern, in any case.</summary>
    /// <exception cref="ArgumentException">It is no pattern.</exception>
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
