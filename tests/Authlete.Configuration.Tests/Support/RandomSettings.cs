using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Authlete.ApiClient.Json;
using Authlete.ApiClient.Values;
using CsCheck;

namespace Authlete.Configuration.Tests.Support;

/// <summary>Random services and clients, with known and unknown members and any value of their types.</summary>
internal static class RandomSettings
{
    private static readonly Gen<string> s_text = Gen.Frequency(
        (6, Gen.Char["abcdefgXYZ09 -_/:.äß日€\u0130\u0131"].Array[0, 12].Select(characters => new string(characters))),
        (1, OneOf("${", "$${", "a${NAME}b", "$$${x}", "***", "\"\\", "\u0001\u2028\u200F", "😀", "null", "[", "{\"a\":1}", "true"))
    );

    private static readonly Gen<JsonNode?> s_untyped = Gen.OneOf(
        s_text.Select(text => (JsonNode?)JsonValue.Create(text)),
        Gen.Bool.Select(flag => (JsonNode?)JsonValue.Create(flag)),
        Gen.Long.Select(number => (JsonNode?)JsonValue.Create(number)),
        Gen.Select(s_text, s_text, (name, text) => (JsonNode?)new JsonObject { ["b" + name] = text, ["a"] = new JsonArray(1, null, text) })
    );

    /// <summary>Returns the JSON of a random service or client with fixed identifiers.</summary>
    public static Gen<string> Of<T>(string fixedMembers)
        where T : JsonView, new() =>
        Gen.Select(Members(typeof(T), 0), Gen.Dictionary(OneOf("newField", "aNewList", "zzTop"), s_untyped)[0, 2])
            .Select(
                (known, unknown) =>
                {
                    var fixedObject = JsonNode.Parse(fixedMembers)!.AsObject();
                    var result = new JsonObject();
                    foreach (var (name, value) in Enumerable.Concat(known, unknown.Select(member => (member.Key, member.Value))))
                    {
                        if (!fixedObject.ContainsKey(name))
                        {
                            result[name] = value?.DeepClone();
                        }
                    }

                    foreach (var member in fixedObject)
                    {
                        result[member.Key] = member.Value?.DeepClone();
                    }

                    return result.ToJsonString();
                }
            );

    private static Gen<List<(string, JsonNode?)>> Members(Type type, int depth) =>
        Gen.Shuffle(
                type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                    .Where(property => property.DeclaringType != typeof(JsonView))
                    .ToArray()
            )
            .SelectMany(properties => Gen.Int[0, Math.Min(properties.Length, depth == 0 ? 40 : 5)].Select(count => properties[..count]))
            .SelectMany(properties =>
                properties.Aggregate(
                    Gen.Const(new List<(string, JsonNode?)>()),
                    (members, property) =>
                        Gen.Select(members, Value(property, depth))
                            .Select((list, value) => (List<(string, JsonNode?)>)[.. list, (MemberNames.ToJson(property.Name), value)])
                )
            );

    private static Gen<JsonNode?> Value(PropertyInfo property, int depth)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        var values = property.GetCustomAttribute<ValuesOfAttribute>() is { } attribute
            ? ((ValueSet)Activator.CreateInstance(attribute.Set)!).Values
            : null;
        var item = type.IsArray ? type.GetElementType()! : type;
        var plain =
            values is not null ? OneOf([.. values!]).Select(value => (JsonNode?)JsonValue.Create(value))
            : item == typeof(string) && JsonShape.Of(property.DeclaringType!).TraitsOf(property.Name).HoldsJson
                ? s_untyped.Select(node => (JsonNode?)JsonValue.Create(node is JsonObject ? node.ToJsonString() : "text"))
            : item == typeof(string) ? s_text.Select(text => (JsonNode?)JsonValue.Create(text))
            : item == typeof(bool) ? Gen.Bool.Select(flag => (JsonNode?)JsonValue.Create(flag))
            : item == typeof(DateTimeOffset) ? Gen.Long[0, 2_000_000_000_000].Select(time => (JsonNode?)JsonValue.Create(time))
            : item.IsValueType ? Gen.Int[0, int.MaxValue].Select(number => (JsonNode?)JsonValue.Create(number))
            : depth > 1 ? Gen.Const((JsonNode?)null)
            : Members(item, depth + 1)
                .Select(members => (JsonNode?)new JsonObject(members.Select(member => KeyValuePair.Create(member.Item1, member.Item2))));
        return Gen.Frequency(
            (1, Gen.Const((JsonNode?)null)),
            (
                9,
                type.IsArray
                    ? plain
                        .Array[0, 4]
                        .Select(items =>
                            (JsonNode?)new JsonArray([.. items.Where(node => node is not null).Select(node => node!.DeepClone())])
                        )
                    : plain
            )
        );
    }

    private static Gen<string> OneOf(params string[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    /// <summary>Returns the same object with its members, and the items of its sets, in another order.</summary>
    public static string Shuffle(string json, JsonShape shape)
    {
        using var stream = new System.IO.MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            using var document = JsonDocument.Parse(json);
            Shuffle(writer, document.RootElement, shape);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Shuffle(Utf8JsonWriter writer, JsonElement value, JsonShape shape)
    {
        writer.WriteStartObject();
        foreach (var member in value.EnumerateObject().Reverse())
        {
            writer.WritePropertyName(member.Name);
            if (member.Value.ValueKind == JsonValueKind.Array && shape.TraitsOf(member.Name).List is ListOrder.Set or ListOrder.Keyed)
            {
                writer.WriteStartArray();
                foreach (var item in member.Value.EnumerateArray().Reverse())
                {
                    item.WriteTo(writer);
                }

                writer.WriteEndArray();
            }
            else
            {
                member.Value.WriteTo(writer);
            }
        }

        writer.WriteEndObject();
    }
}
