using System;
using System.Text.RegularExpressions;

namespace Authlete.Configuration.Rules;

/// <summary>A case-insensitive pattern, in which * matches any text and ? any character.</summary>
/// <param name="pattern">The pattern.</param>
internal sealed class NamePattern(string pattern)
{
    private readonly Regex _regex = new(
        @"\A" + Regex.Escape(pattern).Replace(@"\*", ".*").Replace(@"\?", ".") + @"\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline,
        TimeSpan.FromSeconds(1)
    );

    public bool Matches(string? name) => name is not null && _regex.IsMatch(name);
}
