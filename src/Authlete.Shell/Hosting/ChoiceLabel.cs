using System;

namespace Authlete.Shell.Hosting;

/// <summary>A choice's text, and the key that picks it: <c>Yes to &amp;All</c> is picked by A.</summary>
internal sealed record ChoiceLabel(string Key, string Text)
{
    public static ChoiceLabel Parse(string label)
    {
        var mark = label.IndexOf('&', StringComparison.Ordinal);
        return mark < 0 || mark == label.Length - 1
            ? new ChoiceLabel(label, label)
            : new ChoiceLabel(label.Substring(mark + 1, 1).ToUpperInvariant(), label.Remove(mark, 1));
    }

    public bool IsNamedBy(string answer) =>
        string.Equals(answer, Key, StringComparison.OrdinalIgnoreCase)
        || string.Equals(answer, Text, StringComparison.OrdinalIgnoreCase);
}
