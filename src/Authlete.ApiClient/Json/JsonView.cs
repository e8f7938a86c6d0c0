using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;

namespace Authlete.ApiClient.Json;

/// <summary>
/// A view of a JSON value: the value as it was received, and over it what was set since.
/// The base class of all requests, responses and configuration objects.
/// </summary>
/// <remarks>
/// What was not touched is written back as it came: unknown members, their order, numbers of any size, null against absent.
/// Reading from several threads is safe; changing is for one thread at a time.
/// </remarks>
public class JsonView
{
    private readonly object _gate = new();

    // A class, not the JsonElement itself: a struct field of another assembly would have to be found to load this type (see docs/how-it-is-built.md).
    private Source? _source;
    private volatile Dictionary<string, Entry>? _entries;
    private List<string>? _added;

    /// <summary>Makes an empty object.</summary>
    public JsonView()
    {
    }

    internal virtual JsonShape Shape => JsonShape.Untyped;

    /// <summary>Reads a JSON text.</summary>
    /// <param name="json">A JSON value.</param>
    /// <exception cref="FormatException">The text is not JSON. The message holds the position, never the text.</exception>
    public static JsonView Parse(string json) => Parse<JsonView>(json);

    /// <summary>Reads a JSON text into a typed view.</summary>
    /// <typeparam name="T">The type of the view.</typeparam>
    /// <param name="json">A JSON object.</param>
    /// <exception cref="FormatException">The text is not JSON, or no object where the view has properties.</exception>
    public static T Parse<T>(string json)
        where T : JsonView, new()
    {
        if (json is null)
        {
            throw new ArgumentNullException(nameof(json));
        }

        var view = new T();
        view.Attach(JsonText.Read(Encoding.UTF8.GetBytes(json)));
        return view.IsObject || typeof(T) == typeof(JsonView) ? view : throw new FormatException("This is JSON, but not an object.");
    }

    /// <summary>The members in which two objects differ by what their JSON means, at any depth below.</summary>
    /// <remarks>
    /// The order of members, escapes and the spelling of numbers don't count; nor does null against absent, which mean the same to the API.
    /// The order of a list counts, and so does empty against absent.
    /// </remarks>
    /// <param name="left">An object.</param>
    /// <param name="right">Another.</param>
    /// <exception cref="ArgumentException">One is JSON, but not an object.</exception>
    public static IReadOnlyList<MemberDifference> Compare(JsonView left, JsonView right) =>
        JsonComparison.Compare(ToObject(left, nameof(left)), ToObject(right, nameof(right)));

    /// <summary>A copy: changing it leaves the original as it is.</summary>
    /// <typeparam name="T">The type of the view.</typeparam>
    /// <param name="view">The original.</param>
    public static T Copy<T>(T view)
        where T : JsonView, new() => (view ?? throw new ArgumentNullException(nameof(view))).As<T>();

    /// <summary>The same JSON object in another type of view; a copy, too.</summary>
    /// <typeparam name="T">The type of the view.</typeparam>
    internal T As<T>()
        where T : JsonView, new() => Into(new T());

    /// <summary>The same JSON object in a view that is empty yet.</summary>
    internal T Into<T>(T view)
        where T : JsonView
    {
        view.Attach(ToObject(this, "this"));
        return view;
    }

    /// <summary>A new object: the members of one laid over those of another.</summary>
    internal static T Lay<T>(T over, T under)
        where T : JsonView, new()
    {
        var view = new T();
        view.Attach(JsonText.Lay(ToObject(over, nameof(over)), ToObject(under, nameof(under))));
        return view;
    }

    /// <summary>The value where the JSON is no object; else this view.</summary>
    internal object? ToValue() => _source is { Element.ValueKind: not JsonValueKind.Object } source ? JsonText.ToValue(source.Element, null) : this;

    /// <summary>The paths of the members that the types have no property for, at any depth; of the items of a list they are one.</summary>
    internal IEnumerable<string> GetUnknownPaths()
    {
        foreach (var name in GetMemberNames())
        {
            if (!Shape.Knows(name))
            {
                yield return name;
            }
            else if (Shape.Nested(name) is not null)
            {
                var value = GetMember(name);
                foreach (var part in (value as object?[] ?? [value]).OfType<JsonView>())
                {
                    foreach (var below in part.GetUnknownPaths())
                    {
                        yield return name + "." + below;
                    }
                }
            }
        }
    }

