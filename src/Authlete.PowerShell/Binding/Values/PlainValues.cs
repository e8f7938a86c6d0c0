using System;
using System.Collections;
using System.Collections.Specialized;
using System.Linq;
using System.Management.Automation;
using Authlete.ApiClient.Json;

namespace Authlete.PowerShell.Binding;

/// <summary>PowerShell's values as plain .NET ones, which the client library can write.</summary>
internal static class PlainValues
{
    // What editors on Windows put before UTF-8 text.
    private const char ByteOrderMark = '\uFEFF';

    // A structure that holds itself would never end.
    private const int MaxDepth = 100;

    public static object? Unwrap(object? value) =>
        value switch
        {
            PSObject { BaseObject: not PSCustomObject } wrapped => wrapped.BaseObject,
            PSObject custom => (object?)TimeValues.FindDeserialized(custom) ?? custom,
            _ => value,
        };

    /// <summary>The value with all wrappers, dictionaries and custom objects in it replaced, order kept.</summary>
    public static object? Normalize(object? value) => Normalize(value, 0);

    /// <summary>The value as JSON text; a string must be JSON already.</summary>
    /// <exception cref="FormatException">It is no JSON object.</exception>
    public static string ToJsonObject(object value)
    {
        if (value is string text)
        {
            if (!JsonReader.Begins(text, '{'))
            {
                throw new FormatException("A JSON object is expected here: its text, a dictionary or an object.");
            }

            JsonView.Parse(text);
            return text.TrimStart(ByteOrderMark);
        }

        return Normalize(value) is var plain and (IDictionary or JsonView)
            ? PlainJson.Serialize(plain)
            : throw new FormatException("A JSON object is expected here: its text, a dictionary or an object.");
    }

    /// <summary>The list that a JSON text or an untyped view holds; else the value itself.</summary>
    public static object? Unfold(object? value) =>
        value switch
        {
            string text when JsonReader.Begins(text, '[') => PlainJson.Deserialize(text),
            JsonView { IsObject: false } view => view.ToValue(),
            _ => value,
        };

    private static object? Normalize(object? value, int depth)
    {
        if (depth > MaxDepth)
        {
            throw new FormatException("The object is nested too deeply, or contains itself.");
        }

        switch (value)
        {
            case PSObject { BaseObject: PSCustomObject } custom:
                if (TimeValues.FindDeserialized(custom) is { } time)
                {
                    return time;
                }

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
                    entries[TextValues.ToText(entry.Key) ?? ""] = Normalize(entry.Value, depth + 1);
                }

                return entries;
            case IEnumerable items:
                return items.Cast<object?>().Select(item => Normalize(item, depth + 1)).ToArray();
            default:
                return value;
        }
    }
}
