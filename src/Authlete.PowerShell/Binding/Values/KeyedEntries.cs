using System;
using System.Collections;
using System.Collections.Generic;
using System.Collections.Specialized;
using System.Linq;
using Authlete.ApiClient.Json;

namespace Authlete.PowerShell.Binding;

/// <summary>Reads lists of keys and values in all forms that users write.</summary>
internal static class KeyedEntries
{
    /// <summary>Returns objects of the API as their own type with all members; null for other values.</summary>
    public static T[]? ReadViews<T>(object? value, string keyName)
        where T : JsonView, new()
    {
        return PlainValues.Unfold(value) switch
        {
            T[] views => views,
            JsonView view => ToView(view) is { } single ? [single] : null,
            IEnumerable items
            and not (string or IDictionary)
                when items.Cast<object?>().Select(item => ToView(PlainValues.Unwrap(item))).ToList() is var views
                    && views.TrueForAll(view => view is not null) => views.OfType<T>().ToArray(),
            _ => null,
        };

        T? ToView(object? item) =>
            item switch
            {
                T view => view,
                JsonView { IsObject: true } view when view.GetMember(keyName) is not null && view.GetMember("value") is not null => Check(
                    view.CopyAs<T>()
                ),
                _ => null,
            };

        static T Check(T view)
        {
            view.CheckInput();
            return view;
        }
    }

    /// <summary>Returns the entries of a dictionary, or of an array of objects with a key and a value, in order. Member names are case-insensitive.</summary>
    public static IEnumerable<IDictionary> Read(object value, string keyName)
    {
        switch (PlainValues.Normalize(PlainValues.Unfold(value)))
        {
            case JsonView view:
                foreach (var entry in Read(ToDictionary(view), keyName))
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
                        throw new FormatException(
                            "An element has a " + keyName + " but no value. Specify @{ " + keyName + " = …; value = … }."
                        );
                    }

                    foreach (var entry in Read(item ?? throw new FormatException("An element is null."), keyName))
                    {
                        yield return entry;
                    }
                }

                break;
            default:
                throw new FormatException("A dictionary is expected here, or an array of @{ " + keyName + " = …; value = … }.");
        }
    }

    /// <summary>Adds the members of an entry for which the view has no property.</summary>
    public static T AddOtherMembers<T>(T view, IDictionary entry, params string[] knownMembers)
        where T : JsonView
    {
        foreach (DictionaryEntry member in entry)
        {
            if (!knownMembers.Contains((string)member.Key, StringComparer.OrdinalIgnoreCase))
            {
                view.SetMember((string)member.Key, member.Value);
            }
        }

        return view;
    }

    /// <summary>Finds a member of a dictionary. The name is case-insensitive.</summary>
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

    /// <summary>The members of a view, in order.</summary>
    private static OrderedDictionary ToDictionary(JsonView view)
    {
        var members = new OrderedDictionary(StringComparer.Ordinal);
        foreach (var name in view.GetMemberNames())
        {
            members[name] = view.GetMember(name);
        }

        return members;
    }

    private static OrderedDictionary ToEntry(string keyName, object key, object? value) =>
        new(StringComparer.OrdinalIgnoreCase) { [keyName] = key, ["value"] = value };

    private static OrderedDictionary ToEntry(IDictionary members)
    {
        var entry = new OrderedDictionary(StringComparer.OrdinalIgnoreCase);
        foreach (DictionaryEntry member in members)
        {
            entry[member.Key] = member.Value;
        }

        return entry;
    }
}