    /// <summary>Whether a member was set since the object was read.</summary>
    internal bool WasSet(string name) => TryGetEntry(name, out var entry) && entry.Kind == EntryKind.Set;

    /// <summary>The members of this type that only the server sets, such as ids and times: left out where an object is created.</summary>
    public IReadOnlyList<string> GetAssignedMembers() => Shape.Assigned;

    /// <summary>Checks what a person wrote: that the known members have the API's types and its spelling, at any depth.</summary>
    /// <exception cref="FormatException">A member is of another type; the message names it, what was expected and what came, never a value.</exception>
    public void CheckInput() => InputCheck.Check(ToObject(this, "this"), GetType(), "");

    /// <summary>The value of a member: a string, a Boolean, a number, a view, an array of these, or null.</summary>
    /// <param name="name">The name as it stands in the JSON; case matters.</param>
    public object? GetMember(string name)
    {
        if (TryGetEntry(name, out var entry))
        {
            return entry.Value;
        }

        if (!TryGetElement(name, out var element))
        {
            return null;
        }

        return element.ValueKind is JsonValueKind.Object or JsonValueKind.Array
            ? Keep(name, JsonText.ToValue(element, Shape.Nested(name)))
            : JsonText.ToValue(element, null);
    }

    /// <summary>Sets a member; null writes a JSON null.</summary>
    /// <param name="name">The name as it stands in the JSON; case matters.</param>
    /// <param name="value">A string, a Boolean, a number, a view, a dictionary, a list of these, or null.</param>
    public void SetMember(string name, object? value) => Store(name, new Entry(EntryKind.Set, value));

    /// <summary>Takes a member away.</summary>
    /// <param name="name">The name as it stands in the JSON; case matters.</param>
    public void RemoveMember(string name) => Store(name, new Entry(EntryKind.Removed, null));

    /// <summary>The names of all members, in the order in which they are written.</summary>
    public IEnumerable<string> GetMemberNames()
    {
        var names = new List<string>();
        if (_source is { Element.ValueKind: JsonValueKind.Object } source)
        {
            foreach (var member in source.Element.EnumerateObject())
            {
                var name = JsonText.NameOf(member);
                if (!(TryGetEntry(name, out var entry) && entry.Kind == EntryKind.Removed) && !names.Contains(name))
                {
                    names.Add(name);
                }
            }
        }

        lock (_gate)
        {
            if (_added is not null)
            {
                names.AddRange(_added);
            }
        }

        return names;
    }

    /// <summary>The members that were there when the object was read, and were taken away since.</summary>
    public IReadOnlyList<string> GetRemovedMembers()
    {
        lock (_gate)
        {
            return _entries?.Where(entry => entry.Value.Kind == EntryKind.Removed).Select(entry => entry.Key).ToList() ?? [];
        }
    }

    /// <summary>The JSON text: exactly what was received where nothing was changed.</summary>
    public string ToJson() => IsTouched() || _source is null ? Encoding.UTF8.GetString(ToUtf8Json()) : _source.Element.GetRawText();

    /// <summary>The type and what identifies the object, for people and for commands that compare objects as text; never more of it.</summary>
    public override string ToString() => Shape.Identity is { } name && GetMember(name) is { } identity ? GetType().Name + " " + identity : base.ToString();

    /// <summary>The JSON text as bytes, to send.</summary>
    internal byte[] ToUtf8Json()
    {
        using var stream = new MemoryStream();
        using (var writer = JsonText.CreateWriter(stream))
        {
            WriteTo(writer);
        }

        return stream.ToArray();
    }

    internal void Attach(JsonElement element) => _source = new Source(element);

    /// <summary>Whether this view was made of that very element.</summary>
    internal bool IsOver(JsonElement element) =>
        _source is { } source && string.Equals(source.Element.GetRawText(), element.GetRawText(), StringComparison.Ordinal);

    internal bool IsObject => _source is null || _source.Element.ValueKind == JsonValueKind.Object;

