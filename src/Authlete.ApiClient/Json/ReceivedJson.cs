using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;

namespace Authlete.ApiClient.Json;

/// <summary>The JSON value behind a view.</summary>
/// <remarks>
/// A class, so that <see cref="JsonView"/> has no field whose type is a struct of another assembly. Loading such a type would load that
/// assembly (see docs/how-it-is-built.md).
/// </remarks>
/// <param name="element">The value.</param>
/// <param name="isPrintable">Whether every string in it is displayable without escaping.</param>
/// <param name="document">The document that owns the value's memory; null if the value owns it.</param>
/// <param name="memory">The memory of the document's text.</param>
internal sealed class ReceivedJson(JsonElement element, bool isPrintable = false, JsonDocument? document = null, IDisposable? memory = null)
{
    // Objects of the API have up to 150 members, for which a linear search takes less time than building an index.
    private const int MinMembersForIndex = 256;
    private const int LookupsWithoutIndex = 16;

    private int _lookups;
    private volatile Dictionary<string, JsonElement>? _index;

    public JsonElement Element { get; } = element;

    public bool IsPrintable => isPrintable;

    /// <summary>Returns a view of a nested object, which stays valid after <see cref="Release"/>.</summary>
    public ReceivedJson NewPart(JsonElement part) => new(document is null ? part : part.Clone(), isPrintable);

    /// <summary>Returns the memory.</summary>
    public void Release()
    {
        document?.Dispose();
        memory?.Dispose();
    }

    public bool IsObject => Element.ValueKind == JsonValueKind.Object;

    public bool TryGetMember(string name, out JsonElement value)
    {
        value = default;
        if (_index is { } index)
        {
            return index.TryGetValue(name, out value);
        }

        // A race is harmless: two threads may each build an index.
        if (++_lookups == LookupsWithoutIndex && IsObject && Element.EnumerateObject().Skip(MinMembersForIndex).Any())
        {
            _index = NewIndex();
        }

        return IsObject && MemberLookup.TryGetMember(Element, name, out value);
    }

    private Dictionary<string, JsonElement> NewIndex()
    {
        // The last of duplicate names wins.
        var members = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var member in Element.EnumerateObject())
        {
            members[MemberLookup.NameOf(member)] = member.Value;
        }

        return members;
    }

    /// <summary>The names of the members, including duplicates.</summary>
    public IEnumerable<string> GetMemberNames()
    {
        if (IsObject)
        {
            foreach (var member in Element.EnumerateObject())
            {
                yield return MemberLookup.NameOf(member);
            }
        }
    }
}
