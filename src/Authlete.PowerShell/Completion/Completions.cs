using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace Authlete.PowerShell.Completion;

internal static class Completions
{
    /// <summary>The values that begin with what was typed, quoted as it was begun or where it must be.</summary>
    public static IEnumerable<CompletionResult> FindMatches(IEnumerable<string> values, string? typed)
    {
        var word = typed ?? "";
        var quote = word.Length > 0 && word[0] is '\'' or '"' ? word.Substring(0, 1) : "";
        var prefix = word.Trim('\'', '"');
        return values
            .Where(value => value.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            .Select(value => new CompletionResult(Quote(value, quote), value, CompletionResultType.ParameterValue, value));
    }

    private static string Quote(string value, string quote)
    {
        var needed =
            quote.Length > 0 ? quote
            : value.All(c => char.IsLetterOrDigit(c) || c is '_' or '-' or '/' or '.' or ':') ? ""
            : "'";
        return needed + (needed == "'" ? value.Replace("'", "''") : value) + needed;
    }
}
