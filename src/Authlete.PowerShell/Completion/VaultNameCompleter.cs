using System.Collections;
using System.Collections.Generic;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace Authlete.PowerShell.Completion;

/// <summary>Completes the names of SecretManagement vaults.</summary>
internal sealed class VaultNameCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters
    ) => Completions.FindMatches(VaultNames.Query("Get-SecretVault", null), wordToComplete);
}
