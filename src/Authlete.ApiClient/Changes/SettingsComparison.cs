using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Authlete.ApiClient.Json;

namespace Authlete.ApiClient.Changes;

/// <summary>Compares two settings objects by what they mean to the server.</summary>
internal static class SettingsComparison
{
    /// <summary>The members in which two objects differ, without those that mean the same to the server.</summary>
    public static IReadOnlyList<MemberDifference> Compare(JsonView current, JsonView wanted) =>
        JsonView.Compare(current, wanted).Where(difference => !IsSame(difference, wanted.Shape.TraitsOf(difference.Name))).ToList();

    /// <summary>
    /// Whether a difference is only another order of a keyed list, another spelling of JSON in a text, or the time of a change, which has
    /// milliseconds in the answer to the change and is rounded to the nearest second in later reads.
    /// </summary>
    public static bool IsSame(MemberDifference difference, MemberTraits traits) =>
        (difference.Left, difference.Right) switch
        {
            ({ } left, { } right) when difference.Name == "modifiedAt" => ToSeconds(left) is { } second && second == ToSeconds(right),
            ({ } left, { } right) when traits.Key is { } key => JsonView.Compare(SortBy(key, left), SortBy(key, right)).Count == 0,
            ({ } left, { } right) when ParseEmbedded(left) is { } before && ParseEmbedded(right) is { } after => JsonView
                .Compare(before, after)
                .Count == 0,
            _ => false,
        };

    private static long? ToSeconds(string milliseconds) =>
        long.TryParse(milliseconds, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var time) && time < long.MaxValue - 500
            ? (time + 500) / 1000
            : null;

    private static JsonView SortBy(string key, string json)
    {
        var value = PlainJson.Deserialize(json);
        var holder = new JsonView();
        holder.SetMember(
            "list",
            value is object?[] list
                ? list.OrderBy(item => (item as JsonView)?.GetMember(key) as string, StringComparer.Ordinal).ToArray()
                : value
        );
        return holder;
    }

    private static JsonView? ParseEmbedded(string json) =>
        json[0] == '"' && PlainJson.Deserialize(json) is string text ? PlainJson.ParseEmbeddedObject(text) : null;
}
