using System;
using System.Globalization;
using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;
using Authlete.ApiClient.Json;

namespace Authlete.ApiClient.Changes;

/// <summary>Formats values for prompts: masks known and likely secrets, and shortens long texts.</summary>
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

    /// <summary>The type of the objects in a property; null for scalar values and unknown properties.</summary>
    public static Type? ViewOf(PropertyInfo? property)
    {
        var type = property?.PropertyType is { IsArray: true } list ? list.GetElementType() : property?.PropertyType;
        return typeof(JsonView).IsAssignableFrom(type) ? type : null;
    }

    /// <summary>Formats a time as the property returns it. Only the property knows the unit of the number.</summary>
    public static string ShowTime(Type owner, PropertyInfo property, string? json)
    {
        var view = JsonView
            .Parse("{\"" + MemberNames.ToJson(property.Name) + "\":" + (json ?? "null") + "}")
            .CopyInto((JsonView)Activator.CreateInstance(owner)!);
        return property.GetValue(view) is DateTimeOffset time
            ? time.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture)
            : "(none)";
    }

    // The value is a copy made for this text, so it can be modified in place.
    public static object? MaskSecrets(object? value, Type? type)
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
                            : MaskSecrets(view.GetMember(name), ViewOf(property))
                    );
                }

                return view;
            case object?[] items:
                return items.Select(item => MaskSecrets(item, type)).ToArray();
            case string text:
                return PlainJson.ParseEmbeddedObject(text) is { } embedded
                    ? PlainJson.Serialize(MaskSecrets(embedded, null))
                    : s_userInfo.Replace(text, Mask);
            default:
                return value;
        }
    }

    /// <summary>Shortens a long text to the part that starts just before its first difference from the other.</summary>
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
