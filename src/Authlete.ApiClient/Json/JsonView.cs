using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using System.Text.Json;
using Authlete.ApiClient.Encodings;

namespace Authlete.ApiClient.Json;

/// <summary>
/// A view of a JSON value: the value as received, and over it what was set since.
/// The base class of all requests, responses and configuration objects.
/// </summary>
/// <remarks>
/// What was not modified is written as received: unknown members, their order, numbers of any size, null against absent.
/// Reading from several threads is safe; change it from one thread at a time.
/// </remarks>
public partial class JsonView
{
    private readonly MemberOverlay _overlay = new();
    private ReceivedJson? _received;
    private ReceivedJson? _stored;

    /// <summary>Makes an empty object.</summary>
    public JsonView() { }

    internal virtual JsonShape Shape => JsonShape.Untyped;

    internal bool IsObject => _received is null || _received.IsObject;

    internal bool IsModified => _overlay.IsModified(_received);

    /// <summary>Whether every text of the object is known to need no escape where it is shown.</summary>
    internal bool IsPrintable => _received is { IsPrintable: true } && !IsModified;

    /// <summary>Whether PowerShell has the unknown members as properties.</summary>
    internal bool IsDecorated { get; set; }

    /// <summary>Makes of an answer's message what can be shown: it knows what was sent. Most messages are never shown. Null if this is no answer.</summary>
    internal Func<string?, string?>? ToShown { get; set; }

    /// <summary>Reads a JSON text.</summary>
    /// <param name="json">A JSON value.</param>
    /// <exception cref="FormatException">The text is not JSON. The message holds the position, never the text.</exception>
    public static JsonView Parse(string json) => Parse<JsonView>(json);

    /// <summary>Reads a JSON text into a typed view.</summary>
    /// <typeparam name="T">The type of the view.</typeparam>
    /// <param name="json">A JSON object.</param>
    /// <exception cref="FormatException">The text is not JSON, or not an object though the view has properties.</exception>
    public static T Parse<T>(string json)
        where T : JsonView, new()
    {
        if (json is null)
        {
            throw new ArgumentNullException(nameof(json));
        }

        var view = new T();
        view.Attach(JsonReader.Read(json));
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
    internal static IReadOnlyList<MemberDifference> Compare(JsonView left, JsonView right) =>
        JsonComparison.Compare(ToObject(left, nameof(left)), ToObject(right, nameof(right)));

    /// <summary>A copy: changing it leaves the original as it is.</summary>
    /// <typeparam name="T">The type of the view.</typeparam>
    /// <param name="view">The original.</param>
    internal static T Copy<T>(T view)
        where T : JsonView, new() => (view ?? throw new ArgumentNullException(nameof(view))).CopyAs<T>();

    /// <summary>A new object with the members of both; those of the upper one win.</summary>
    internal static T Merge<T>(T upper, T lower)
        where T : JsonView, new()
    {
        var view = new T();
        view.Attach(JsonMerge.Merge(ToObject(upper, nameof(upper)), ToObject(lower, nameof(lower))));
        return view;
    }

    /// <summary>A copy in another type of view.</summary>
    /// <typeparam name="T">The type of the view.</typeparam>
    internal T CopyAs<T>()
        where T : JsonView, new() => CopyInto(new T());

    /// <summary>Copies the object into an empty view.</summary>
    internal T CopyInto<T>(T view)
        where T : JsonView
    {
        view.Attach(ToObject(this, "this"));
        return view;
    }

    /// <summary>The object as JSON, what was set to any kind of value included.</summary>
    internal JsonElement ToElement() => ToObject(this, "this");

    /// <summary>The object as the server had it when it was read, without what was set since; null if it was not received.</summary>
    internal T? GetStored<T>()
        where T : JsonView, new()
    {
        if ((_stored ?? _received) is not { IsObject: true } stored)
        {
            return null;
        }

        var view = new T();
        view.Attach(stored.Element);
        return view;
    }

    /// <summary>Remembers what the server has of this object since it was sent.</summary>
    internal void SetStored(JsonView stored) => _stored = new ReceivedJson(ToObject(stored, nameof(stored)));

    /// <summary>The members of this type that only the server sets, such as ids and times. Leave them out of a new object.</summary>
    internal IReadOnlyList<string> GetServerManagedMembers() => Shape.ServerManaged;

    /// <summary>Checks what a person wrote: that the known members have the API's types and its spelling, at any depth.</summary>
    /// <exception cref="FormatException">A member is of another type; the message names it, what was expected and what came, never a value.</exception>
    internal void CheckInput() => InputCheck.Check(ToObject(this, "this"), GetType(), "");

    /// <summary>The value of a member: a string, a Boolean, a number, a view, an array of these, or null.</summary>
    /// <param name="name">The name as it stands in the JSON; case matters.</param>
    public object? GetMember(string name)
    {
        if (_overlay.TryGet(name, out var entry))
        {
            return entry.Value;
        }

        if (!TryGetReceived(name, out var element))
        {
            return null;
        }

        return element.ValueKind is JsonValueKind.Object or JsonValueKind.Array
            ? _overlay.Cache(name, JsonValues.ToValue(element, Shape.Nested(name), _received!))
            : JsonValues.ToValue(element, null, _received!);
    }

    /// <summary>Sets a member; null writes a JSON null.</summary>
    /// <param name="name">The name as it stands in the JSON; case matters.</param>
    /// <param name="value">A string, a Boolean, a number, a view, a dictionary, a list of these, or null.</param>
    public void SetMember(string name, object? value) =>
        _overlay.Set(name ?? throw new ArgumentNullException(nameof(name)), value, _received);

    /// <summary>Takes a member away.</summary>
    /// <param name="name">The name as it stands in the JSON; case matters.</param>
    public void RemoveMember(string name) => _overlay.Remove(name ?? throw new ArgumentNullException(nameof(name)), _received);

    /// <summary>The names of all members, in the order in which they are written.</summary>
    public IEnumerable<string> GetMemberNames()
    {
        var names = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in _received?.GetMemberNames() ?? [])
        {
            if (!_overlay.IsRemoved(name) && seen.Add(name))
            {
                names.Add(name);
            }
        }

        _overlay.CopyAddedTo(names);
        return names;
    }