    /// <summary>The members that the type has no property for, and those below which there are such; null for none.</summary>
    internal (List<string>? Unknown, List<string>? Below) SurveyUnknownMembers() =>
        _source is { Element.ValueKind: JsonValueKind.Object } source ? Shape.Survey(source.Element) : default;

    /// <summary>Whether PowerShell has been given the unknown members as properties.</summary>
    internal bool HasAttachedMembers { get; set; }

    internal void WriteTo(Utf8JsonWriter writer)
    {
        if (!IsTouched())
        {
            if (_source is { } source)
            {
                writer.WriteRawValue(source.Element.GetRawText(), skipInputValidation: true);
            }
            else
            {
                writer.WriteStartObject();
                writer.WriteEndObject();
            }

            return;
        }

        writer.WriteStartObject();
        if (_source is { Element.ValueKind: JsonValueKind.Object } received)
        {
            WriteReceived(writer, received.Element);
        }

        foreach (var name in _added ?? Enumerable.Empty<string>())
        {
            writer.WritePropertyName(name);
            JsonText.Write(writer, _entries![name].Value);
        }

        writer.WriteEndObject();
    }

    private protected string? GetString(string name)
    {
        if (IsSet(name, out var value))
        {
            return value is null or string ? (string?)value : JsonText.ToText(JsonText.ToElement(value));
        }

        return TryGetElement(name, out var element) ? JsonText.ToText(element) : null;
    }

    private protected bool? GetBoolean(string name)
    {
        if (IsSet(name, out var value))
        {
            return value is null or bool ? (bool?)value : JsonText.ToBoolean(JsonText.ToElement(value));
        }

        return TryGetElement(name, out var element) ? JsonText.ToBoolean(element) : null;
    }

    /// <summary>A number, the nearest where it is beyond the range.</summary>
    private protected long? GetInt64(string name)
    {
        if (IsSet(name, out var value))
        {
            return value switch { null => null, long number => number, int number => number, _ => JsonText.ToInt64(JsonText.ToElement(value)) };
        }

        return TryGetElement(name, out var element) ? JsonText.ToInt64(element) : null;
    }

    private protected int? GetInt32(string name) =>
        GetInt64(name) is { } number ? (int)Math.Max(int.MinValue, Math.Min(int.MaxValue, number)) : null;

    /// <summary>A time; 0 and absent are null, a number beyond the range is the nearest time.</summary>
    private protected DateTimeOffset? GetTime(string name, TimeUnit unit) => ApiTime.FromNumber(GetInt64(name), unit);

    private protected string?[]? GetStrings(string name)
    {
        if (TryGetEntry(name, out var entry))
        {
            switch (entry.Value)
            {
                case null:
                    return null;
                case string?[] strings:
                    return strings;
                case not (JsonView or System.Collections.IEnumerable):
                case string:
                    return JsonText.ToTexts(JsonText.ToElement(entry.Value));
                case var _ when entry.Kind != EntryKind.Kept || (TryGetElement(name, out var received) && JsonText.IsTouched(entry.Value, received)):
                    return JsonText.ToTexts(JsonText.ToElement(entry.Value)) is { } set ? (string?[]?)Keep(name, set, entry.Kind) : null;
                default:
                    break;
            }
        }

        return TryGetElement(name, out var element) && JsonText.ToTexts(element) is { } texts ? (string?[]?)Keep(name, texts) : null;
    }

    private protected T? GetView<T>(string name)
        where T : JsonView => GetMember(name) as T;

    private protected T[]? GetViews<T>(string name)
        where T : JsonView
    {
        return GetMember(name) switch
        {
            T[] views => views,
            T view => [view],
            object?[] values when values.Length > 0 && Array.TrueForAll(values, value => HostValues.Unwrap(value) is T) =>
                (T[]?)Keep(name, Array.ConvertAll(values, value => (T)HostValues.Unwrap(value)!), EntryKind.Set),
            _ => null,
        };
    }

    private protected object?[]? GetValues(string name) => GetMember(name) as object?[];

    /// <summary>Sets a member; null takes it away, as absent and null mean the same to the API.</summary>
    private protected void Set(string name, object? value)
    {
        if (value is null)
        {
            RemoveMember(name);
        }
        else
        {
            SetMember(name, value);
        }
    }

