using System;
using System.Globalization;
using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;
using Authlete.ApiClient.Json;

namespace Authlete.ApiClient.Changes;

/// <summary>Values as questions show them: what is or may be a secret is masked, and long texts are cut.</summary>
internal static class ShownValues
{
    public const string Mask = "***";

    private const int MaxLength = 160;
    private const int BeforeDifference = 30;

    private static readonly Regex s_userInfo = new("(?<=://)[^/@\\s]+(?=@)", RegexOptions.CultureInvariant);

    public static PropertyInfo? PropertyOf(Type? owner, string name) =>
        owner?.GetProperty(name, BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase);

    public static bool IsHidden(Type? owner, PropertyInfo? property, string name) =>
        property is null || SecretNames.Contains(name) || JsonShape.Of(owner!).TraitsOf(name).IsSecret;

    /// <summary>The type of the objects in a property; null for plain values and unknown properties.</summary>
    public static Type? ViewOf(PropertyInfo? property)
    {
        var type = property?.PropertyType is { IsArray: true } list ? list.GetElementType() : property?.PropertyType;
        return typeof(JsonView).IsAssignableFrom(type) ? type : null;
    }

    /// <summary>A time as the property gives it, because the property knows the unit of the number.</summary>
    public static string ShowTime(Type owner, PropertyInfo property, string? json)
    {
        var view = JsonView
            .Parse("{\"" + MemberNames.ToJson(property.Name) + "\":" + (json ?? "null") + "}")
            .CopyInto((JsonView)Activator.CreateInstance(owner)!);
        return property.GetValue(view) is DateTimeOffset time
            ? time.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture)
            : "(none)";
    }

    // The values are copies, made for this text.
    public static object? Masked(object? value, Type? type)
    {
        switch (value)
        {
            case JsonView view:
                var isSecretPair = view.GetMember("hidden") is true || (view.GetMember("key") is string key && SecretNames.Contains(key));
                foreach (var name in view.GetMemberNames().ToList())
                {
                    var property = PropertyOf(type, name);
                    view.SetMember(
                        name,
                        IsHidden(type, property, name) || (isSecretPair && name == "value")
                            ? Mask
                            : Masked(view.GetMember(name), ViewOf(property))
                    );
                }

                return view;
            case object?[] items:
                return items.Select(item => Masked(item, type)).ToArray();
            case string text:
                return PlainJson.ParseEmbeddedObject(text) is { } embedded
                    ? PlainJson.Serialize(Masked(embedded, null))
                    : s_userInfo.Replace(text, Mask);
            default:
                return value;
        }
    }

    /// <summary>Shortens a long text: it begins just before the first difference from the other.</summary>
    public static string Cut(string text, string other)
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
}
