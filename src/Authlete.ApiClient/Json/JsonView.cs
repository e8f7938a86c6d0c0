using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using System.Text.Json;
using Authlete.ApiClient.Encodings;

namespace Authlete.ApiClient.Json;

/// <summary>
/// A JSON value as received, with the members that were set since.
/// The base class of all requests, responses, and settings objects.
/// </summary>
/// <remarks>
/// Everything that wasn't modified is written as received: unknown members, their order, numbers of any size, and null.
/// Several threads can read a view at the same time, but only one may modify it.
/// </remarks>
public partial class JsonView
{
    private readonly MemberOverlay _overlay = new();
    private ReceivedJson? _received;
    private ReceivedJson? _stored;

    /// <summary>Initializes an empty object.</summary>
    public JsonView() { }

    internal virtual JsonShape Shape => JsonShape.Untyped;

    internal bool IsObject => _received is null || _received.IsObject;

    internal bool IsModified => _overlay.IsModified(_received);

    /// <summary>Whether every string of the object is known to be displayable without escaping.</summary>
    internal bool IsPrintable => _received is { IsPrintable: true } && !IsModified;

    /// <summary>Whether the unknown members have been added as PowerShell properties.</summary>
    internal bool IsDecorated { get; set; }

    /// <summary>
    /// Formats the message of a response for display, without the values that were sent. A delegate, because most messages are never displayed.
    /// Null if the object isn't a response.
    /// </summary>
    internal Func<string?, string?>? FormatMessage { get; set; }

    /// <summary>Parses a JSON text.</summary>
    /// <param name="json">A JSON value.</param>
    /// <exception cref="FormatException">The text is not JSON. The message contains the position, but never the text.</exception>
    public static JsonView Parse(string json) => Parse<JsonView>(json);

    /// <summary>Parses a JSON text into a typed view.</summary>
    /// <typeparam name="T">The type of the view.</typeparam>
    /// <param name="json">A JSON object.</param>
    /// <exception cref="FormatException">The text is not JSON, or <typeparamref name="T"/> has properties and the text is not an object.</exception>
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

    /// <summary>Returns the members whose values differ, at any depth.</summary>
    /// <remarks>
    /// Ignores the order of members, escapes, and the notation of numbers. Treats null and absent as equal, as the API does.
    /// The order of a list matters, and empty and absent differ.
    /// </remarks>
    /// <param name="left">An object.</param>
    /// <param name="right">Another object.</param>
    /// <exception cref="ArgumentException">One of the values is not an object.</exception>
    internal static IReadOnlyList<MemberDifference> Compare(JsonView left, JsonView right) =>
        JsonComparison.Compare(ToObject(left, nameof(left)), ToObject(right, nameof(right)));

    /// <summary>Returns an independent copy.</summary>
    /// <typeparam name="T">The type of the view.</typeparam>
    /// <param name="view">The original.</param>
    internal static T Copy<T>(T view)
        where T : JsonView, new() => (view ?? throw new ArgumentNullException(nameof(view))).CopyAs<T>();

    /// <summary>Returns a new object with the members of both. Members of the upper object win.</summary>
    internal static T Merge<T>(T upper, T lower)
        where T : JsonView, new()
    {
        var view = new T();
        view.Attach(JsonMerge.Merge(ToObject(upper, nameof(upper)), ToObject(lower, nameof(lower))));
        return view;
    }

    /// <summary>Returns a copy as another type of view.</summary>
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

    /// <summary>The object as JSON, including the members that were set.</summary>
    internal JsonElement ToElement() => ToObject(this, "this");

    /// <summary>Returns the object as the server last returned it, without the members that were set; null if it was not received.</summary>
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

    /// <summary>Stores the object that the server has after this object was sent.</summary>
    internal void SetStored(JsonView stored) => _stored = new ReceivedJson(ToObject(stored, nameof(stored)));

    /// <summary>Returns the members that only the server sets, such as IDs and times. Omit them from a new object.</summary>
    internal IReadOnlyList<string> GetServerManagedMembers() => Shape.ServerManaged;

    /// <summary>Checks that the known members of an object that a user wrote have the API's types and spelling, at any depth.</summary>
    /// <exception cref="FormatException">A member has the wrong type or spelling. The message names it, but never contains a value.</exception>
    internal void CheckInput() => InputCheck.Check(ToObject(this, "this"), GetType(), "");

    /// <summary>Gets the value of a member: a string, a Boolean, a number, a view, an array of these, or null.</summary>
    /// <param name="name">The name in the JSON, case-sensitive.</param>
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
    /// <param name="name">The name in the JSON, case-sensitive.</param>
    /// <param name="value">A string, a Boolean, a number, a view, a dictionary, a list of these, or null.</param>
    public void SetMember(string name, object? value) =>
        _overlay.Set(name ?? throw new ArgumentNullException(nameof(name)), value, _received);

    /// <summary>Removes a member.</summary>
    /// <param name="name">The name in the JSON, case-sensitive.</param>
    public void RemoveMember(string name) => _overlay.Remove(name ?? throw new ArgumentNullException(nameof(name)), _received);

    /// <summary>Gets the names of all members, in the order in which they are written.</summary>
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

    /// <summary>Returns the members that were received and then removed.</summary>
    internal IReadOnlyList<string> GetRemovedMembers() => _overlay.GetRemoved();

    /// <summary>Returns the JSON text, exactly as received if nothing was modified.</summary>
    public string ToJson() => _received is null || IsModified ? Encoding.UTF8.GetString(ToUtf8Json()) : _received.Element.GetRawText();

    /// <summary>Returns the type and identifier of the object, or the names of its members. Contains no other values.</summary>
    public override string ToString() =>
        Shape.Identity is { } name && GetMember(name) is { } identity ? GetType().Name + " " + PrintableText.Escape(identity.ToString())
        : IsObject ? PrintableText.Escape("{" + string.Join(", ", GetMemberNames()) + "}")
        : base.ToString();

    /// <summary>Returns the JSON text as UTF-8, to send.</summary>
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

    /// <summary>Returns the object's pooled memory, if any. Objects that were read from it stay valid; the object itself becomes empty.</summary>
    internal void Release()
    {
        _received?.Release();
        _received = null;
    }

    /// <summary>Whether this view was created from exactly this element.</summary>
    internal bool IsViewOf(JsonElement element) =>
        _received is { } received && string.Equals(received.Element.GetRawText(), element.GetRawText(), StringComparison.Ordinal);

    /// <summary>Returns this view if the JSON is an object; otherwise the plain value.</summary>
    internal object? ToValue() => _received is { IsObject: false } received ? JsonValues.ToValue(received.Element, null, received) : this;

    /// <summary>Whether a member was set after the object was read.</summary>
    internal bool WasSet(string name) => _overlay.TryGet(name, out var entry) && entry.Kind == MemberOverlay.EntryKind.Set;

    /// <summary>Finds the members without a property, and the members that contain such members; null for none.</summary>
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

    /// <summary>Gets the value of a member as received, even if it was set since.</summary>
    internal bool TryGetReceived(string name, out JsonElement element)
    {
        element = default;
        return _received is { } received && received.TryGetMember(name, out element);
    }
}
