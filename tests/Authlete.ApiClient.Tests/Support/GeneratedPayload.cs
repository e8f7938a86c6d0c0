using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using Authlete.ApiClient.Tests.Json;
using CsCheck;

namespace Authlete.ApiClient.Tests.Support;

/// <summary>
/// Random objects of a schema: members with values of their types, null, empty and unknown values, and unknown members, at any depth, in any
/// order and notation.
/// </summary>
internal static class GeneratedPayload
{
    private const int MaxDepth = 2;

    private static readonly ConcurrentDictionary<(string Schema, int Depth), Gen<string>> s_objects = new();

    private static readonly Gen<string> s_unknownName = Gen.OneOf("newMember", "x-new", "été", "😀", "a b", "\\n", "", "CLIENTID", "Type");

    private static readonly Gen<string> s_oddNumber = Gen.OneOf(
        "0",
        "-0",
        "1.0",
        "1E+2",
        "-1",
        "0.5",
        "2147483648",
        "9007199254740993",
        "9223372036854775807",
        "9223372036854775808",
        "123456789012345678901234567890",
        "1e400",
        "-1e400",
        "1e-400"
    );

    private static readonly Gen<string> s_content = Gen.OneOf(
        GeneratedJson.Object,
        Gen.OneOf(
            "https://client.example/cb?code=a%20b&state=%",
            "https://client.example/cb#a=1&a=2&=&%ff",
            "{",
            "{\"\\ud800\":1}",
            "{\"a\":{\"\\udc00\":[{\"\\ud800x\":\"\\ud800\"}]}}"
        )
    );

    // Includes half surrogate pairs, which can't be converted to a string.
    private static readonly Gen<string> s_wild = Gen.Frequency(
        (4, GeneratedJson.Value),
        (1, s_oddNumber),
        (
            1,
            Gen.OneOf(
                "\"\\ud800\"",
                "[\"\\udc00x\",null]",
                "{\"\\ud800\":\"\\ud800\",\"key\":1}",
                "[{\"\\ud800\":1},5,[{}]]",
                "\"true\"",
                "\"12\"",
                "\"-9223372036854775809\""
            )
        )
    );

    /// <summary>Objects that this or a later version of the API can send.</summary>
    public static Gen<string> Of(string schema) => Of(schema, 0);

    /// <summary>Objects with any value in any member.</summary>
    public static Gen<string> Wild(string schema) =>
        Object(
            Gen.Select(
                Gen.OneOf(s_unknownName, Gen.OneOf("\\ud800", Names(schema)[0]), Gen.OneOf(Names(schema))),
                s_wild,
                KeyValuePair.Create
            ).Array[0, 12]
        );

    private static Gen<string> Of(string schema, int depth) =>
        s_objects.GetOrAdd((schema, depth), static key => Make(key.Schema, key.Depth));

    private static Gen<string> Make(string schema, int depth)
    {
        var known = ApiFacts.Schemas[schema].Select(property => Member(property, depth)).ToArray();
        var unknown = Gen.Select(s_unknownName, GeneratedJson.Value, KeyValuePair.Create);
        var some = Gen.Frequency((6, Gen.OneOf(known)), (1, unknown)).Array[0, 10];
        return depth > 0 ? Object(some) : Gen.Frequency((7, Object(some)), (1, Object(All(known))));
    }

    private static Gen<KeyValuePair<string, string>[]> All(Gen<KeyValuePair<string, string>>[] known) =>
        Gen.Shuffle(known)
            .SelectMany(shuffled =>
                shuffled.Aggregate(
                    Gen.Const(Array.Empty<KeyValuePair<string, string>>()),
                    (all, member) => Gen.Select(all, member, (before, next) => before.Append(next).ToArray())
                )
            );

    private static Gen<KeyValuePair<string, string>> Member(SchemaProperty property, int depth) =>
        Gen.Select(
            Gen.Frequency(
                (12, Gen.Const(property.Name)),
                (1, Gen.Const("\\u" + ((int)property.Name[0]).ToString("X4", CultureInfo.InvariantCulture) + property.Name[1..]))
            ),
            Gen.Frequency(
                (12, Value(property, depth)),
                (1, Gen.Const("null")),
                (1, Gen.OneOf("\"\"", "[]", "{}", "0", "false")),
                (1, GeneratedJson.Value)
            ),
            KeyValuePair.Create
        );

    private static Gen<string> Value(SchemaProperty property, int depth)
    {
        var item = property.ItemType;
        var one =
            item == "object" ? GeneratedJson.Object
            : ApiFacts.Schemas.ContainsKey(item)
                ? depth < MaxDepth ? Of(item, depth + 1)
                    : Gen.Const("{}")
            : ApiFacts.Enums.TryGetValue(item, out var values)
                ? Gen.Frequency((3, Gen.OneOf(values).Select(value => $"\"{value}\"")), (1, Gen.Const("\"NEWER_THAN_THIS\"")))
            : property.IsTime ? Time(property.Unit!)
            : Scalar(property, item);
        return property.IsArray ? GeneratedJson.Items(Gen.Frequency((8, one), (1, Gen.Const("null")))) : one;
    }

    private static Gen<string> Scalar(SchemaProperty property, string type) =>
        type switch
        {
            "boolean" => Gen.Bool.Select(value => value ? "true" : "false"),
            "integer:int32" => Gen.Frequency((2, Gen.Int.Select(value => value.ToString(CultureInfo.InvariantCulture))), (1, s_oddNumber)),
            "integer:int64" => Gen.Frequency((2, Gen.Long.Select(value => value.ToString(CultureInfo.InvariantCulture))), (1, s_oddNumber)),
            "string" when property.Embedded == "json" => GeneratedJson.Object.Select(GeneratedJson.Encoded),
            "string" when property.Name == "responseContent" => s_content.Select(text => JsonSerializer.Serialize(text)),
            "string" => GeneratedJson.String,
            _ => throw new NotSupportedException(type),
        };

    private static Gen<string> Time(string unit)
    {
        var (least, most) = unit == "epoch-seconds" ? (-1_000_000_000L, 4_000_000_000L) : (-1_000_000_000_000L, 4_000_000_000_000L);
        return Gen.Frequency((4, Gen.Long[least, most].Select(value => value.ToString(CultureInfo.InvariantCulture))), (1, s_oddNumber));
    }

    private static string[] Names(string schema) => [.. ApiFacts.Schemas[schema].Select(property => property.Name)];

    /// <summary>Duplicate names are rare, as in practice.</summary>
    private static Gen<string> Object(Gen<KeyValuePair<string, string>[]> members) =>
        Gen.Select(
            members,
            GeneratedJson.Space,
            Gen.Frequency((9, Gen.Const(false)), (1, Gen.Const(true))),
            (all, space, twice) =>
                "{"
                + space
                + string.Join(
                    space + ",",
                    (twice ? all : all.DistinctBy(member => member.Key)).Select(member =>
                        "\"" + member.Key + "\"" + space + ":" + space + member.Value
                    )
                )
                + space
                + "}"
        );
}
