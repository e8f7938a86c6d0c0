using System;
using System.Collections.Generic;
using System.Text.Json;
using Authlete.ApiClient.Json;
using Authlete.Configuration.Json;

namespace Authlete.Configuration.Rules;

/// <summary>
/// The members of a service or client as rules read them: absent as the API's default, and what can't be read noted in a log, never guessed.
/// </summary>
internal sealed class SettingsReader
{
    /// <summary>The name of the only member of an object that stands where a value couldn't be found; the member says why.</summary>
    public const string UnreadableMark = "${}";

    private static readonly IReadOnlyList<string> s_none = [];

    // What was looked for and has no slot; null where it is absent.
    private Dictionary<string, Member?>? _found;
    private readonly JsonElement _element;
    private readonly ReadLog _log;
    private readonly string? _missing;
    private readonly MemberSlots? _slots;
    private readonly JsonElement[]? _values;
    private readonly Member?[]? _read;

    /// <param name="element">The JSON object.</param>
    /// <param name="log">Where to note what can't be read.</param>
    /// <param name="slots">Finds members quicker, if there are many such objects.</param>
    public SettingsReader(JsonElement element, ReadLog log, MemberSlots? slots = null)
    {
        (_element, _log, _slots) = (element, log, slots);
        _values = slots?.TryRead(element);
        _read = _values is null ? null : new Member?[_values.Length];
    }

    private SettingsReader(string missing, ReadLog log) => (_missing, _log) = (missing, log);

    /// <summary>Stands for an object that couldn't be read: nothing of it can be.</summary>
    public static SettingsReader Missing(string reason, ReadLog log) => new(reason, log);

    /// <summary>Whether there is an object to read.</summary>
    public bool IsThere => _missing is null;

    /// <summary>Notes that a member was left out on purpose, so that it isn't taken for absent.</summary>
    public void LeaveOut(string name, string reason)
    {
        if (Peek(name) is null)
        {
            Found[name] = new Member(default) { Reason = reason };
        }
    }

    /// <summary>Notes that something in a member can't be read.</summary>
    public void NoteUnreadable(string reason) => _log.Add(reason);

    /// <summary>A Boolean; absent is false.</summary>
    public bool Flag(string name) =>
        Find(name) is { } member && (JsonValues.ToBoolean(member.Element) ?? Refuse(member, name, "true or false", false));

    /// <summary>A number; absent is 0.</summary>
    public long Number(string name) =>
        Find(name) is not { } member ? 0 : JsonValues.ToExactInt64(member.Element) ?? Refuse(member, name, "a whole number", 0L);

    /// <summary>A text; null if it is absent or empty.</summary>
    public string? Text(string name)
    {
        if (Find(name) is not { } member)
        {
            return null;
        }

        return member.Read(ReadText) is not { } text ? Refuse<string?>(member, name, "a text", null)
            : text.Length > 0 ? text
            : null;
    }

    /// <summary>A text to name something by: what can't be read isn't noted.</summary>
    public string? PeekText(string name) =>
        Peek(name) is { } member
        && member.Element.ValueKind == JsonValueKind.String
        && JsonValues.ToText(member.Element) is { Length: > 0 } text
            ? text
            : null;

    /// <summary>A list of texts; absent is empty.</summary>
    public IReadOnlyList<string> Texts(string name) =>
        Find(name) is not { } member ? s_none : member.Read(ReadTexts) ?? Refuse(member, name, "a list of texts", s_none);

    /// <summary>Whether a list of texts has a value.</summary>
    public bool Has(string list, string value) => ClientFacts.IsIn(Texts(list), value);

    /// <summary>A list of objects, of which each is read like this one; absent is empty.</summary>
    public IReadOnlyList<SettingsReader> Objects(string name) =>
        Find(name) is not { } member
            ? []
            : member.Read(ReadObjects) ?? Refuse<IReadOnlyList<SettingsReader>>(member, name, "a list of objects", []);

    /// <summary>An object within this one; absent is empty.</summary>
    public SettingsReader Object(string name)
    {
        if (Find(name) is not { } member)
        {
            return new SettingsReader(s_empty, _log);
        }

        return member.Read(ReadObject) ?? Missing(ReasonOf(member, name, "an object"), _log);
    }

