using System.Collections.Generic;
using System.Linq;
using Authlete.Configuration.Fields;

namespace Authlete.Configuration.Rules;

/// <summary>Finds the rules to apply.</summary>
internal static class RuleSelection
{
    /// <summary>The rules that run with the profile and match the options.</summary>
    /// <param name="options">The options.</param>
    /// <param name="profile">The profile.</param>
    /// <param name="warnings">Collects warnings.</param>
    /// <exception cref="ConfigurationException">A pattern matches no rule, or no rule is left.</exception>
    public static IReadOnlyList<ConfigurationRule> Select(RuleOptions options, RuleProfile profile, ICollection<string> warnings)
    {
        foreach (var pattern in options.Include)
        {
            if (!RuleCatalogue.All.Any(rule => options.Fits(pattern, rule.Id)))
            {
                throw NotFound($"There is no rule {pattern}." + Suggest(pattern));
            }
        }

        foreach (var pattern in options.Exclude.Where(pattern => !RuleCatalogue.All.Any(rule => options.Fits(pattern, rule.Id))))
        {
            warnings.Add($"-ExcludeRule {pattern} matches no rule." + Suggest(pattern));
        }

        var wanted = RuleCatalogue
            .All.Where(rule => options.Include.Count == 0 || options.Include.Any(pattern => options.Fits(pattern, rule.Id)))
            .Where(rule => !options.Exclude.Any(pattern => options.Fits(pattern, rule.Id)))
            .ToList();
        var selected = wanted.Where(rule => rule.RunsWith(profile)).ToList();
        return selected.Count > 0 ? selected
            : wanted.Count > 0
                ? throw NotFound(
                    $"{string.Join(", ", wanted.Select(rule => rule.Id))}: these rules run only with -Profile {wanted[0].Profile}."
                )
            : throw NotFound("-Rule and -ExcludeRule exclude all rules.");
    }

    private static string Suggest(string name) =>
        NearestName.Find(name, RuleCatalogue.All.Select(rule => rule.Id)) is { } nearest
            ? $" Did you mean {nearest}?"
            : " Get-AuthleteConfigurationRule lists the rules.";

    private static ConfigurationException NotFound(string message) => new(ConfigurationProblem.UnknownRule, message);
}
