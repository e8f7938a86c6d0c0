using System.Globalization;
using System.Linq;
using System.Numerics;
using System.Text.Json;

namespace Authlete.ApiClient.Tests.Json;

/// <summary>
/// Returns one text for equal JSON: members sorted, no white space, one notation for each number and string. Independent of the client's own
/// comparison.
/// </summary>
internal static class NormalizedJson
{
    public static string Text(string json)
    {
        using var document = JsonDocument.Parse(json);
        return Text(document.RootElement);
    }

    /// <param name="value">The JSON.</param>
    /// <param name="withoutNulls">Whether to omit members that are null.</param>
    public static string Text(JsonElement value, bool withoutNulls = false) =>
        value.ValueKind switch
        {
            JsonValueKind.Object => "{"
                + string.Join(
                    ",",
                    value
                        .EnumerateObject()
                        .Where(member => !withoutNulls || member.Value.ValueKind != JsonValueKind.Null)
                        .OrderBy(member => member.Name, System.StringComparer.Ordinal)
                        .Select(member => JsonSerializer.Serialize(member.Name) + ":" + Text(member.Value, withoutNulls))
                )
                + "}",
            JsonValueKind.Array => "[" + string.Join(",", value.EnumerateArray().Select(item => Text(item, withoutNulls))) + "]",
            JsonValueKind.String => JsonSerializer.Serialize(value.GetString()),
            JsonValueKind.Number => Number(value.GetRawText()),
            _ => value.GetRawText(),
        };

    /// <summary>A number as an integer and a power of ten.</summary>
    private static string Number(string text)
    {
        var parts = text.Split('e', 'E');
        var power = parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0;
        var point = parts[0].IndexOf('.', System.StringComparison.Ordinal);
        var digits = BigInteger.Parse(parts[0].Replace(".", "", System.StringComparison.Ordinal), CultureInfo.InvariantCulture);
        power -= point < 0 ? 0 : parts[0].Length - point - 1;
        while (!digits.IsZero && digits % 10 == 0)
        {
            digits /= 10;
            power++;
        }

        return digits.IsZero ? "0" : digits.ToString(CultureInfo.InvariantCulture) + "e" + power.ToString(CultureInfo.InvariantCulture);
    }
}
