using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Authlete.PowerShell.Errors;

namespace Authlete.PowerShell.Credentials;

/// <summary>The name of a vault entry with placeholders such as {ClientId}.</summary>
internal sealed class SecretNamePattern
{
    private static readonly Regex s_braces = new(@"\{([^{}]*)\}|[{}]", RegexOptions.CultureInvariant);

    private readonly string _text;

    /// <param name="text">The name with placeholders.</param>
    /// <param name="placeholders">The allowed placeholders.</param>
    public SecretNamePattern(string text, IReadOnlyCollection<string> placeholders)
    {
        _text = text;
        foreach (Match brace in s_braces.Matches(text))
        {
            if (!placeholders.Contains(brace.Groups[1].Value, StringComparer.OrdinalIgnoreCase))
            {
                throw SetupErrors.InvalidSecretName(
                    $"-OutSecretName contains {brace.Value}, which isn't a placeholder. The placeholders are {string.Join(" and ", placeholders.Select(name => "{" + name + "}"))}."
                );
            }
        }
    }

    /// <inheritdoc/>
    public override string ToString() => _text;

    /// <summary>Whether the name contains a placeholder.</summary>
    public bool Uses(string placeholder) => _text.IndexOf("{" + placeholder + "}", StringComparison.OrdinalIgnoreCase) >= 0;

    /// <summary>Returns the name for one object.</summary>
    /// <param name="values">The values of the placeholders.</param>
    /// <param name="owner">The description of the object, for the error message if a value is missing.</param>
    public string Fill(IReadOnlyDictionary<string, string?> values, string owner) =>
        s_braces.Replace(
            _text,
            brace =>
                values[brace.Groups[1].Value] is { } value && !string.IsNullOrWhiteSpace(value)
                    ? value
                    : throw SetupErrors.InvalidSecretName(
                        $"-OutSecretName contains {brace.Value}, but the {owner} has none. Use another placeholder."
                    )
        );
}
