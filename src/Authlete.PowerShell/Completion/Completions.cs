using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace Authlete.PowerShell.Completion;

internal static class Completions
{
    /// <summary>Returns the values that start with the typed text, with the quotes that the user started or the value needs.</summary>
    public static IEnumerable<CompletionResult> FindMatches(IEnumerable<string> values, string? typed) =>
        FindMatches(values.Where(value => value.Length > 0).Select(value => new Candidate(value, value, value)), typed);

    /// <summary>Returns the candidates whose text or name starts with the typed text.</summary>
    public static IEnumerable<CompletionResult> FindMatches(IEnumerable<Candidate> candidates, string? typed)
    {
        var word = typed ?? "";
        var quote = word.Length > 0 && word[0] is '\'' or '"' ? word.Substring(0, 1) : "";
        var prefix = word.Trim('\'', '"');
        return candidates
            .Where(candidate => StartsWith(candidate.Text, prefix) || StartsWith(candidate.Name, prefix))
            .Select(candidate => new CompletionResult(
                Quote(candidate.Text, quote),
                candidate.Name,
                CompletionResultType.ParameterValue,
                candidate.ToolTip
            ));
    }

    private static bool StartsWith(string text, string prefix) => text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase);

    private static string Quote(string value, string quote)
    {
        var needed =
            quote.Length > 0 ? quote
            : value.All(c => char.IsLetterOrDigit(c) || c is '_' or '-' or '/' or '.' or ':') ? ""
            : "'";
        return needed + (needed == "'" ? value.Replace("'", "''") : value) + needed;
    }
}
