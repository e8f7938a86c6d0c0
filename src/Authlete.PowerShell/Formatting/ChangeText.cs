using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Authlete.ApiClient.Models;
using Authlete.PowerShell.Binding;

namespace Authlete.PowerShell.Formatting;

/// <summary>What a change would do, property by property with the old and the new value, of a list what comes and goes; secrets masked.</summary>
internal sealed class ChangeText
{
    private const int MaxLength = 160;
    private const int BeforeDifference = 30;
    private const string Mask = "***";

    private readonly StringBuilder _text;

    private ChangeText(string title) => _text = new StringBuilder(title).Append(':');

    public static string Of(string title, IEnumerable<MemberDifference> changes)
    {
        var text = new ChangeText(title);
        foreach (var change in changes)
        {
            text.Add(change.Name, change);
        }

        return text._text.ToString();
    }

    private void Add(string path, MemberDifference change)
    {
        if (SecretNames.Contains(change.Name))
        {
            Line(path, change.Left is null ? "(absent)" : Mask, change.Right is null ? "(absent)" : Mask);
            return;
        }

        switch (Parse(change.Left), Parse(change.Right))
        {
            case (JsonView left, JsonView right):
                foreach (var below in JsonView.Compare(left, right))
                {
                    Add(path + "." + below.Name, below);
                }

                break;
            case (object?[] left, object?[] right) when Exchanged(left, right) is var (gone, come) && gone.Count + come.Count > 0:
                gone.ForEach(item => _text.Append(Environment.NewLine).Append("  ").Append(path).Append(": - ").Append(Show(item)));
                come.ForEach(item => _text.Append(Environment.NewLine).Append("  ").Append(path).Append(": + ").Append(Show(item)));
                break;
            case var (left, right):
                var (before, after) = (Show(left), Show(right));
                Line(path, Cut(before, after), Cut(after, before));
                break;
        }
    }

    private void Line(string path, string left, string right) =>
        _text.Append(Environment.NewLine).Append("  ").Append(path).Append(": ").Append(left).Append(" -> ").Append(right);

    /// <summary>The value; a text that holds a JSON object is that object.</summary>
    private static object? Parse(string? json)
    {
        if (json is null)
        {
            return Absent.Value;
        }

        var value = JsonView.Parse("{\"v\":" + json + "}").GetMember("v");
        if (value is not string text || !text.TrimStart().StartsWith("{", StringComparison.Ordinal))
        {
            return value;
        }

        try
        {
            return JsonView.Parse(text);
        }
        catch (FormatException)
        {
            return value;
        }
    }

    /// <summary>The elements that only the one list has, and those that only the other has.</summary>
    private static (List<object?> Gone, List<object?> Come) Exchanged(object?[] left, object?[] right)
    {
        var gone = left.ToList();
        var come = new List<object?>();
        foreach (var item in right)
        {
            var index = gone.FindIndex(candidate => string.Equals(PlainValues.Serialize(candidate), PlainValues.Serialize(item), StringComparison.Ordinal));
            if (index >= 0)
            {
                gone.RemoveAt(index);
            }
            else
            {
                come.Add(item);
            }
        }

        return (gone, come);
    }

    private static string Show(object? value)
    {
        if (ReferenceEquals(value, Absent.Value))
        {
            return "(absent)";
        }

        MaskBelow(value);
        return PlainValues.Serialize(value);
    }

    // The values are copies, made for this text.
    private static void MaskBelow(object? value)
    {
        switch (value)
        {
            case JsonView view:
                var isSecretPair = view.GetMember("key") is string key && SecretNames.Contains(key);
                foreach (var name in view.GetMemberNames().ToList())
                {
                    if (SecretNames.Contains(name) || (isSecretPair && name == "value"))
                    {
                        view.SetMember(name, Mask);
                    }
                    else
                    {
                        MaskBelow(view.GetMember(name));
                    }
                }

                break;
            case object?[] items:
                Array.ForEach(items, MaskBelow);
                break;
            default:
                break;
        }
    }

    /// <summary>A long text from just before where it differs from the other.</summary>
    private static string Cut(string text, string other)
    {
        if (text.Length <= MaxLength)
        {
            return text;
        }

        var same = 0;
        while (same < text.Length && same < other.Length && text[same] == other[same])
        {
            same++;
        }

        var start = same < MaxLength - BeforeDifference ? 0 : same - BeforeDifference;
        var end = Math.Min(text.Length, start + MaxLength);
        return (start > 0 ? "…" : "") + text.Substring(start, end - start) + (end < text.Length ? "…" : "");
    }

    private static class Absent
    {
        public static object Value { get; } = new();
    }
}
