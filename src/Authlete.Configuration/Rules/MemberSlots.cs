using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using Authlete.ApiClient.Json;

namespace Authlete.Configuration.Rules;

/// <summary>
/// Finds the members that rules read in a sequence of clients. The clients of a server have their members in the same order, so most
/// names match those of the previous client.
/// </summary>
internal sealed class MemberSlots
{
    private readonly Dictionary<string, int> _slots = new(StringComparer.Ordinal);
    private readonly List<(string Name, int Slot)> _order = [];

    /// <param name="rules">The rules.</param>
    /// <param name="others">Other members to read.</param>
    public MemberSlots(IEnumerable<ConfigurationRule> rules, params string[] others)
    {
        var names = rules
            .SelectMany(rule => rule.Kind == RuleKind.Client ? rule.Reads : rule.ReadsBeside)
            .Select(name => name.Split('.')[0]);
        foreach (var name in names.Concat(others).Distinct(StringComparer.Ordinal))
        {
            _slots[name] = _slots.Count;
        }
    }

    /// <summary>The slot of a member; null if it has none.</summary>
    public int? Find(string name) => _slots.TryGetValue(name, out var slot) ? slot : null;

    /// <summary>The values of the members by slot; null if a name can't be compared.</summary>
    public JsonElement[]? TryRead(JsonElement element)
    {
        var values = new JsonElement[_slots.Count];
        var index = 0;
        try
        {
            foreach (var member in element.EnumerateObject())
            {
                if (index == _order.Count)
                {
                    _order.Add(Locate(member));
                }
                else if (!member.NameEquals(_order[index].Name))
                {
                    _order[index] = Locate(member);
                }

                if (_order[index++].Slot is >= 0 and var slot)
                {
                    values[slot] = member.Value;
                }
            }
        }
        catch (InvalidOperationException)
        {
            // An unpaired surrogate.
            return null;
        }

        return values;
    }

    private (string, int) Locate(JsonProperty member) => (MemberLookup.NameOf(member), Find(MemberLookup.NameOf(member)) ?? -1);
}
