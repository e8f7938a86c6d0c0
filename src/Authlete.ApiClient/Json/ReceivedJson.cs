using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;

namespace Authlete.ApiClient.Json;

/// <summary>The JSON value that a view was made of.</summary>
/// <remarks>
/// A class, so that <see cref="JsonView"/> has no field of a struct of another assembly, which would have to be found to load the type
/// (see docs/how-it-is-built.md).
/// </remarks>
/// <param name="element">The value.</param>
/// <param name="isPrintable">Whether every text in it can be shown as it is.</param>
/// <param name="document">What holds the value until it is released; null if the value has memory of its own.</param>
/// <param name="memory">What holds the text of the document.</param>
internal sealed class ReceivedJson(JsonElement element, bool isPrintable = false, JsonDocument? document = null, IDisposable? memory = null)
{
    // An object of the API has up to 150 members. A search through them takes less than an index would.
    private const int MinMembersForIndex = 256;
    private const int LookupsWithoutIndex = 16;

    private int _lookups;
    private volatile Dictionary<string, JsonElement>? _index;

    public JsonElement Element { get; } = element;

    public bool IsPrintable => isPrintable;

    /// <summary>An object within this one, which stays when the memory is used again.</summary>
    public ReceivedJson NewPart(JsonElement part) => new(document is null ? part : part.Clone(), isPrintable);

    /// <summary>Gives the memory back.</summary>
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

        // Of two threads both may make one.
        if (++_lookups == LookupsWithoutIndex && IsObject && Element.EnumerateObject().Skip(MinMembersForIndex).Any())
        {
            _index = NewIndex();
        }

        return IsObject && MemberLookup.TryGetMember(Element, name, out value);
    }

    private Dictionary<string, JsonElement> NewIndex()
    {
        // Of members of one name the last counts.
        var members = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var member in Element.EnumerateObject())
        {
            members[MemberLookup.NameOf(member)] = member.Value;
        }

        return members;
    }

    /// <summary>The names of the members, as often as they occur.</summary>
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
