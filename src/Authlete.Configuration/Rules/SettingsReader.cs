using System;
using System.Collections.Generic;
using System.Text.Json;
using Authlete.ApiClient.Json;
using Authlete.Configuration.Json;

namespace Authlete.Configuration.Rules;

/// <summary>
/// Reads the members of a service or client for rules. Missing members have the API's defaults; unreadable ones are recorded in a log.
/// </summary>
internal sealed class SettingsReader
{
    /// <summary>The only member of an object that replaces an unresolved value. It contains the reason.</summary>
    public const string UnreadableMark = "${}";

    private static readonly IReadOnlyList<string> s_none = [];

    // Members without a slot that were read; null if they are missing.
    private Dictionary<string, Member?>? _found;
    private readonly JsonElement _element;
    private readonly ReadLog _log;
    private readonly string? _missing;
    private readonly MemberSlots? _slots;
    private readonly JsonElement[]? _values;
    private readonly Member?[]? _read;

    /// <param name="element">The JSON object.</param>
    /// <param name="log">Records the reasons why members can't be read.</param>
    /// <param name="slots">Finds members faster in many similar objects.</param>
    public SettingsReader(JsonElement element, ReadLog log, MemberSlots? slots = null)
    {
        (_element, _log, _slots) = (element, log, slots);
        _values = slots?.TryRead(element);
        _read = _values is null ? null : new Member?[_values.Length];
    }

    private SettingsReader(string missing, ReadLog log) => (_missing, _log) = (missing, log);

    /// <summary>A reader for an object that can't be read.</summary>
    public static SettingsReader Missing(string reason, ReadLog log) => new(reason, log);

    /// <summary>Whether there is an object to read.</summary>
    public bool IsThere => _missing is null;

    /// <summary>Records that a member was omitted intentionally, so that it isn't read as missing.</summary>
    public void LeaveOut(string name, string reason)
    {
        if (Peek(name) is null)
        {
            Found[name] = new Member(default) { Reason = reason };
        }
    }

    /// <summary>Records that a part of a member can't be read.</summary>
    public void NoteUnreadable(string reason) => _log.Add(reason);

    /// <summary>A Boolean; false if it is missing.</summary>
    public bool Flag(string name) =>
        Find(name) is { } member && (JsonValues.ToBoolean(member.Element) ?? Refuse(member, name, "true or false", false));

    /// <summary>A number; 0 if it is missing.</summary>
    public long Number(string name) =>
        Find(name) is not { } member ? 0 : JsonValues.ToExactInt64(member.Element) ?? Refuse(member, name, "a whole number", 0L);

    /// <summary>A string; null if it is missing or empty.</summary>
    public string? Text(string name)
    {
        if (Find(name) is not { } member)
        {
            return null;
        }

        return member.Read(ReadText) is not { } text ? Refuse<string?>(member, name, "a string", null)
            : text.Length > 0 ? text
            : null;
    }

    /// <summary>A string for display. If it can't be read, that isn't recorded.</summary>
    public string? PeekText(string name) =>
        Peek(name) is { } member
        && member.Element.ValueKind == JsonValueKind.String
        && JsonValues.ToText(member.Element) is { Length: > 0 } text
            ? text
            : null;

    /// <summary>A list of strings; empty if it is missing.</summary>
    public IReadOnlyList<string> Texts(string name) =>
        Find(name) is not { } member ? s_none : member.Read(ReadTexts) ?? Refuse(member, name, "a list of strings", s_none);

    /// <summary>Whether a list of strings contains a value.</summary>
    public bool Has(string list, string value) => ClientFacts.IsIn(Texts(list), value);

    /// <summary>A list of objects to read in the same way; empty if it is missing.</summary>
    public IReadOnlyList<SettingsReader> Objects(string name) =>
        Find(name) is not { } member
            ? []
            : member.Read(ReadObjects) ?? Refuse<IReadOnlyList<SettingsReader>>(member, name, "a list of objects", []);

    /// <summary>A nested object; empty if it is missing.</summary>
    public SettingsReader Object(string name)
    {
        if (Find(name) is not { } member)
        {
            return new SettingsReader(s_empty, _log);
        }

        return member.Read(ReadObject) ?? Missing(ReasonOf(member, name, "an object"), _log);
    }

    /// <summary>A JWK Set, as an object or as text; null if it is missing.</summary>
    public KeySet? Keys(string name) =>
        Find(name) is not { } member || IsEmptyText(member.Element)
            ? null
            : member.Read(KeySet.TryRead) ?? Refuse<KeySet?>(member, name, "a JWK Set", null);

    /// <summary>Whether a JWK Set contains a key.</summary>
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
            // Rules read less than half of the members.
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

    /// <summary>The reason why a value, or a value in it, is unresolved; null if it is resolved.</summary>
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

        /// <summary>The converted value. Rules read a member always as the same kind of value.</summary>
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
