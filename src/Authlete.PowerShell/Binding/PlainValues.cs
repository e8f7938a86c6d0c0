using System;
using System.Collections;
using System.Collections.Generic;
using System.Collections.Specialized;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using System.Security;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Binding;

/// <summary>PowerShell's values as plain .NET ones, which the client library can write.</summary>
internal static class PlainValues
{
    // A structure that holds itself would never end.
    private const int MaxDepth = 100;

    public static object? Unwrap(object? value) => value is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : value;

    /// <summary>The value with all wrappers, dictionaries and custom objects in it replaced, order kept.</summary>
    public static object? Normalize(object? value) => Normalize(value, 0);

    /// <summary>The value as JSON text; a string must be JSON already.</summary>
    /// <exception cref="FormatException">It is no JSON object.</exception>
    public static string ToJsonObject(object value)
    {
        if (value is string text)
        {
            if (!text.TrimStart().StartsWith("{", StringComparison.Ordinal))
            {
                throw new FormatException("A JSON object is expected here: its text, a dictionary or an object.");
            }

            JsonView.Parse(text);
            return text;
        }

        return Normalize(value) is var plain and (IDictionary or JsonView)
            ? Serialize(plain)
            : throw new FormatException("A JSON object is expected here: its text, a dictionary or an object.");
    }

    public static string Serialize(object? plain)
    {
        if (plain is JsonView view)
        {
            return view.ToJson();
        }

        // A view's member is written as any value is; the braces and the name around it are cut off again.
        var holder = new JsonView();
        holder.SetMember("v", plain);
        var json = holder.ToJson();
        return json.Substring(5, json.Length - 6);
    }

    /// <summary>The entries of a dictionary, or of an array of objects with a key and a value, in their order.</summary>
    public static IEnumerable<IDictionary> ToEntries(object value, string keyName)
    {
        switch (Normalize(value))
        {
            case IDictionary single when single.Contains(keyName) && single.Contains("value"):
                yield return single;
                break;
            case IDictionary pairs:
                foreach (DictionaryEntry pair in pairs)
                {
                    yield return new OrderedDictionary(StringComparer.OrdinalIgnoreCase) { [keyName] = pair.Key, ["value"] = pair.Value };
                }

                break;
            case IEnumerable items and not string:
                foreach (var item in items)
                {
                    foreach (var entry in ToEntries(item ?? throw new FormatException("An element is null."), keyName))
                    {
                        yield return entry;
                    }
                }

                break;
            default:
                throw new FormatException("A dictionary is expected here, or an array of @{ " + keyName + " = …; value = … }.");
        }
    }

    public static string? ToText(object? value) => value switch
    {
        null => null,
        string text => text,
        bool flag => flag ? "true" : "false",
        SecureString secret => SecretTextAttribute.Reveal(secret),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    private static object? Normalize(object? value, int depth)
    {
        if (depth > MaxDepth)
        {
            throw new FormatException("The object is nested too deeply, or holds itself.");
        }

        switch (value)
        {
            case PSObject { BaseObject: PSCustomObject } custom:
                var members = new OrderedDictionary(StringComparer.OrdinalIgnoreCase);
                foreach (var property in custom.Properties)
                {
                    members[property.Name] = Normalize(property.Value, depth + 1);
                }

                return members;
            case PSObject wrapped:
                return Normalize(wrapped.BaseObject, depth);
            case JsonView or string:
                return value;
            case SwitchParameter flag:
                return flag.ToBool();
            case Enum:
                return value.ToString();
            case IDictionary dictionary:
                var entries = new OrderedDictionary(StringComparer.Ordinal);
                foreach (DictionaryEntry entry in dictionary)
                {
                    entries[ToText(entry.Key) ?? ""] = Normalize(entry.Value, depth + 1);
                }

                return entries;
            case IEnumerable items:
                return items.Cast<object?>().Select(item => Normalize(item, depth + 1)).ToArray();
            default:
                return value;
        }
    }
}
