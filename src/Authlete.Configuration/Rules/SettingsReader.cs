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

    private readonly Dictionary<string, Member> _members = new(StringComparer.Ordinal);
    private readonly ReadLog _log;
    private readonly string? _missing;

    /// <param name="element">The JSON object.</param>
    /// <param name="log">Where to note what can't be read.</param>
    public SettingsReader(JsonElement element, ReadLog log)
    {
        _log = log;
        foreach (var member in element.EnumerateObject())
        {
            if (member.Value.ValueKind != JsonValueKind.Null)
            {
                _members[MemberLookup.NameOf(member)] = new Member(member.Value);
            }
        }
    }

    private SettingsReader(string missing, ReadLog log) => (_missing, _log) = (missing, log);

    /// <summary>Stands for an object that couldn't be read: nothing of it can be.</summary>
    public static SettingsReader Missing(string reason, ReadLog log) => new(reason, log);

    /// <summary>Whether there is an object to read.</summary>
    public bool IsThere => _missing is null;

    /// <summary>Notes that a member was left out on purpose, so that it isn't taken for absent.</summary>
    public void LeaveOut(string name, string reason)
    {
        if (!_members.ContainsKey(name))
        {
            _members[name] = new Member(default) { Reason = reason };
        }
    }

    /// <summary>Notes that something in a member can't be read.</summary>
    public void NoteUnreadable(string reason) => _log.Add(reason);

    /// <summary>A Boolean; absent is false.</summary>
    public bool Flag(string name)
    {
        if (Find(name) is not { } member)
        {
            return false;
        }

        if (member.Flag is null && JsonValues.ToBoolean(member.Element) is { } flag)
        {
            member.Flag = flag;
        }

        return member.Flag ?? Refuse(member, name, "true or false", false);
    }

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

        if (member.Text is null && member.Element.ValueKind == JsonValueKind.String)
        {
            member.Text = JsonValues.ToText(member.Element) ?? "";
        }

        return member.Text is { } text
            ? text.Length > 0
                ? text
                : null
            : Refuse<string?>(member, name, "a text", null);
    }

    /// <summary>A text to name something by: what can't be read isn't noted.</summary>
    public string? PeekText(string name) =>
        _members.TryGetValue(name, out var member)
        && member.Element.ValueKind == JsonValueKind.String
        && JsonValues.ToText(member.Element) is { Length: > 0 } text
            ? text
            : null;

    /// <summary>A list of texts; absent is empty.</summary>
    public IReadOnlyList<string> Texts(string name) =>
        Find(name) is not { } member
            ? s_none
            : (member.Texts ??= ReadTexts(member.Element)) ?? Refuse(member, name, "a list of texts", s_none);

    /// <summary>Whether a list of texts has a value.</summary>
    public bool Has(string list, string value) => ClientFacts.IsIn(Texts(list), value);

    /// <summary>A list of objects, of which each is read like this one; absent is empty.</summary>
    public IReadOnlyList<SettingsReader> Objects(string name) =>
        Find(name) is not { } member
            ? []
            : (member.Objects ??= ReadObjects(member.Element))
                ?? Refuse<IReadOnlyList<SettingsReader>>(member, name, "a list of objects", []);

    /// <summary>An object within this one; absent is empty.</summary>
    public SettingsReader Object(string name)
    {
        if (Find(name) is not { } member)
        {
            return new SettingsReader(s_empty, _log);
        }

        return member.Object ??=
            member.Reason is null && member.Element.ValueKind == JsonValueKind.Object && ReasonIn(member.Element) is null
                ? new SettingsReader(member.Element, _log)
                : Missing(ReasonOf(member, name, "an object"), _log);
    }

    /// <summary>A JWK Set, as an object or as its text; null if it is absent.</summary>
    public KeySet? Keys(string name) =>
        Find(name) is not { } member || IsEmptyText(member.Element)
            ? null
            : (member.Keys ??= KeySet.TryRead(member.Element)) ?? Refuse<KeySet?>(member, name, "a JWK Set", null);

    /// <summary>Whether a member has a value: no empty text, no empty list, and no JWK Set without a key.</summary>
    public bool IsSet(string name)
    {
        if (Find(name) is not { } member)
        {
            return false;
        }

        if ((member.Reason ?? ReasonIn(member.Element)) is { } reason)
        {
            _log.Add(reason);
            return false;
        }

        return member.Element.ValueKind switch
        {
            JsonValueKind.Array => member.Element.GetArrayLength() > 0,
            JsonValueKind.String or JsonValueKind.Object => !IsEmptyText(member.Element)
                && (member.Keys ??= KeySet.TryRead(member.Element)) is not { Keys.Count: 0 },
            _ => true,
        };
    }

    private static readonly JsonElement s_empty = JsonTree.ToElement(new JsonMembers());

    private static bool IsEmptyText(JsonElement element) => element.ValueKind == JsonValueKind.String && element.ValueEquals("");

    private Member? Find(string name)
    {
        if (_missing is not null)
        {
            _log.Add(_missing);
            return null;
        }

        return _members.TryGetValue(name, out var member) ? member : null;
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

        public bool? Flag { get; set; }

        public string? Text { get; set; }

        public List<string>? Texts { get; set; }

        public List<SettingsReader>? Objects { get; set; }

        public SettingsReader? Object { get; set; }

        public KeySet? Keys { get; set; }
    }
}
