using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using Authlete.ApiClient.Results;

namespace Authlete.PowerShell.Completion;

/// <summary>Completes result codes, with their meaning.</summary>
internal sealed class ResultCodeCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters
    ) =>
        Completions.FindMatches(
            ResultCodes
                .All.OrderBy(code => code.Code, System.StringComparer.Ordinal)
                .Select(code => new Candidate(code.Code, code.Code, code.Meaning)),
            wordToComplete
        );
}
