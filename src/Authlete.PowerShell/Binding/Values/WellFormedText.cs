using System;
using System.Collections;
using System.Globalization;
using System.Management.Automation;
using Authlete.ApiClient.Json;

namespace Authlete.PowerShell.Binding;

/// <summary>Rejects text with half a surrogate pair. UTF-8 can't represent it, and an encoder would silently send another character.</summary>
internal static class WellFormedText
{
    // Stops at structures that contain themselves.
    private const int MaxDepth = 100;

    /// <summary>Checks a value at any depth.</summary>
    /// <exception cref="FormatException">The value contains half a surrogate pair.</exception>
    public static void Check(object? value) => Check(value, 0);

    private static void Check(object? value, int depth)
    {
        if (depth > MaxDepth)
        {
            throw new FormatException("The object is nested too deeply, or contains itself.");
        }

        switch (PlainValues.Unwrap(value))
        {
            case string text:
                CheckText(text);
                break;
            case SecretText secret:
                CheckText(secret.Reveal());
                break;
            case JsonView { IsModified: true } view:
                foreach (var name in view.GetMemberNames())
                {
                    CheckText(name);
                    Check(view.GetMember(name), depth + 1);
                }

                break;
            case PSObject custom:
                foreach (var property in custom.Properties)
                {
                    CheckText(property.Name);
                    Check(property.Value, depth + 1);
                }

                break;
            case IDictionary members:
                foreach (DictionaryEntry member in members)
                {
                    Check(member.Key, depth + 1);
                    Check(member.Value, depth + 1);
                }

                break;
            case IEnumerable items and not JsonView:
                foreach (var item in items)
                {
                    Check(item, depth + 1);
                }

                break;
        }
    }

    private static void CheckText(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                throw new FormatException(
                    string.Format(
                        CultureInfo.InvariantCulture,
                        "The text can't be sent, because it contains half of a character at position {0} (the unpaired surrogate U+{1:X4}).",
                        i + 1,
                        (int)text[i]
                    )
                );
            }
        }
    }
}
