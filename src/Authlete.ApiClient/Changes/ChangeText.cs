using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Authlete.ApiClient.Json;

namespace Authlete.ApiClient.Changes;

/// <summary>
/// Describes a change: each property with its old and new value; for a list, the items removed and added.
/// Shows values of known properties only, and masks those whose names look like a secret's.
/// </summary>
internal sealed class ChangeText
{
    private const int MaxItems = 10;

    private readonly StringBuilder _text;

    private ChangeText(string title) => _text = new StringBuilder(title).Append(':');

    /// <param name="title">The heading of the text.</param>
    /// <param name="type">The type of the object.</param>
    /// <param name="changes">The members that change.</param>
    public static string Of(string title, Type type, IEnumerable<MemberDifference> changes)
    {
        var text = new ChangeText(title);
        foreach (var change in changes)
        {
            text.Add(change.Name, type, change);
        }

        return text._text.ToString();
    }

    private void Add(string path, Type? owner, MemberDifference change)
    {
        var property = ShownValues.PropertyOf(owner, change.Name);
        if (ShownValues.IsHidden(owner, property, change.Name))
        {
            Line(path, change.Left is null ? "(none)" : ShownValues.Mask, change.Right is null ? "(none)" : ShownValues.Mask);
            return;
        }

        if (property!.PropertyType == typeof(DateTimeOffset?))
        {
            Line(path, ShownValues.ShowTime(owner!, property, change.Left), ShownValues.ShowTime(owner!, property, change.Right));
            return;
        }

        var type = ShownValues.ViewOf(property);
        switch (Parse(change.Left), Parse(change.Right))
        {
            case (JsonView left, JsonView right)
                when SettingsComparison.Compare(Typed(left, type), Typed(right, type)) is { Count: > 0 } below:
                foreach (var difference in below)
                {
                    Add(path + "." + difference.Name, type, difference);
                }

                break;
            case (object?[] left, object?[] right)
                when DiffLists(left, right, type) is var (removed, added) && removed.Count + added.Count > 0:
                Items(path + ": - ", removed, type);
                Items(path + ": + ", added, type);
                break;
            case var (left, right):
                var (before, after) = (Show(left, type), Show(right, type));
                Line(path, ShownValues.Cut(before, after), ShownValues.Cut(after, before));
                break;
        }
    }

    private void Line(string path, string left, string right) =>
        _text.Append(Environment.NewLine).Append("  ").Append(path).Append(": ").Append(left).Append(" -> ").Append(right);

    private void Items(string start, List<object?> items, Type? type)
    {
        foreach (var item in items.Take(MaxItems))
        {
            _text.Append(Environment.NewLine).Append("  ").Append(start).Append(Show(item, type));
        }

        if (items.Count > MaxItems)
        {
            _text.Append(Environment.NewLine).Append("  ").Append(start).Append("and ").Append(items.Count - MaxItems).Append(" more");
        }
    }

    private static JsonView Typed(JsonView view, Type? type) =>
        type is null ? view : view.CopyInto((JsonView)Activator.CreateInstance(type)!);

    /// <summary>The value, or the JSON object that it contains as a string.</summary>
    private static object? Parse(string? json)
    {
        if (json is null)
        {
            return Absent.Value;
        }

        var value = PlainJson.Deserialize(json);
        return value is string text && PlainJson.ParseEmbeddedObject(text) is { } embedded ? embedded : value;
    }

    /// <summary>The items that only the left list has, and those that only the right list has.</summary>
    private static (List<object?> Removed, List<object?> Added) DiffLists(object?[] left, object?[] right, Type? type)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var texts = right.Select(Meaning).ToList();
        texts.ForEach(text => counts[text] = counts.TryGetValue(text, out var count) ? count + 1 : 1);
        var removed = left.Where(item => !Take(Meaning(item))).ToList();
        var added = new List<object?>();
        for (var i = right.Length - 1; i >= 0; i--)
        {
            if (Take(texts[i]))
            {
                added.Insert(0, right[i]);
            }
        }

        return (removed, added);

        string Meaning(object? item) => SettingsMeaning.OfItem(JsonWriting.ToElement(item), type is null ? null : JsonShape.Of(type));

        bool Take(string text) => counts.TryGetValue(text, out var count) && (counts[text] = count - 1) >= 0;
    }

    private static string Show(object? value, Type? type) =>
        ReferenceEquals(value, Absent.Value) ? "(none)" : PlainJson.Serialize(ShownValues.MaskSecrets(value, type));

    private static class Absent
    {
        public static object Value { get; } = new();
    }
}
