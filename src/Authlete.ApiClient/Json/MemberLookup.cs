using System;
using System.Linq;
using System.Text.Json;

namespace Authlete.ApiClient.Json;

/// <summary>Finds members of JSON objects, even if one of their names is half a surrogate pair.</summary>
internal static class MemberLookup
{
    /// <summary>The name of a member; as with values, the raw text where no string can be made of it.</summary>
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
            // Half a surrogate pair in one of the names.
            value = parent.EnumerateObject().LastOrDefault(member => string.Equals(NameOf(member), name, StringComparison.Ordinal)).Value;
            return value.ValueKind != JsonValueKind.Undefined;
        }
    }
}
