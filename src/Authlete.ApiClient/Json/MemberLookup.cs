using System;
using System.Linq;
using System.Text.Json;

namespace Authlete.ApiClient.Json;

/// <summary>Finds members of JSON objects, even if one of the names contains half a surrogate pair.</summary>
internal static class MemberLookup
{
    /// <summary>Returns the name of a member, or its raw text if it can't be converted to a string.</summary>
    public static string NameOf(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            var raw = member.ToString();
            var end = 1;
            while (raw[end] != '"')
            {
                end += raw[end] == '\\' ? 2 : 1;
            }

            return raw.Substring(1, end - 1);
        }
    }

    public static bool TryGetMember(JsonElement parent, string name, out JsonElement value)
    {
        try
        {
            return parent.TryGetProperty(name, out value);
        }
        catch (InvalidOperationException)
        {
            // One of the names contains half a surrogate pair.
            value = parent.EnumerateObject().LastOrDefault(member => string.Equals(NameOf(member), name, StringComparison.Ordinal)).Value;
            return value.ValueKind != JsonValueKind.Undefined;
        }
    }
}
