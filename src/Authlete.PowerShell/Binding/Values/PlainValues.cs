using System;
using System.Collections;
using System.Collections.Specialized;
using System.Linq;
using System.Management.Automation;
using Authlete.ApiClient.Json;

namespace Authlete.PowerShell.Binding;

/// <summary>Converts PowerShell values to plain .NET values, which the client library can write.</summary>
internal static class PlainValues
{
    // Editors on Windows put it before UTF-8 text.
    private const char ByteOrderMark = '\uFEFF';

    // Stops at structures that contain themselves.
    private const int MaxDepth = 100;

    public static object? Unwrap(object? value) =>
        value switch
        {
            PSObject { BaseObject: not PSCustomObject } wrapped => wrapped.BaseObject,
            PSObject custom => (object?)TimeValues.FindDeserialized(custom) ?? custom,
            _ => value,
        };

    /// <summary>Unwraps a value and everything in it. Dictionaries and custom objects become ordered dictionaries.</summary>
    public static object? Normalize(object? value) => Normalize(value, 0);

    /// <summary>Returns a value as JSON text. A string must already be JSON.</summary>
    /// <exception cref="FormatException">The value is not a JSON object.</exception>
    public static string ToJsonObject(object value)
    {
        if (value is string text)
        {
            if (!JsonReader.StartsWith(text, '{'))
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

    /// <summary>Returns the list in a JSON text or an untyped view; otherwise the value itself.</summary>
    public static object? Unfold(object? value) =>
        value switch
        {
            string text when JsonReader.StartsWith(text, '[') => PlainJson.Deserialize(text),
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
