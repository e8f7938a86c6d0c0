using System;
using System.Collections;
using System.Collections.Generic;
using System.Collections.Specialized;
using System.Linq;
using System.Management.Automation;
using System.Security;
using Authlete.ApiClient.Json;

namespace Authlete.PowerShell.Binding;

/// <summary>PowerShell's values as plain .NET ones, which the client library can write.</summary>
internal static class PlainValues
{
    // What editors on Windows put before UTF-8 text.
    private const char ByteOrderMark = '\uFEFF';

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
    public static object? Unfold(object? value) => value switch
    {
        string text when JsonReader.Begins(text, '[') => PlainJson.Deserialize(text),
        JsonView { IsObject: false } view => view.ToValue(),
        _ => value,
    };

    /// <summary>Objects that the API wrote, in their own type and with all their members; null where it is something else that was given.</summary>
    public static T[]? ToViews<T>(object? value, string keyName)
        where T : JsonView, new()
    {
        return Unfold(value) switch
        {
            T[] views => views,
            JsonView view => ToView(view) is { } single ? [single] : null,
            IEnumerable items and not (string or IDictionary) when items.Cast<object?>().Select(item => ToView(Unwrap(item))).ToList() is var views
                && views.TrueForAll(view => view is not null) => views.OfType<T>().ToArray(),
            _ => null,
        };

        T? ToView(object? item) => item switch
        {
            T view => view,
            JsonView { IsObject: true } view when view.GetMember(keyName) is not null && view.GetMember("value") is not null => Checked(view.CopyAs<T>()),
            _ => null,
        };

        static T Checked(T view)
        {
            view.CheckInput();
            return view;
        }
    }

    /// <summary>The entries of a dictionary, or of an array of objects with a key and a value, in their order. The names of the parts are found in any case.</summary>
    public static IEnumerable<IDictionary> ToEntries(object value, string keyName)
    {
        switch (Normalize(Unfold(value)))
        {
            case JsonView view:
                foreach (var entry in ToEntries(ToDictionary(view), keyName))
                {
                    yield return entry;
                }

                break;
            case DictionaryEntry pair:
                yield return ToEntry(keyName, pair.Key, pair.Value);
                break;
            case IDictionary single when Find(single, keyName, out _) && Find(single, "value", out _):
                yield return ToEntry(single);
                break;
            case IDictionary pairs:
                foreach (DictionaryEntry pair in pairs)
                {
                    yield return ToEntry(keyName, pair.Key, pair.Value);
                }

                break;
            case IEnumerable items and not string:
                foreach (var item in items)
                {
                    if (item is IDictionary element && Find(element, keyName, out _) && !Find(element, "value", out _))
                    {
                        throw new FormatException("An element has a " + keyName + " but no value: @{ " + keyName + " = …; value = … }.");
                    }

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

    /// <summary>The view with the members of an entry that it has no property for.</summary>
    public static T WithOthers<T>(T view, IDictionary entry, params string[] own)
        where T : JsonView
    {
        foreach (DictionaryEntry member in entry)
        {
            if (!own.Contains((string)member.Key, StringComparer.OrdinalIgnoreCase))
            {
                view.SetMember((string)member.Key, member.Value);
            }
        }

        return view;
    }

    /// <summary>A member of a dictionary by its name in any case.</summary>
    public static bool Find(IDictionary members, string name, out object? value)
    {
        foreach (DictionaryEntry member in members)
        {
            if (string.Equals(member.Key as string, name, StringComparison.OrdinalIgnoreCase))
            {
                value = member.Value;
                return true;
            }
        }

        value = null;
        return false;
    }

    public static string? ToText(object? value) => value switch
    {
        null => null,
        SecureString secret => SecretTextAttribute.Reveal(secret),
        _ => TextAttribute.ToText(value),
    };

    /// <summary>The members of a view, in their order.</summary>
    public static IDictionary ToDictionary(JsonView view)
    {
        var members = new OrderedDictionary(StringComparer.Ordinal);
        foreach (var name in view.GetMemberNames())
        {
            members[name] = view.GetMember(name);
        }

        return members;
    }

    private static OrderedDictionary ToEntry(string keyName, object key, object? value) => new(StringComparer.OrdinalIgnoreCase) { [keyName] = key, ["value"] = value };

    private static OrderedDictionary ToEntry(IDictionary members)
    {
        var entry = new OrderedDictionary(StringComparer.OrdinalIgnoreCase);
        foreach (DictionaryEntry member in members)
        {
            entry[member.Key] = member.Value;
        }

        return entry;
    }

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
