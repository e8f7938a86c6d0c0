using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.Json;
using Authlete.ApiClient.Json;

namespace Authlete.ApiClient.Changes;

/// <summary>Reduces settings to text that is equal if they mean the same to the server.</summary>
/// <remarks>
/// Omits members with the server's default, sorts lists whose order doesn't matter, and parses strings that contain JSON.
/// In list items, an empty value is a default too. For objects without a known type, only the order of members is ignored.
/// </remarks>
internal static class SettingsMeaning
{
    // The meanings of false, 0, "" and []. OfMember decides which of them are defaults.
    private const string False = "false";
    private const string Zero = "0";
    private const string EmptyText = "\"0:";
    private const string EmptyList = "[]";

    // An object in which every member has the server's default.
    private const string EmptyObject = "{}";

    /// <summary>Returns the meaning of a list item.</summary>
    /// <param name="item">The item.</param>
    /// <param name="shape">The shape of the item if it is an object.</param>
    public static string OfItem(JsonElement item, JsonShape? shape) =>
        item.ValueKind == JsonValueKind.Object && shape is not null ? OfObject(item, shape, isItem: true) : Exact(item);

    /// <summary>Returns the meaning of a member; null if it equals the server's default.</summary>
    /// <param name="value">The value of the member.</param>
    /// <param name="owner">The shape of the object that contains the member.</param>
    /// <param name="name">The name of the member.</param>
    /// <param name="isInItem">Whether the object is a list item.</param>
    public static string? OfMember(JsonElement value, JsonShape owner, string name, bool isInItem = false)
    {
        var traits = owner.TraitsOf(name);
        var meaning = value.ValueKind switch
        {
            JsonValueKind.Null or JsonValueKind.Undefined => null,
            JsonValueKind.Object when owner.Nested(name) is { } shape => OfObject(value, shape, isItem: false),
            JsonValueKind.Array => OfList(value, traits, owner.Nested(name)),
            JsonValueKind.String when traits.HoldsJson && JsonReader.TryReadEmbedded(value) is { } embedded => Exact(embedded),
            _ => Exact(value),
        };
        var isDefault =
            meaning is False or Zero
            || (meaning == EmptyObject && owner.Nested(name) is { } part && part != JsonShape.Untyped)
            || (isInItem && meaning is EmptyText or EmptyList)
            || (traits.Default is { } json && meaning == OfList(JsonReader.Read(json), traits, null));
        return isDefault ? null : meaning;
    }

    private static string OfObject(JsonElement value, JsonShape shape, bool isItem) =>
        shape == JsonShape.Untyped ? Exact(value) : Join(value, (member, name) => OfMember(member, shape, name, isItem));

    private static string OfList(JsonElement list, MemberTraits traits, JsonShape? shape)
    {
        if (list.ValueKind != JsonValueKind.Array)
        {
            return Exact(list);
        }

        var items = list.EnumerateArray().Select(item => OfItem(item, shape));
        return Join(traits.List is ListOrder.Set or ListOrder.Keyed ? items.OrderBy(static item => item, StringComparer.Ordinal) : items);
    }

    /// <summary>The exact value. Ignores only the order of members, the notation of numbers, and members that are null.</summary>
    private static string Exact(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Object => Join(value, static (member, _) => member.ValueKind == JsonValueKind.Null ? null : Exact(member)),
            JsonValueKind.Array => Join(value.EnumerateArray().Select(Exact)),
            JsonValueKind.String => Quote(JsonValues.ToText(value)!),
            JsonValueKind.Number => JsonComparison.ToCanonical(value.GetRawText()),
            JsonValueKind.True => "true",
            JsonValueKind.False => False,
            _ => "null",
        };

    private static string Join(JsonElement value, Func<JsonElement, string, string?> meaningOf)
    {
        var members = new SortedDictionary<string, string?>(StringComparer.Ordinal);
        foreach (var member in value.EnumerateObject())
        {
            var name = MemberLookup.NameOf(member);
            members[name] = meaningOf(member.Value, name);
        }

        var text = new StringBuilder("{");
        foreach (var member in members.Where(static member => member.Value is not null))
        {
            text.Append(Quote(member.Key)).Append(member.Value).Append(',');
        }

        return text.Append('}').ToString();
    }

    private static string Join(IEnumerable<string> items) => "[" + string.Join(",", items) + "]";

    /// <summary>Prefixes a string with its length, so that its content can't be mistaken for structure.</summary>
    private static string Quote(string text) => "\"" + text.Length.ToString(CultureInfo.InvariantCulture) + ":" + text;
}
