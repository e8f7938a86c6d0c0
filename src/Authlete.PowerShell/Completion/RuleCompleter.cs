using System.Collections;
using System.Collections.Generic;
using System.Management.Automation;
using System.Management.Automation.Language;
using Authlete.Configuration.Rules;

namespace Authlete.PowerShell.Completion;

/// <summary>Completes the IDs of security rules, with their titles.</summary>
internal sealed class RuleCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters
    )
    {
        var ids = new List<string>();
        var titles = new Dictionary<string, string>();
        for (var i = 0; i < RuleCatalogue.Count; i++)
        {
            var rule = RuleCatalogue.At(i);
            ids.Add(rule.Id);
            titles[rule.Id] = rule.Title;
        }

        var found = new List<CompletionResult>(Completions.FindMatches(ids, wordToComplete));
        if (found.Count == 0)
        {
            // Without results, the engine offers files.
            found.AddRange(Completions.FindMatches(ids, ""));
        }

        return found.ConvertAll(result => new CompletionResult(
            result.CompletionText,
            result.ListItemText + "  " + titles[result.ListItemText],
            CompletionResultType.ParameterValue,
            titles[result.ListItemText]
        ));
    }
}
