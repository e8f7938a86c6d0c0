using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using Authlete.ApiClient.Json;

namespace Authlete.ApiClient.Changes;

/// <summary>Compares settings objects by what they mean to the server.</summary>
internal static class SettingsComparison
{
    /// <summary>Returns the members whose values mean different things to the server.</summary>
    public static IReadOnlyList<MemberDifference> Compare(JsonView current, JsonView wanted)
    {
        var (left, right) = (current.ToElement(), wanted.ToElement());
        return JsonComparison.Compare(left, right).Where(difference => !IsSame(left, right, current.Shape, difference.Name)).ToList();
    }

    /// <summary>Returns the writable members that differ between two states of an object, because someone changed them.</summary>
    public static IEnumerable<string> FindChanged(JsonView before, JsonView after)
    {
        var serverManaged = after.GetServerManagedMembers();
        return Compare(before, after)
            .Select(difference => difference.Name)
            .Where(name => !serverManaged.Contains(name) && !after.Shape.TraitsOf(name).IsReported);
    }

    /// <summary>Whether two states have the same modification time. A change returns it in milliseconds; later reads round it to seconds.</summary>
    public static bool IsSameSecond(JsonView left, JsonView right) =>
        left.GetMember("modifiedAt") is not null && IsSame(left.ToElement(), right.ToElement(), left.Shape, "modifiedAt");

    private static bool IsSame(JsonElement left, JsonElement right, JsonShape shape, string name)
    {
        MemberLookup.TryGetMember(left, name, out var before);
        MemberLookup.TryGetMember(right, name, out var after);
        return name == "modifiedAt"
            ? SecondOf(before) is { } second && second == SecondOf(after)
            : string.Equals(
                SettingsMeaning.OfMember(before, shape, name),
                SettingsMeaning.OfMember(after, shape, name),
                StringComparison.Ordinal
            );
    }

    private static long? SecondOf(JsonElement time) =>
        time.ValueKind == JsonValueKind.Number && time.TryGetInt64(out var milliseconds) && milliseconds < long.MaxValue - 500
            ? (milliseconds + 500) / 1000
            : null;
}