    private protected void SetTime(string name, DateTimeOffset? value, TimeUnit unit) =>
        Set(name, value is { } time ? ApiTime.ToNumber(time, unit) : null);

    private void WriteReceived(Utf8JsonWriter writer, JsonElement received)
    {
        HashSet<string>? written = null;
        foreach (var member in received.EnumerateObject())
        {
            // Of a name that occurs twice the last counts: a kept value was read from there.
            var name = JsonText.NameOf(member);
            var last = member.Value;
            if (!TryGetEntry(name, out var entry) || (entry.Kind == EntryKind.Kept && !(TryGetElement(name, out last) && JsonText.IsTouched(entry.Value, last))))
            {
                writer.WritePropertyName(name);
                writer.WriteRawValue(member.Value.GetRawText(), skipInputValidation: true);
            }
            else if (entry.Kind != EntryKind.Removed && (written ??= []).Add(name))
            {
                writer.WritePropertyName(name);
                if (entry.Kind == EntryKind.Kept)
                {
                    JsonText.WriteChanged(writer, entry.Value, last);
                }
                else
                {
                    JsonText.Write(writer, entry.Value);
                }
            }
        }
    }

    internal bool IsTouched()
    {
        if (_entries is not { } entries)
        {
            return false;
        }

        lock (_gate)
        {
            return entries.Any(pair => pair.Value.Kind != EntryKind.Kept
                || (TryGetElement(pair.Key, out var element) && JsonText.IsTouched(pair.Value.Value, element)));
        }
    }

    private static JsonElement ToObject(JsonView view, string parameter)
    {
        if (view is null)
        {
            throw new ArgumentNullException(parameter);
        }

        var element = view.IsTouched() || view._source is null ? JsonText.ToElement(view) : view._source.Element;
        return element.ValueKind == JsonValueKind.Object ? element : throw new ArgumentException("This is JSON, but not an object.", parameter);
    }

    private bool IsSet(string name, out object? value)
    {
        var found = TryGetEntry(name, out var entry) && entry.Kind != EntryKind.Kept;
        value = entry.Value;
        return found;
    }

    private bool TryGetElement(string name, out JsonElement element)
    {
        element = default;
        return _source is { Element.ValueKind: JsonValueKind.Object } source && JsonText.TryGetMember(source.Element, name, out element);
    }

    private bool TryGetEntry(string name, out Entry entry)
    {
        entry = default;
        if (_entries is not { } entries)
        {
            return false;
        }

        lock (_gate)
        {
            return entries.TryGetValue(name, out entry);
        }
    }

    /// <summary>Keeps what was read, so that it is the same object the next time; of two threads the first wins.</summary>
    private object? Keep(string name, object? value, EntryKind kind = EntryKind.Kept)
    {
        lock (_gate)
        {
            var entries = _entries ??= new Dictionary<string, Entry>(StringComparer.Ordinal);
            if (entries.TryGetValue(name, out var present) && present.Value?.GetType() == value?.GetType())
            {
                return present.Value;
            }

            entries[name] = new Entry(kind, value);
            return value;
        }
    }

    private void Store(string name, Entry entry)
    {
        if (name is null)
        {
            throw new ArgumentNullException(nameof(name));
        }

        lock (_gate)
        {
            var received = TryGetElement(name, out _);
            if (!received)
            {
                _added ??= [];
                if (entry.Kind == EntryKind.Removed)
                {
                    _added.Remove(name);
                    _entries?.Remove(name);
                    return;
                }

                if (!_added.Contains(name))
                {
                    _added.Add(name);
                }
            }

            (_entries ??= new Dictionary<string, Entry>(StringComparer.Ordinal))[name] = entry;
        }
    }

    private enum EntryKind
    {
        /// <summary>Read from the source and kept, perhaps changed below.</summary>
        Kept,
        Set,
        Removed,
    }

    private readonly struct Entry(EntryKind kind, object? value)
    {
        public EntryKind Kind { get; } = kind;

        public object? Value { get; } = value;
    }

    private sealed class Source(JsonElement element)
    {
        public JsonElement Element { get; } = element;
    }
}
