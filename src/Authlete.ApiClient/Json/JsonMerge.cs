using System.IO;
using System.Linq;
using System.Text.Json;

namespace Authlete.ApiClient.Json;

/// <summary>Merges JSON objects.</summary>
internal static class JsonMerge
{
    /// <summary>Returns the members of both objects. Members of the upper object win, in the position that they have in the lower one.</summary>
    public static JsonElement Merge(JsonElement upper, JsonElement lower)
    {
        using var stream = new MemoryStream();
        using (var writer = JsonWriting.CreateWriter(stream))
        {
            writer.WriteStartObject();
            foreach (var member in lower.EnumerateObject())
            {
                var name = MemberLookup.NameOf(member);
                WriteMember(writer, name, MemberLookup.TryGetMember(upper, name, out var value) ? value : member.Value);
            }

            foreach (
                var member in upper.EnumerateObject().Where(member => !MemberLookup.TryGetMember(lower, MemberLookup.NameOf(member), out _))
            )
            {
                WriteMember(writer, MemberLookup.NameOf(member), member.Value);
            }

            writer.WriteEndObject();
        }

        return JsonReader.Read(stream.ToArray());
    }

    private static void WriteMember(Utf8JsonWriter writer, string name, JsonElement value)
    {
        writer.WritePropertyName(name);
        writer.WriteRawValue(value.GetRawText(), skipInputValidation: true);
    }
}
