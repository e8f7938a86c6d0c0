using System;
using System.Globalization;
using System.Linq;
using System.Numerics;
using System.Text.Json;

namespace Authlete.ApiClient.Tests.Support;

/// <summary>The value that a property is expected to return.</summary>
internal static class ExpectedValue
{
    /// <summary>Returns the expected value if the JSON value has the property's type.</summary>
    public static bool TryGet(SchemaProperty property, JsonElement value, out object? expected)
    {
        expected = null;
        switch (value.ValueKind)
        {
            case JsonValueKind.Null:
                return true;
            case JsonValueKind.String when property.Type == "string" || ApiFacts.Enums.ContainsKey(property.Type):
                expected = value.GetString();
                return true;
            case JsonValueKind.True or JsonValueKind.False when property.Type == "boolean":
                expected = value.GetBoolean();
                return true;
            case JsonValueKind.Array
                when property.IsArray && value.EnumerateArray().All(item => item.ValueKind is JsonValueKind.String or JsonValueKind.Null):
                expected = value.EnumerateArray().Select(item => item.GetString()).ToArray();
                return true;
            case JsonValueKind.Number when property.IsTime && value.TryGetInt64(out var count):
                return TryGetTime(count, property.Unit == "epoch-seconds", out expected);
            case JsonValueKind.Number
                when !property.IsTime
                    && property.Type.StartsWith("integer", StringComparison.Ordinal)
                    && BigInteger.TryParse(value.GetRawText(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number):
                expected =
                    property is { Type: "integer:int64", Unit: null } ? (value.TryGetInt64(out var id) ? id : null)
                    : property.Type == "integer:int32" ? (int)BigInteger.Max(int.MinValue, BigInteger.Min(int.MaxValue, number))
                    : (object)(long)BigInteger.Max(long.MinValue, BigInteger.Min(long.MaxValue, number));
                return true;
            default:
                return false;
        }
    }

    private static bool TryGetTime(long count, bool seconds, out object? expected)
    {
        expected = (count, seconds) switch
        {
            (0, _) => null,
            (> -5_000_000_000 and < 5_000_000_000, true) => DateTimeOffset.UnixEpoch.AddSeconds(count),
            (> -5_000_000_000_000 and < 5_000_000_000_000, false) => DateTimeOffset.UnixEpoch.AddMilliseconds(count),
            _ => null,
        };
        return count == 0 || expected is not null;
    }

    /// <summary>Whether the property's type can represent the value without loss.</summary>
    public static bool CanHold(SchemaProperty property, JsonElement value)
    {
        if (property.IsStructure)
        {
            return value.ValueKind == (property.IsArray ? JsonValueKind.Array : JsonValueKind.Object);
        }

        if (value.ValueKind == JsonValueKind.Null || !TryGet(property, value, out var expected) || expected is null)
        {
            return false;
        }

        return value.ValueKind != JsonValueKind.Number
            || property.IsTime
            || BigInteger.Parse(value.GetRawText(), CultureInfo.InvariantCulture)
                == Convert.ToInt64(expected, CultureInfo.InvariantCulture);
    }
}
