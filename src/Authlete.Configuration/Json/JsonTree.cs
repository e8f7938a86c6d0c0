using System;
using System.Collections.Generic;
using System.Text.Json;
using System.Text.RegularExpressions;
using Authlete.ApiClient.Json;

namespace Authlete.Configuration.Json;

/// <summary>Converts JSON to mutable values.</summary>
internal static class JsonTree
{
    /// <summary>Returns the value. The last of duplicate names wins.</summary>
    public static object? Read(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                var members = new JsonMembers();
                foreach (var member in element.EnumerateObject())
                {
                    members[MemberLookup.NameOf(member)] = Read(member.Value);
                }

                return members;
            case JsonValueKind.Array:
                var items = new List<object?>();
                foreach (var item in element.EnumerateArray())
                {
                    items.Add(Read(item));
                }

                return items;
            case JsonValueKind.Number:
                return new JsonNumber(element.GetRawText());
            case JsonValueKind.String:
                return ReadText(element);
            default:
                return JsonValues.ToScalar(element);
        }
    }

    private static string ReadText(JsonElement element)
    {
        try
        {
            return element.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair. JSON's escapes are a subset of those of regular expressions.
            var raw = element.GetRawText();
            return Regex.Unescape(raw.Substring(1, raw.Length - 2));
        }
    }

    public static JsonElement ToElement(object? value) => JsonReader.Read(StableJson.WriteCompact(value));

    /// <summary>Returns the path of a duplicate member; null if there is none.</summary>
    public static string? FindRepeated(JsonElement element, string path = "")
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                var names = new HashSet<string>(StringComparer.Ordinal);
                foreach (var member in element.EnumerateObject())
                {
                    var name = MemberLookup.NameOf(member);
                    if (!names.Add(name))
                    {
                        return path + name;
                    }

                    if (FindRepeated(member.Value, path + name + ".") is { } repeated)
                    {
                        return repeated;
                    }
                }

                return null;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                {
                    if (FindRepeated(item, path) is { } repeated)
                    {
                        return repeated;
                    }
                }

                return null;
            default:
                return null;
        }
    }
}
