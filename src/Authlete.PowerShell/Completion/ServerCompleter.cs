using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using Authlete.PowerShell.Binding;
using Authlete.PowerShell.Connections;

namespace Authlete.PowerShell.Completion;

/// <summary>Completes values from a list on the server. Uses only an existing connection, never prompts, and never fails.</summary>
internal abstract class ServerCompleter : IArgumentCompleter
{
    // Parameters that would require a new connection, perhaps from a vault.
    private static readonly string[] s_otherSources = ["Connection", "Credential", "SecretName"];

    // From 100 results, PSReadLine asks whether to display them.
    private const int MaxResults = 50;

    private protected abstract ServerList List { get; }

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters
    )
    {
        // Unlike null, an empty list keeps the engine from offering files.
        return FindConnection(fakeBoundParameters) is { } connection
            ? Completions.FindMatches(ServerLists.Get(connection, List), wordToComplete).Take(MaxResults)
            : [];
    }

    private static AuthleteConnection? FindConnection(IDictionary bound) =>
        PlainValues.Unwrap(bound?["Connection"]) is AuthleteConnection connection ? connection
        : bound is not null && Array.Exists(s_otherSources, bound.Contains) ? null
        : DefaultConnection.Current;
}
