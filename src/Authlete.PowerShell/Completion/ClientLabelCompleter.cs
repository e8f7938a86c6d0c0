using System.Collections;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using Authlete.PowerShell.Binding;
using Engine = System.Management.Automation.PowerShell;

namespace Authlete.PowerShell.Completion;

/// <summary>Completes clients: with <c>-Path</c>, the labels of the folder, otherwise the client IDs of the server.</summary>
internal sealed class ClientLabelCompleter : IArgumentCompleter
{
    private static readonly ClientIdCompleter s_ids = new();

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters
    ) =>
        PlainValues.Unwrap(fakeBoundParameters?["Path"]) is string { Length: > 0 } folder
            ? Completions.FindMatches(FindLabels(folder), wordToComplete)
            : s_ids.CompleteArgument(commandName, parameterName, wordToComplete, commandAst, fakeBoundParameters!);

    /// <summary>Returns the labels of the client files. The engine resolves the path of the folder.</summary>
    private static List<string> FindLabels(string folder)
    {
        using var engine = Engine.Create(RunspaceMode.CurrentRunspace);
        engine
            .AddCommand("Microsoft.PowerShell.Management\\Get-ChildItem")
            .AddParameter("LiteralPath", Path.Combine(folder, "clients"))
            .AddParameter("Filter", "*.json")
            .AddParameter("ErrorAction", ActionPreference.Ignore);
        try
        {
            return
            [
                .. engine
                    .Invoke()
                    .Select(file => file.BaseObject)
                    .OfType<FileInfo>()
                    .Select(file => Path.GetFileNameWithoutExtension(file.Name)),
            ];
        }
        catch (RuntimeException)
        {
            return [];
        }
    }
}
