using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Reflection;
using System.Text.Json;

namespace Authlete.ApiClient.Json;

/// <summary>Checks a JSON object that a user wrote against the properties of its type. Not for responses, which may contain anything.</summary>
internal static class InputCheck
{
    private static readonly ConcurrentDictionary<Type, Dictionary<string, PropertyInfo>> s_byType = new();

    public static void Check(JsonElement element, Type type, string path)
    {
        var properties = s_byType.GetOrAdd(type, ReadProperties);
        foreach (var member in element.EnumerateObject())
        {
            var name = MemberLookup.NameOf(member);
            if (!properties.TryGetValue(name, out var property))
            {
                continue;
            }

            var spelled = MemberNames.ToJson(property.Name);
            if (!string.Equals(spelled, name, StringComparison.Ordinal))
            {
                if (MemberLookup.TryGetMember(element, spelled, out _))
                {
                    // The correctly spelled member exists as well, so this one is a different, unknown member.
                    continue;
                }

                throw new FormatException(
                    $"{path}{name}: in the API's JSON this is {spelled}. To get the JSON of an object, use ToJson()."
                );
            }

            Expect(member.Value, property.PropertyType, path + name);
        }
    }

    private static Dictionary<string, PropertyInfo> ReadProperties(Type type)
    {
        var properties = new Dictionary<string, PropertyInfo>(StringComparer.OrdinalIgnoreCase);
        foreach (
            var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(property => property.DeclaringType != typeof(JsonView))
        )
        {
            properties[property.Name] = property;
        }

        return properties;
    }

    private static void Expect(JsonElement value, Type type, string path)
    {
        if (value.ValueKind == JsonValueKind.Null)
        {
            return;
        }

        var plain = Nullable.GetUnderlyingType(type) ?? type;
        var (isRight, expected) = plain switch
        {
            _ when plain == typeof(string) => (value.ValueKind == JsonValueKind.String, "a string"),
            _ when plain == typeof(bool) => (value.ValueKind is JsonValueKind.True or JsonValueKind.False, "true or false"),
            _ when plain == typeof(DateTimeOffset) => (value.ValueKind == JsonValueKind.Number, "a number since 1970-01-01 UTC"),
            { IsValueType: true } => (value.ValueKind == JsonValueKind.Number, "a number"),
            { IsArray: true } => (value.ValueKind == JsonValueKind.Array, "an array"),
            _ => (value.ValueKind == JsonValueKind.Object, "an object"),
        };
        if (!isRight)
        {
            throw new FormatException($"{path}: {expected} is expected, but it is {Name(value.ValueKind)}.");
        }

        if (value.ValueKind == JsonValueKind.Number && !(JsonValues.ToExactInt64(value) is { } number && IsInRange(number, plain)))
        {
            throw new FormatException($"{path}: a whole number is expected, but this one has a fraction or is too large.");
        }

        if (plain.IsArray)
        {
            var index = 0;
            foreach (var item in value.EnumerateArray())
            {
                Expect(item, plain.GetElementType()!, path + "[" + index++.ToString(CultureInfo.InvariantCulture) + "]");
            }
        }
        else if (typeof(JsonView).IsAssignableFrom(plain))
        {
            Check(value, plain, path + ".");
        }
    }

    private static bool IsInRange(long number, Type type) => type != typeof(int) || number is >= int.MinValue and <= int.MaxValue;

    private static string Name(JsonValueKind kind) =>
        kind switch
        {
            JsonValueKind.String => "a string",
            JsonValueKind.Number => "a number",
            JsonValueKind.True or JsonValueKind.False => "true or false",
            JsonValueKind.Array => "an array",
            _ => "an object",
        };
}
