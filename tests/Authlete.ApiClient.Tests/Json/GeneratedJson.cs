using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Encodings.Web;
using System.Text.Json;
using CsCheck;

namespace Authlete.ApiClient.Tests.Json;

/// <summary>Random JSON texts: any value, in any notation, with any white space.</summary>
internal static class GeneratedJson
{
    private static readonly Gen<string> s_space = Gen.Frequency((6, Gen.Const("")), (1, Gen.OneOf(" ", "\n", "\t ", "\r\n  ")));

    private static readonly Gen<string> s_string = Gen.Frequency(
        (4, Gen.OneOf(Gen.String, Gen.String["abc/\"\\äß€\u2028<>"]).Select(Encoded)),
        (2, Gen.String["abc/\"\\äß€\u2028<>"].Select(Escaped)),
        (1, Gen.OneOf("\"\"", "\"😀\"", "\"\\ud83d\\ude00\"", "\"\\/\\b\""))
    );

    private static readonly Gen<string> s_number = Gen.OneOf(
        Gen.Int.Select(number => number.ToString(CultureInfo.InvariantCulture)),
        Gen.Long.Select(number => number.ToString(CultureInfo.InvariantCulture)),
        Gen.Double.Where(double.IsFinite).Select(number => number.ToString("R", CultureInfo.InvariantCulture)),
        Gen.Decimal.Select(number => number.ToString(CultureInfo.InvariantCulture)),
        Gen.OneOf(
            "0",
            "-0",
            "1.0",
            "1.50",
            "1e2",
            "1E+400",
            "-1e-400",
            "9223372036854775808",
            "-9223372036854775809",
            "123456789012345678901234567890",
            "0.12345678901234567890123456789012345"
        )
    );

    private static readonly Gen<string> s_scalar = Gen.OneOf(s_string, s_number, Gen.OneOf("true", "false", "null"));

    /// <summary>White space that can be between two tokens.</summary>
    public static Gen<string> Space => s_space;

    /// <summary>A string, with its quotes.</summary>
    public static Gen<string> String => s_string;

    /// <summary>Any value.</summary>
    public static Gen<string> Value { get; } = Values(3);

    /// <summary>An object with members of any name.</summary>
    public static Gen<string> Object { get; } =
        Members(Gen.OneOf(Gen.OneOf("a", "b", "c", "é", "x y", "\\\"", ""), Gen.String["abcdefghij"]), Values(2));

    /// <summary>An object with some members that have the specified names, and values of any type.</summary>
    public static Gen<string> ObjectWith(IEnumerable<string> names)
    {
        var known = names.ToArray();
        var rich = Gen.Frequency(
            (3, Value),
            (1, Members(Gen.OneOf(known), Values(1))),
            (1, Items(Members(Gen.OneOf(known), Values(1)))),
            (1, Items(s_string))
        );
        return Members(Gen.Frequency((6, Gen.OneOf(known)), (1, Gen.String["abcdefghij"])), rich);
    }

    /// <summary>A string with the fewest possible escapes.</summary>
    public static string Encoded(string text) =>
        "\"" + JsonEncodedText.Encode(text.Where(c => !char.IsSurrogate(c)).ToArray(), JavaScriptEncoder.UnsafeRelaxedJsonEscaping) + "\"";

    /// <summary>A string with every character escaped.</summary>
    private static string Escaped(string text) =>
        "\"" + string.Concat(text.Select(c => "\\u" + ((int)c).ToString("x4", CultureInfo.InvariantCulture))) + "\"";

    private static Gen<string> Values(int depth) =>
        depth == 0
            ? s_scalar
            : Gen.Frequency(
                (4, s_scalar),
                (1, Items(Values(depth - 1))),
                (1, Members(Gen.OneOf("a", "b", "c", "tag", "value"), Values(depth - 1)))
            );

    /// <summary>An array.</summary>
    public static Gen<string> Items(Gen<string> item) =>
        Gen.Select(item.Array[0, 4], s_space, (items, space) => "[" + space + string.Join("," + space, items) + space + "]");

    /// <summary>Omits duplicate names, whose precedence other tests check.</summary>
    private static Gen<string> Members(Gen<string> name, Gen<string> value) =>
        Gen.Select(
            Gen.Select(name, value, KeyValuePair.Create).Array[0, 8],
            s_space,
            (members, space) =>
                "{"
                + space
                + string.Join(
                    space + ",",
                    members.DistinctBy(member => member.Key).Select(member => "\"" + member.Key + "\"" + space + ":" + space + member.Value)
                )
                + space
                + "}"
        );
}
