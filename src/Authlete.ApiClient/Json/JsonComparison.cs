using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Numerics;
using System.Text;
using System.Text.Json;

namespace Authlete.ApiClient.Json;

/// <summary>Compares JSON by meaning, not by notation.</summary>
/// <remarks>Ignores the order of members, escapes, and the notation of numbers. Treats null and absent as equal, as the API does.</remarks>
internal static class JsonComparison
{
    /// <summary>Returns the members that differ: those of the left object in its order, then those that only the right has.</summary>
    public static IReadOnlyList<MemberDifference> Compare(JsonElement left, JsonElement right)
    {
        var leftMembers = MembersOf(left);
        var rightMembers = MembersOf(right);
        var differences = new List<MemberDifference>();
        foreach (var name in NamesOf(left).Concat(NamesOf(right)).Distinct(StringComparer.Ordinal))
        {
            var inLeft = leftMembers.TryGetValue(name, out var leftValue);
            var inRight = rightMembers.TryGetValue(name, out var rightValue);
            if (!AreEqual(leftValue, rightValue))
            {
                differences.Add(new MemberDifference(name, inLeft ? Compact(leftValue) : null, inRight ? Compact(rightValue) : null));
            }
        }

        return differences;
    }

    public static bool AreEqual(JsonElement left, JsonElement right)
    {
        if (IsNothing(left) || IsNothing(right))
        {
            return IsNothing(left) && IsNothing(right);
        }

        if (left.ValueKind != right.ValueKind)
        {
            return false;
        }

        return left.ValueKind switch
        {
            JsonValueKind.Object => AreEqualObjects(MembersOf(left), MembersOf(right)),
            JsonValueKind.Array => AreEqualArrays(left, right),
            JsonValueKind.String => AreEqualStrings(left, right),
            JsonValueKind.Number => AreEqualNumbers(left.GetRawText(), right.GetRawText()),
            _ => true,
        };
    }

    private static bool AreEqualObjects(Dictionary<string, JsonElement> left, Dictionary<string, JsonElement> right)
    {
        foreach (var member in left)
        {
            right.TryGetValue(member.Key, out var value);
            if (!AreEqual(member.Value, value))
            {
                return false;
            }
        }

        foreach (var member in right)
        {
            if (!left.ContainsKey(member.Key) && !IsNothing(member.Value))
            {
                return false;
            }
        }

        return true;
    }

    private static bool AreEqualArrays(JsonElement left, JsonElement right)
    {
        if (left.GetArrayLength() != right.GetArrayLength())
        {
            return false;
        }

        using var rightItems = right.EnumerateArray();
        foreach (var item in left.EnumerateArray())
        {
            rightItems.MoveNext();
            if (!AreEqual(item, rightItems.Current))
            {
                return false;
            }
        }

        return true;
    }

    private static bool AreEqualStrings(JsonElement left, JsonElement right)
    {
        try
        {
            return left.ValueEquals(right.GetString());
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair can't be converted to a string.
            return string.Equals(left.GetRawText(), right.GetRawText(), StringComparison.Ordinal);
        }
    }

    private static bool AreEqualNumbers(string left, string right) =>
        string.Equals(left, right, StringComparison.Ordinal) || Exact(left).Equals(Exact(right));

    /// <summary>The sign and digits of a number without leading and trailing zeros, and the power of ten. Equal for equal numbers of any size.</summary>
    private static (string Digits, BigInteger Power) Exact(string number)
    {
        var exponentAt = number.IndexOfAny(['e', 'E']);
        var mantissa = exponentAt < 0 ? number : number.Substring(0, exponentAt);
        var power = exponentAt < 0 ? BigInteger.Zero : BigInteger.Parse(number.Substring(exponentAt + 1), CultureInfo.InvariantCulture);
        var pointAt = mantissa.IndexOf('.');
        if (pointAt >= 0)
        {
            power -= mantissa.Length - pointAt - 1;
            mantissa = mantissa.Remove(pointAt, 1);
        }

        var sign = mantissa[0] == '-' ? "-" : "";
        var digits = mantissa.Substring(sign.Length).TrimStart('0');
        var significant = digits.TrimEnd('0');
        return significant.Length == 0 ? ("", BigInteger.Zero) : (sign + significant, power + (digits.Length - significant.Length));
    }

    /// <summary>Returns a text that is equal for all notations of a number.</summary>
    public static string ToCanonical(string number)
    {
        var (digits, power) = Exact(number);
        return digits.Length == 0 ? "0" : digits + "e" + power.ToString(CultureInfo.InvariantCulture);
    }

    private static bool IsNothing(JsonElement value) => value.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined;

    /// <summary>The members by name. The last of duplicate names wins.</summary>
    private static Dictionary<string, JsonElement> MembersOf(JsonElement parent)
    {
        var members = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var member in parent.EnumerateObject())
        {
            members[MemberLookup.NameOf(member)] = member.Value;
        }

        return members;
    }

    private static List<string> NamesOf(JsonElement parent)
    {
        var names = new List<string>();
        foreach (var member in parent.EnumerateObject())
        {
            names.Add(MemberLookup.NameOf(member));
        }

        return names;
    }

    /// <summary>The value as received, without white space between tokens.</summary>
    private static string Compact(JsonElement value)
    {
        var raw = value.GetRawText();
        var compact = new StringBuilder(raw.Length);
        var inString = false;
        for (var i = 0; i < raw.Length; i++)
        {
            if (inString && raw[i] == '\\')
            {
                compact.Append(raw[i++]);
            }
            else if (raw[i] == '"')
            {
                inString = !inString;
            }

            if (inString || raw[i] is not (' ' or '\t' or '\r' or '\n'))
            {
                compact.Append(raw[i]);
            }
        }

        return compact.ToString();
    }
}
