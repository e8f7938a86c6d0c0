using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Reflection;
using Authlete.ApiClient.Values;

namespace Authlete.ApiClient.Json;

/// <summary>The members of an object that a person wrote whose values are of a set.</summary>
internal static class EnumeratedMembers
{
    private static readonly ConcurrentDictionary<Type, List<Member>> s_byType = new();

    /// <summary>Gives values that stand in another case the API's spelling, at any depth.</summary>
    /// <param name="view">The object.</param>
    /// <param name="names">The members of the object to look at; null for all.</param>
    /// <returns>The values that their set does not have: typos, or newer than this library. They stay as they are.</returns>
    public static IReadOnlyList<UnknownValue> Spell(JsonView view, ICollection<string>? names = null)
    {
        var unknown = new List<UnknownValue>();
        Spell(view, names, "", unknown);
        return unknown;
    }

    private static void Spell(JsonView view, ICollection<string>? names, string path, List<UnknownValue> unknown)
    {
        foreach (var member in s_byType.GetOrAdd(view.GetType(), ReadMembers).Where(member => names is null || names.Contains(member.Name)))
        {
            var place = path + member.Name;
            switch (view.GetMember(member.Name))
            {
                case string value when Spell(value, member, place, unknown) is { } spelled:
                    view.SetMember(member.Name, spelled);
                    break;
                case JsonView part:
                    Spell(part, null, place + ".", unknown);
                    break;
                case object?[] items:
                    var list = (object?[])items.Clone();
                    for (var i = 0; i < items.Length; i++)
                    {
                        var index = "[" + i.ToString(CultureInfo.InvariantCulture) + "]";
                        switch (items[i])
                        {
                            case string value:
                                list[i] = Spell(value, member, place + index, unknown) ?? value;
                                break;
                            case JsonView part:
                                Spell(part, null, place + index + ".", unknown);
                                break;
                        }
                    }

                    if (!list.SequenceEqual(items))
                    {
                        view.SetMember(member.Name, list);
                    }

                    break;
            }
        }
    }

    /// <summary>The API's spelling, or null where it is the one already or there is no such value.</summary>
    private static string? Spell(string value, Member member, string place, List<UnknownValue> unknown)
    {
        if (member.Set is not { } set)
        {
            return null;
        }

        var spelled = set.Find(value);
        if (spelled is null && value.Length > 0)
        {
            unknown.Add(new UnknownValue(place.Split('.', '[')[0], place, value, set.Values));
        }

        return string.Equals(spelled, value, StringComparison.Ordinal) ? null : spelled;
    }

    private static List<Member> ReadMembers(Type type) => type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Select(property => new Member(
            MemberNames.Of(property.Name),
            property.GetCustomAttribute<ValuesOfAttribute>() is { } values ? (ValueSet)Activator.CreateInstance(values.Set)! : null,
            typeof(JsonView).IsAssignableFrom(property.PropertyType.GetElementType() ?? property.PropertyType)))
        .Where(member => member.Set is not null || member.HoldsViews)
        .ToList();

    private sealed class Member(string name, ValueSet? set, bool holdsViews)
    {
        public string Name { get; } = name;

        public ValueSet? Set { get; } = set;

        public bool HoldsViews { get; } = holdsViews;
    }
}
