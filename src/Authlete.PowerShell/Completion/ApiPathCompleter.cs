using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using Authlete.ApiClient.Api;

namespace Authlete.PowerShell.Completion;

/// <summary>Completes the paths of the API's operations.</summary>
internal sealed class ApiPathCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters
    ) => Completions.FindMatches(Operations.All.Select(operation => operation.Path).Distinct(), wordToComplete);
}
