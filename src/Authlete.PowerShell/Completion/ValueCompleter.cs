using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using Authlete.ApiClient.Values;

namespace Authlete.PowerShell.Completion;

/// <summary>Completes the values of a set.</summary>
/// <typeparam name="TSet">The set.</typeparam>
internal sealed class ValueCompleter<TSet> : IArgumentCompleter
    where TSet : ValueSet, new()
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
        var values = new TSet().Values;
        var matching = Completions.FindMatches(values, wordToComplete).ToArray();

        // Without results, the engine offers files.
        return matching.Length > 0 ? matching : Completions.FindMatches(values, "");
    }
}
