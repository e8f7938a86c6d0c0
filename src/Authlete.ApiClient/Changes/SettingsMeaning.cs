using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.Json;
using Authlete.ApiClient.Json;

namespace Authlete.ApiClient.Changes;

/// <summary>Settings reduced to what they mean to the server, as text to compare.</summary>
/// <remarks>
/// A member that has the server's default is left out, a list whose order doesn't matter is sorted, and JSON in a text is JSON.
/// In the items of a list, empty is the default too. Of objects without a known type nothing but the order of members is left out.
/// </remarks>
internal static class SettingsMeaning
{
    // The meaning of false, 0, "" and [], which differ from each other but not from absent.
    private const string False = "false";
    private const string Zero = "0";
    private const string EmptyText = "\"0:";
    private const string EmptyList = "[]";

    // An object of which every member has the server's default.
    private const string EmptyObject = "{}";

    /// <summary>What an item of a list means.</summary>
    /// <param name="item">The item.</param>
    /// <param name="shape">The shape of items that are objects.</param>
    public static string OfItem(JsonElement item, JsonShape? shape) =>
        item.ValueKind == JsonValueKind.Object && shape is not null ? OfObject(item, shape, isItem: true) : Exact(item);

    /// <summary>What a member means; null if it is what the server has when nothing is sent.</summary>
    /// <param name="value">The value of the member.</param>
    /// <param name="owner">The shape of the object that has it.</param>
    /// <param name="name">The name of the member.</param>
    /// <param name="isInItem">Whether the object is an item of a list.</param>
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

    /// <summary>A value as it is, but for the order of members, the spelling of numbers, and null, which is absent.</summary>
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

    /// <summary>The length stands before a text, so that no text looks like something else.</summary>
    private static string Quote(string text) => "\"" + text.Length.ToString(CultureInfo.InvariantCulture) + ":" + text;
}
