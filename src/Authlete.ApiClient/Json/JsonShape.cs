using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;

namespace Authlete.ApiClient.Json;

/// <summary>What a type of view knows of its JSON: the members that it has properties for, and the types of those that are views themselves.</summary>
internal sealed class JsonShape
{
    public static readonly JsonShape Untyped = new(static () => new JsonView(), static length => new JsonView[length], [], []);

    private readonly Func<JsonView> _create;
    private readonly Func<int, JsonView[]> _createArray;
    private readonly string[] _names;
    private readonly (string Name, Func<JsonShape> Shape)[] _nested;

    /// <param name="create">Makes a view.</param>
    /// <param name="createArray">Makes an array of views.</param>
    /// <param name="names">The known members, sorted, as the API sends them sorted.</param>
    /// <param name="nested">Those that are views or arrays of views.</param>
    /// <param name="assigned">Those that only the server sets, in what is otherwise for the caller to set.</param>
    /// <param name="identity">The one that tells an object from others of the type.</param>
    public JsonShape(
        Func<JsonView> create, Func<int, JsonView[]> createArray, string[] names, (string Name, Func<JsonShape> Shape)[] nested, string[]? assigned = null, string? identity = null)
    {
        Identity = identity;
        Assigned = assigned ?? [];
        _create = create;
        _createArray = createArray;
        _names = names;
        _nested = nested;
    }

    /// <summary>The member that tells an object from others of the type; null where none does.</summary>
    public string? Identity { get; }

    /// <summary>The members that only the server sets.</summary>
    public IReadOnlyList<string> Assigned { get; }

    /// <summary>Whether a name would hide or be hidden by a property: PowerShell doesn't tell case apart.</summary>
    public bool Knows(string name) => _names.Contains(name, StringComparer.OrdinalIgnoreCase);

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

    public JsonView CreateView(JsonElement element)
    {
        var view = _create();
        view.Attach(element);
        return view;
    }

    public JsonView[] CreateViews(JsonElement array)
    {
        var views = _createArray(array.GetArrayLength());
        var i = 0;
        foreach (var item in array.EnumerateArray())
        {
            views[i++] = CreateView(item);
        }

        return views;
    }

    /// <summary>In one pass over an object: the names that there is no property for, and of which members something below is such.</summary>
    public (List<string>? Unknown, List<string>? Below) Survey(JsonElement element)
    {
        List<string>? unknown = null;
        List<string>? below = null;
        var cursor = 0;
        foreach (var member in element.EnumerateObject())
        {
            var isStructure = member.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array;
            if (!TryFind(member, ref cursor))
            {
                var name = JsonText.NameOf(member);
                if (!Knows(name))
                {
                    (unknown ??= []).Add(name);
                }

                if (isStructure)
                {
                    (below ??= []).Add(name);
                }
            }
            else if (isStructure && (Nested(_names[cursor]) is { } shape ? shape.HoldsUnknown(member.Value) : HoldsObjects(member.Value)))
            {
                (below ??= []).Add(_names[cursor]);
            }
        }

        return (unknown, below);
    }

    private static bool HoldsObjects(JsonElement element) =>
        element.ValueKind == JsonValueKind.Array && element.GetArrayLength() > 0 && element[0].ValueKind == JsonValueKind.Object;

    private bool HoldsUnknown(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                var cursor = 0;
                foreach (var member in element.EnumerateObject())
                {
                    if (!TryFind(member, ref cursor))
                    {
                        return true;
                    }

                    if (member.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array
                        && Nested(_names[cursor]) is { } shape && shape.HoldsUnknown(member.Value))
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

    /// <summary>Looks from where the last member stood, for both lists are sorted; no string is made.</summary>
    private bool TryFind(JsonProperty member, ref int cursor)
    {
        try
        {
            for (var i = 0; i < _names.Length; i++)
            {
                var at = (cursor + i) % _names.Length;
                if (member.NameEquals(_names[at]))
                {
                    cursor = at;
                    return true;
                }
            }
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair: no known name has one.
        }

        return false;
    }
}
