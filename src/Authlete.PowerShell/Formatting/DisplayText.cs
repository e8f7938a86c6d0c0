using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using Authlete.ApiClient.Changes;
using Authlete.ApiClient.Encodings;
using Authlete.ApiClient.Json;

namespace Authlete.PowerShell.Formatting;

/// <summary>The values that views show. Control characters in text from a server are escaped, so they never reach the terminal.</summary>
public static class DisplayText
{
    // Formatting more members of an object without a type takes too long.
    private const int MaxMembers = 100;

    private const string TimeFormat = "yyyy-MM-dd HH:mm";

    private static readonly string[] s_keyMembers = ["kid", "kty", "crv", "use", "alg"];

    // Here, zero is a result.
    private const string Counted = "Count";

    // Longer names would leave too little of the line for the value.
    private const int MaxNameWidth = 32;

    // The engine shows the same number of items.
    private const int MaxItems = 4;

    /// <summary>A value for a view: text is escaped, other values stay the same.</summary>
    /// <param name="value">The value of a property.</param>
    public static object? Show(object? value)
    {
        SessionTypes.RegisterCopies();
        return Show(Unwrap(value), value);
    }

    /// <summary>A time for a view: local and without seconds.</summary>
    /// <param name="value">A time, a copy of one from a job or a file, or null.</param>
    public static object? ShowTime(object? value) =>
        FindTime(value) is { } time ? time.LocalDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture) : Show(value);

    /// <summary>Whether an object has a value that a list shows: not null, an empty string, an empty list, or zero, which the server returns for a missing value.</summary>
    /// <param name="item">An object, or a copy of one from a job or a file.</param>
    /// <param name="name">The name of a property.</param>
    public static bool HasValue(PSObject item, string name) =>
        Unwrap(item.Properties[name]?.Value) switch
        {
            null => false,
            string text => text.Length > 0,
            IEnumerable items => items.Cast<object?>().Any(),
            0 or 0L => name == Counted,
            _ => true,
        };

    /// <summary>An object as lines, one for each of its members that isn't a secret.</summary>
    /// <param name="item">An object, or a copy of one from a job or a file.</param>
    public static string[] ShowMembers(object? item)
    {
        SessionTypes.RegisterCopies();
        var shown = PSObject.AsPSObject(item ?? "");
        var names = FindNames(shown);
        var width = Math.Min(MaxNameWidth, names.Select(name => PrintableText.Escape(name).Length).DefaultIfEmpty().Max());
        return [.. names.SelectMany(name => ShowMember(PrintableText.Escape(name).PadRight(width) + " : ", FindValue(shown, name)))];
    }

    /// <summary>An object in a few words.</summary>
    /// <param name="item">An object, or a copy of one from a job or a file.</param>
    public static string Summarize(object? item) => PrintableText.Escape(item?.ToString() ?? "");

    /// <summary>A target of an import: its label and ID, and below that a line for each change and the message. For a new client, one line has the names of the settings.</summary>
    /// <param name="result">The result of an import, or a copy of one.</param>
    public static string ShowResult(PSObject result)
    {
        var changes = FindItems(result, "Properties").Select(PSObject.AsPSObject).ToList();
        var label = Text(result, "Label") is { Length: > 0 } text ? text : Text(result, "Kind");
        var id = Text(result, "Id") is { Length: > 0 } number ? " (" + number + ")" : "";
        string[] lines =
            Text(result, "Action") == "Create"
                ? [string.Join(", ", changes.Select(change => Text(change, "Name")))]
                :
                [
                    .. changes.SelectMany(change =>
                        ChangeLine.Of(Text(change, "Name"), change.Properties["Old"]?.Value, change.Properties["New"]?.Value)
                    ),
                ];
        string[] all = [label + id, .. lines, Text(result, "Message")];
        return string.Join(Environment.NewLine, all.Where(line => line.Length > 0).Select(line => PrintableText.Escape(line)));
    }

    /// <summary>The action of an import, with the number of targets in the plan that have the same action.</summary>
    /// <param name="result">The result of an import, or a copy of one.</param>
    public static string ShowAction(PSObject result) =>
        Text(result, "Action") + (result.BaseObject is ConfigurationImportResult { SameAction: > 0 and var count } ? $" ({count})" : "");

    private static IEnumerable<object> FindItems(PSObject item, string name) =>
        (PSObject.AsPSObject(item.Properties[name]?.Value ?? "").BaseObject as IEnumerable)?.Cast<object>() ?? [];

    private static string Text(PSObject item, string name) => item.Properties[name]?.Value?.ToString() ?? "";

    /// <summary>Whether a member can be shown as it is.</summary>
    internal static bool IsPrintable(JsonView view, string name) =>
        view.GetMember(name) is var value
        && IsPrintable(value)
        && (!IsMessage(name) || view.FormatMessage is not { } format || format(value as string) == value as string);

    internal static bool IsPrintable(object? value) =>
        value switch
        {
            string text => ReferenceEquals(PrintableText.Escape(text), text),
            IEnumerable items => items.Cast<object?>().All(IsPrintable),
            // The engine shows the name or ID of a nested object.
            JsonView view => view.GetMemberNames().All(name => IsPrintable(name) && IsPrintable(view.GetMember(name))),
            PSObject wrapped => IsPrintable(wrapped.BaseObject),
            _ => true,
        };

    private static object? Show(object? value, object? wrapped) =>
        value switch
        {
            string text => PrintableText.Escape(text),
            IEnumerable items => items.Cast<object?>().Select(item => Show(item)).ToArray(),
            JsonView or PSObject or Uri => PrintableText.Escape(wrapped!.ToString()),
            _ => value,
        };

    private static List<string> FindNames(PSObject item)
    {
        if (FindType(item) is { } type && DefaultNames.Of(type) is { Length: > 0 } names)
        {
            return [.. names];
        }

        var members = item.BaseObject is JsonView view ? view.GetMemberNames() : item.Properties.Select(property => property.Name);
        return [.. members.Where(name => !SecretNames.Contains(name)).Take(MaxMembers).DefaultIfEmpty(DefaultNames.None)];
    }

    /// <summary>The type of an object, or the original type of a copy.</summary>
    private static Type? FindType(PSObject item) =>
        item.BaseObject is JsonView view
            ? view.GetType()
            : typeof(JsonView).Assembly.GetType(item.TypeNames.FirstOrDefault()?.Replace("Deserialized.", "") ?? "");

    private static object? FindValue(PSObject item, string name) =>
        item.BaseObject is JsonView view && IsMessage(name) && view.FormatMessage is { } format
            ? format(view.GetMember(name) as string)
            : item.Properties[name]?.Value ?? (item.BaseObject as JsonView)?.GetMember(name);

    private static bool IsMessage(string name) => name == "resultMessage";

    /// <summary>A member as a line. A JWK Set has a line for each key, with the public members that distinguish keys (RFC 7517 section 4).</summary>
    private static IEnumerable<string> ShowMember(string start, object? value) =>
        value is IEnumerable items and not string
        && items.Cast<object?>().Select(FindKey).ToList() is { Count: > 0 } keys
        && keys.All(key => key is not null)
            ? keys.Take(MaxMembers).Select((key, index) => (index == 0 ? start : new string(' ', start.Length)) + key)
            : [start + ToText(value)];

    private static string? FindKey(object? item)
    {
        var key = PSObject.AsPSObject(item ?? "");
        return FindValue(key, "kty") is null
            ? null
            : string.Join(
                ", ",
                s_keyMembers
                    .Select(name => (Name: name, Value: FindValue(key, name)))
                    .Where(member => member.Value is not null)
                    .Select(member => member.Name + " " + ToText(member.Value))
            );
    }

    private static string ToText(object? value) =>
        Unwrap(value) switch
        {
            null => "",
            JsonView view when view.GetType() == typeof(JsonView) => ToText(view.GetMemberNames().ToArray()),
            IEnumerable items and not string => "{"
                + string.Join(", ", items.Cast<object?>().Take(MaxItems + 1).Select((item, index) => index < MaxItems ? ToText(item) : "…"))
                + "}",
            _ => LanguagePrimitives.ConvertTo<string>(Show(value)),
        };

    /// <summary>A time. A copy from a file is an object with the parts of the time, a copy from a job its text.</summary>
    private static DateTimeOffset? FindTime(object? value) =>
        Unwrap(value) switch
        {
            DateTimeOffset time => time,
            DateTime time => time.ToUniversalTime(),
            string
            or PSObject
                when DateTimeOffset.TryParse(
                    value!.ToString(),
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.AssumeUniversal,
                    out var time
                ) => time,
            _ => null,
        };

    private static object? Unwrap(object? value) =>
        value is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : value;
}
