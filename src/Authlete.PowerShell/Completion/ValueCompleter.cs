using System.Collections;
using System.Collections.Generic;
using System.Management.Automation;
using System.Management.Automation.Language;
using Authlete.ApiClient.Values;

namespace Authlete.PowerShell.Completion;

/// <summary>Completes the values of a set.</summary>
/// <typeparam name="TSet">The set.</typeparam>
public sealed class ValueCompleter<TSet> : IArgumentCompleter
    where TSet : ValueSet, new()
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters
    ) => Completions.FindMatches(new TSet().Values, wordToComplete);
}
