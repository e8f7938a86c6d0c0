using System;
using System.Collections;
using System.Collections.Generic;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace Authlete.PowerShell.Completion;

/// <summary>Completes the names of SecretManagement entries, in the vault of -Vault or in all vaults.</summary>
internal sealed class SecretNameCompleter : IArgumentCompleter
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
            VaultNames.Query(
                "Get-SecretInfo",
                fakeBoundParameters[parameterName.StartsWith("Out", StringComparison.Ordinal) ? "OutVault" : "Vault"] as string
            ),
            wordToComplete
        );
}
