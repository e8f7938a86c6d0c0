using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Reflection;
using Authlete.ApiClient.Values;

namespace Authlete.ApiClient.Json;

/// <summary>Members with a fixed set of values, in an object that a user wrote.</summary>
internal static class EnumeratedMembers
{
    private static readonly ConcurrentDictionary<Type, List<Member>> s_byType = new();

    /// <summary>Corrects the case of values to the API's spelling, at any depth.</summary>
    /// <param name="view">The object.</param>
    /// <param name="names">The members of the object to normalize; null for all.</param>
    /// <returns>The unknown values: misspelled, or newer than this library. They are left unchanged.</returns>
    public static IReadOnlyList<UnknownValue> Normalize(JsonView view, ICollection<string>? names = null)
    {
        var unknown = new List<UnknownValue>();
        Normalize(view, names, "", unknown);
        return unknown;
    }

    private static void Normalize(JsonView view, ICollection<string>? names, string path, List<UnknownValue> unknown)
    {
        foreach (var member in s_byType.GetOrAdd(view.GetType(), ReadMembers).Where(member => names is null || names.Contains(member.Name)))
        {
            var place = path + member.Name;
            switch (view.GetMember(member.Name))
            {
                case string value when Normalize(value, member, place, unknown) is { } normalized:
                    view.SetMember(member.Name, normalized);
                    break;
                case JsonView part:
                    Normalize(part, null, place + ".", unknown);
                    break;
                case object?[] items when NormalizeItems(items, member, place, unknown) is var list && !list.SequenceEqual(items):
                    view.SetMember(member.Name, list);
                    break;
            }
        }
    }

    private static object?[] NormalizeItems(object?[] items, Member member, string place, List<UnknownValue> unknown)
    {
        var list = (object?[])items.Clone();
        for (var i = 0; i < items.Length; i++)
        {
            var itemPlace = place + "[" + i.ToString(CultureInfo.InvariantCulture) + "]";
            switch (items[i])
            {
                case string value:
                    list[i] = Normalize(value, member, itemPlace, unknown) ?? value;
                    break;
                case JsonView part:
                    Normalize(part, null, itemPlace + ".", unknown);
                    break;
            }
        }

        return list;
    }

    /// <summary>The API's spelling; null if the value already has it or is unknown.</summary>
    private static string? Normalize(string value, Member member, string place, List<UnknownValue> unknown)
    {
        if (member.Set is not { } set)
        {
            return null;
        }

        var normalized = set.Find(value);
        if (normalized is null && value.Length > 0)
        {
            unknown.Add(new UnknownValue(place.Split('.', '[')[0], place, value, set.Values));
        }

        return string.Equals(normalized, value, StringComparison.Ordinal) ? null : normalized;
    }

    private static List<Member> ReadMembers(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Select(property => new Member(
                MemberNames.ToJson(property.Name),
                property.GetCustomAttribute<ValuesOfAttribute>() is { } values ? (ValueSet)Activator.CreateInstance(values.Set)! : null,
                typeof(JsonView).IsAssignableFrom(property.PropertyType.GetElementType() ?? property.PropertyType)
            ))
            .Where(member => member.Set is not null || member.HoldsViews)
            .ToList();

    private sealed class Member(string name, ValueSet? set, bool holdsViews)
    {
        public string Name { get; } = name;

        public ValueSet? Set { get; } = set;

        public bool HoldsViews { get; } = holdsViews;
    }
}