    /// <summary>The members that were there when the object was read, and were taken away since.</summary>
    internal IReadOnlyList<string> GetRemovedMembers() => _overlay.GetRemoved();

    /// <summary>The JSON text: exactly what was received if nothing was changed.</summary>
    public string ToJson() => _received is null || IsModified ? Encoding.UTF8.GetString(ToUtf8Json()) : _received.Element.GetRawText();

    /// <summary>The type and the identifier of the object, or else the names of its members: no other value of it.</summary>
    public override string ToString() =>
        Shape.Identity is { } name && GetMember(name) is { } identity ? GetType().Name + " " + PrintableText.Escape(identity.ToString())
        : IsObject ? PrintableText.Escape("{" + string.Join(", ", GetMemberNames()) + "}")
        : base.ToString();

    /// <summary>The JSON text as bytes, to send.</summary>
    internal byte[] ToUtf8Json()
    {
        using var stream = new MemoryStream();
        using (var writer = JsonWriting.CreateWriter(stream))
        {
            JsonViewWriter.Write(writer, _received, _overlay);
        }

        return stream.ToArray();
    }

    internal void WriteTo(Utf8JsonWriter writer) => JsonViewWriter.Write(writer, _received, _overlay);

    internal void Attach(JsonElement element) => Attach(new ReceivedJson(element));

    internal void Attach(ReceivedJson received) => _received = received;

    /// <summary>Gives back memory that is used again, if the object holds some; the objects that were read of it stay, and it is empty itself.</summary>
    internal void Release()
    {
        _received?.Release();
        _received = null;
    }

    /// <summary>Whether this view was made of that very element.</summary>
    internal bool IsViewOf(JsonElement element) =>
        _received is { } received && string.Equals(received.Element.GetRawText(), element.GetRawText(), StringComparison.Ordinal);

    /// <summary>The value if the JSON is not an object; otherwise this view.</summary>
    internal object? ToValue() => _received is { IsObject: false } received ? JsonValues.ToValue(received.Element, null, received) : this;

    /// <summary>Whether a member was set since the object was read.</summary>
    internal bool WasSet(string name) => _overlay.TryGet(name, out var entry) && entry.Kind == MemberOverlay.EntryKind.Set;

    /// <summary>The members that the type has no property for, and those to descend into because some are below; null for none.</summary>
    internal (List<string>? Names, List<string>? MembersToDescendInto) FindUnknownMembers() =>
        _received is { IsObject: true } received ? Shape.FindUnknownMembers(received.Element) : default;

    private static JsonElement ToObject(JsonView view, string parameter)
    {
        if (view is null)
        {
            throw new ArgumentNullException(parameter);
        }

        var element = view._received is null || view.IsModified ? JsonWriting.ToElement(view) : view._received.Element;
        return element.ValueKind == JsonValueKind.Object
            ? element
            : throw new ArgumentException("This is JSON, but not an object.", parameter);
    }

    /// <summary>The JSON value of a member as received, whatever was set since.</summary>
    internal bool TryGetReceived(string name, out JsonElement element)
    {
        element = default;
        return _received is { } received && received.TryGetMember(name, out element);
    }
}