    /// <summary>A JWK Set, as an object or as its text; null if it is absent.</summary>
    public KeySet? Keys(string name) =>
        Find(name) is not { } member || IsEmptyText(member.Element)
            ? null
            : member.Read(KeySet.TryRead) ?? Refuse<KeySet?>(member, name, "a JWK Set", null);

    /// <summary>Whether there is a JWK Set with a key.</summary>
    public bool HasKeys(string name) => Keys(name) is { Keys.Count: > 0 };

    private static readonly JsonElement s_empty = JsonTree.ToElement(new JsonMembers());

    private static bool IsEmptyText(JsonElement element) => element.ValueKind == JsonValueKind.String && element.ValueEquals("");

    private Dictionary<string, Member?> Found => _found ??= new(StringComparer.Ordinal);

    private Member? Find(string name)
    {
        if (_missing is not null)
        {
            _log.Add(_missing);
            return null;
        }

        return Peek(name);
    }

    private Member? Peek(string name)
    {
        if (_read is not null && _slots!.Find(name) is { } slot)
        {
            return _values![slot].ValueKind is JsonValueKind.Undefined or JsonValueKind.Null
                ? null
                : _read[slot] ??= new Member(_values[slot]);
        }

        if (!Found.TryGetValue(name, out var member))
        {
            // Of an object's members rules read less than half.
            member =
                _element.ValueKind == JsonValueKind.Object
                && MemberLookup.TryGetMember(_element, name, out var value)
                && value.ValueKind != JsonValueKind.Null
                    ? new Member(value)
                    : null;
            Found[name] = member;
        }

        return member;
    }

    private T Refuse<T>(Member member, string name, string expected, T instead)
    {
        _log.Add(ReasonOf(member, name, expected));
        return instead;
    }

    private static string ReasonOf(Member member, string name, string expected) =>
        member.Reason ?? ReasonIn(member.Element) ?? $"{name} can't be read, because it isn't {expected}.";

    /// <summary>Why a value couldn't be found, in it or in what it holds; null if it is a value.</summary>
    private static string? ReasonIn(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object when MemberLookup.TryGetMember(element, UnreadableMark, out var reason):
                return JsonValues.ToText(reason);
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                {
                    if (ReasonIn(item) is { } below)
                    {
                        return below;
                    }
                }

                return null;
            default:
                return null;
        }
    }

    private static string? ReadText(JsonElement element) =>
        element.ValueKind == JsonValueKind.String ? JsonValues.ToText(element) ?? "" : null;

    private SettingsReader? ReadObject(JsonElement element) =>
        element.ValueKind == JsonValueKind.Object && ReasonIn(element) is null ? new SettingsReader(element, _log) : null;

    private static List<string>? ReadTexts(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        var texts = new List<string>(element.GetArrayLength());
        foreach (var item in element.EnumerateArray())
        {
            if (item.ValueKind == JsonValueKind.String)
            {
                texts.Add(JsonValues.ToText(item) ?? "");
            }
            else if (item.ValueKind != JsonValueKind.Null)
            {
                return null;
            }
        }

        return texts;
    }

    private List<SettingsReader>? ReadObjects(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        var objects = new List<SettingsReader>(element.GetArrayLength());
        foreach (var item in element.EnumerateArray())
        {
            if (item.ValueKind == JsonValueKind.Object && ReasonIn(item) is null)
            {
                objects.Add(new SettingsReader(item, _log));
            }
            else if (item.ValueKind != JsonValueKind.Null)
            {
                return null;
            }
        }

        return objects;
    }

    private sealed class Member(JsonElement element)
    {
        public JsonElement Element { get; } = element;

        public string? Reason { get; init; }

        /// <summary>The value, once it was read: a rule reads a member as one kind of value only.</summary>
        public object? Value { get; set; }

        public T? Read<T>(Func<JsonElement, T?> read)
            where T : class
        {
            if (Value is not T value)
            {
                Value = value = read(Element)!;
            }

            return value;
        }
    }
}
