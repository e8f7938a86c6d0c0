using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace Authlete.PowerShell.Completion;

/// <summary>Completes <c>$true</c> and <c>$false</c>. The dollar sign can be omitted.</summary>
internal sealed class FlagCompleter : IArgumentCompleter
{
    private static readonly string[] s_flags = ["$true", "$false"];

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters
    )
    {
        var typed = (wordToComplete ?? "").TrimStart('\'', '"', '$');
        var matching = s_flags.Where(flag => flag.StartsWith("$" + typed, StringComparison.OrdinalIgnoreCase)).ToArray();

        // Without results, the engine offers files.
        return (matching.Length > 0 ? matching : s_flags).Select(flag => new CompletionResult(
            flag,
            flag,
            CompletionResultType.ParameterValue,
            flag
        ));
    }
}
