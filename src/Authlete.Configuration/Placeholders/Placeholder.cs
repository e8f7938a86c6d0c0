using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using Authlete.ApiClient.Changes;
using Authlete.Configuration.Json;

namespace Authlete.Configuration.Placeholders;

/// <summary>A placeholder for a value in a text: <c>${NAME}</c>, <c>${ENV:NAME}</c>, <c>${SECRET:entry}</c>, or <c>${SECRET:vault/entry}</c>.</summary>
/// <param name="Text">The placeholder as written.</param>
/// <param name="Source">The source of the value.</param>
/// <param name="Name">The name of the value in the source.</param>
internal sealed record Placeholder(string Text, PlaceholderSource Source, string Name)
{
    private const string Begin = "${";

    private static readonly Regex s_form = new(
        @"\A(?:ENV:(?<env>[^\s=]+)|SECRET:(?<secret>[^\r\n]+)|(?<variable>[A-Za-z_][A-Za-z0-9_.-]*))\z",
        RegexOptions.CultureInvariant
    );

    /// <summary>Whether the value is a secret: it comes from a vault, or its name looks like a secret's, as of a credential in the environment.</summary>
    public bool IsSecret => Source == PlaceholderSource.Secret || SecretNames.Contains(Name);

    /// <summary>Whether a text contains a placeholder, even an invalid one.</summary>
    public static bool IsIn(string text) => Split(text).Any(part => part.Placeholder is not null);

    /// <summary>Whether any string in a value may contain a placeholder. A quick check, because most files contain none.</summary>
    public static bool MayBeIn(object? value) => IsAnywhere(value, Begin);

    /// <summary>Whether any string in a value may require a vault.</summary>
    public static bool MayNeedVault(object? value) => IsAnywhere(value, Begin + "SECRET:");

    private static bool IsAnywhere(object? value, string begin) =>
        value switch
        {
            string text => text.IndexOf(begin, StringComparison.Ordinal) >= 0,
            JsonMembers members => members.Values.Any(member => IsAnywhere(member, begin)),
            List<object?> items => items.Any(item => IsAnywhere(item, begin)),
            _ => false,
        };

    /// <summary>Escapes a literal text: <c>${</c> gets a second dollar sign.</summary>
    public static string Escape(string text) => text.Replace(Begin, "$" + Begin);

    /// <summary>Splits a text into literals, with escapes undone, and placeholders.</summary>
    public static IReadOnlyList<(string Literal, Placeholder? Placeholder)> Split(string text)
    {
        var parts = new List<(string, Placeholder?)>();
        var literal = new StringBuilder();
        var start = 0;
        for (var at = Find(text, 0); at >= 0; at = Find(text, start))
        {
            if (at > start && text[at - 1] == '$')
            {
                literal.Append(text, start, at - 1 - start).Append(Begin);
                start = at + Begin.Length;
                continue;
            }

            var end = text.IndexOf('}', at);
            var placeholder = Parse(end < 0 ? text.Substring(at) : text.Substring(at, end + 1 - at));
            literal.Append(text, start, at - start);
            if (literal.Length > 0)
            {
                parts.Add((literal.ToString(), null));
                literal.Clear();
            }

            parts.Add(("", placeholder));
            start = at + placeholder.Text.Length;
        }

        literal.Append(text, start, text.Length - start);
        if (literal.Length > 0 || parts.Count == 0)
        {
            parts.Add((literal.ToString(), null));
        }

        return parts;
    }

    private static int Find(string text, int start) => text.IndexOf(Begin, start, StringComparison.Ordinal);

    private static Placeholder Parse(string text)
    {
        var match = text.EndsWith("}", StringComparison.Ordinal)
            ? s_form.Match(text.Substring(Begin.Length, text.Length - Begin.Length - 1))
            : Match.Empty;
        return match.Groups["env"] is { Success: true } environment ? new(text, PlaceholderSource.Environment, environment.Value)
            : match.Groups["secret"] is { Success: true } secret ? new(text, PlaceholderSource.Secret, secret.Value)
            : match.Groups["variable"] is { Success: true } variable ? new(text, PlaceholderSource.Variable, variable.Value)
            : new(text, PlaceholderSource.None, "");
    }
}
