using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json;

namespace Authlete.ApiClient.Json;

/// <summary>The JSON schema of a view type: its members, the types of nested views, and the traits of members.</summary>
internal sealed class JsonShape
{
    public static readonly JsonShape Untyped = new(static () => new JsonView(), static length => new JsonView[length], [], []);

    // An unknown member is compared with all names. After this many comparisons, a hash set takes less time.
    private const int MaxScans = 16;

    private static readonly MemberTraits s_none = new();

    private readonly Func<JsonView> _create;
    private readonly Func<int, JsonView[]> _createArray;
    private readonly string[] _names;
    private readonly (string Name, Func<JsonShape> Shape)[] _nested;

    // The names as UTF-8, and for each the index of the name that followed it last time.
    private readonly Lazy<(byte[][] Names, int[] Next)> _order;

    private Dictionary<string, MemberTraits>? _traits;
    private int _first;
    private HashSet<string>? _nameSet;
    private Dictionary<string, int>? _positions;

    /// <param name="create">Creates a view.</param>
    /// <param name="createArray">Creates an array of views.</param>
    /// <param name="names">The known members, sorted as the API sends them.</param>
    /// <param name="nested">The members that are views or arrays of views.</param>
    public JsonShape(
        Func<JsonView> create,
        Func<int, JsonView[]> createArray,
        string[] names,
        (string Name, Func<JsonShape> Shape)[] nested
    )
    {
        _create = create;
        _createArray = createArray;
        _names = names;
        _nested = nested;
        _order = new(() =>
            (Array.ConvertAll(names, Encoding.UTF8.GetBytes), [.. Enumerable.Range(1, names.Length).Select(next => next % names.Length)])
        );
    }

    /// <summary>The member that identifies an object of the type; null if there is none.</summary>
    public string? Identity { get; init; }

    /// <summary>The members that only the server sets, in a type that callers can write.</summary>
    public IReadOnlyList<string> ServerManaged { get; init; } = [];

    /// <summary>The members that a valid response must have.</summary>
    public IReadOnlyList<RequiredMember> Required { get; init; } = [];

    /// <summary>Returns the members that have traits. Called on first use.</summary>
    public Func<(string Name, MemberTraits Traits)[]> Traits { private get; init; } = static () => [];

    /// <summary>Returns the traits of a member. The name is case-insensitive, as in PowerShell.</summary>
    public MemberTraits TraitsOf(string name)
    {
        _traits ??= Traits().ToDictionary(member => member.Name, member => member.Traits, StringComparer.OrdinalIgnoreCase);
        return _traits.TryGetValue(name, out var traits) ? traits : s_none;
    }

    /// <summary>Returns the shape of a view type.</summary>
    public static JsonShape Of(Type type) => ((JsonView)Activator.CreateInstance(type)!).Shape;

    /// <summary>Whether the type has a property of that name. The name is case-insensitive, as in PowerShell.</summary>
    public bool Knows(string name) => (_nameSet ??= new HashSet<string>(_names, StringComparer.OrdinalIgnoreCase)).Contains(name);

    public JsonShape? Nested(string name)
    {
        foreach (var (nestedName, shape) in _nested)
        {
            if (string.Equals(nestedName, name, StringComparison.Ordinal))
            {
                return shape();
            }
        }

        return null;
    }

    public JsonView CreateView(JsonElement element, ReceivedJson received)
    {
        var view = _create();
        view.Attach(received.NewPart(element));
        return view;
    }

    public JsonView[] CreateViews(JsonElement array, ReceivedJson received)
    {
        var views = _createArray(array.GetArrayLength());
        var i = 0;
        foreach (var item in array.EnumerateArray())
        {
            views[i++] = CreateView(item, received);
        }

        return views;
    }

    /// <summary>Finds in one pass over an object the members without a property, and the members that contain such members.</summary>
    public (List<string>? Names, List<string>? MembersToDescendInto) FindUnknownMembers(JsonElement element)
    {
        List<string>? unknown = null;
        List<string>? parents = null;
        var cursor = -1;
        var misses = 0;
        foreach (var member in element.EnumerateObject())
        {
            var isStructure = member.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array;
            if (!(misses < MaxScans ? TryFind(member, ref cursor) : TryFindByName(member, ref cursor)))
            {
                misses++;
                var name = MemberLookup.NameOf(member);
                if (!Knows(name))
                {
                    (unknown ??= []).Add(name);
                }

                if (isStructure)
                {
                    (parents ??= []).Add(name);
                }
            }
            else if (isStructure && (Nested(_names[cursor]) is { } shape ? shape.HoldsUnknown(member.Value) : HoldsObjects(member.Value)))
            {
                (parents ??= []).Add(_names[cursor]);
            }
        }

        return (unknown, parents);
    }

    private static bool HoldsObjects(JsonElement element) =>
        element.ValueKind == JsonValueKind.Array && element.GetArrayLength() > 0 && element[0].ValueKind == JsonValueKind.Object;

    private bool HoldsUnknown(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                var cursor = -1;
                foreach (var member in element.EnumerateObject())
                {
                    if (!TryFind(member, ref cursor))
                    {
                        return true;
                    }

                    if (
                        member.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array
                        && Nested(_names[cursor]) is { } shape
                        && shape.HoldsUnknown(member.Value)
                    )
                    {
                        return true;
                    }
                }

                return false;
            case JsonValueKind.Array:
                return element.EnumerateArray().Any(HoldsUnknown);
            default:
                return false;
        }
    }

    /// <summary>
    /// Tries the name that followed the previous member last time, because objects of a type are alike, and then scans from there,
    /// because both lists are sorted. Allocates no string.
    /// </summary>
    private bool TryFind(JsonProperty member, ref int cursor)
    {
        var (names, next) = _order.Value;
        try
        {
            var at = cursor < 0 ? _first : next[cursor];
            for (var i = 0; i < names.Length; i++)
            {
                if (member.NameEquals(names[at]))
                {
                    // A race between threads is harmless: any value is a valid starting point.
                    if (cursor < 0)
                    {
                        _first = at;
                    }
                    else
                    {
                        next[cursor] = at;
                    }
                    cursor = at;
                    return true;
                }

                at = at + 1 == names.Length ? 0 : at + 1;
            }
        }
        catch (InvalidOperationException)
        {
            // The name contains half a surrogate pair, as no known name does.
        }

        return false;
    }

    private bool TryFindByName(JsonProperty member, ref int cursor)
    {
        _positions ??= Enumerable.Range(0, _names.Length).ToDictionary(position => _names[position], StringComparer.Ordinal);
        if (!_positions.TryGetValue(MemberLookup.NameOf(member), out var found))
        {
            return false;
        }

        cursor = found;
        return true;
    }
}
