using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Authlete.ApiClient.Changes;
using Authlete.ApiClient.Json;
using Authlete.Configuration.Json;

namespace Authlete.Configuration.Placeholders;

/// <summary>Replaces placeholders with values. If a text consists of one placeholder, the value is converted to the type of the member.</summary>
internal sealed class PlaceholderResolution(PlaceholderValues values)
{
    private readonly List<UnresolvedText> _unresolved = [];
    private readonly HashSet<string> _secretPaths = new(StringComparer.Ordinal);

    /// <summary>The texts whose placeholders have no value. The result contains them as <see cref="UnresolvedText"/>.</summary>
    public IReadOnlyList<UnresolvedText> Unresolved => _unresolved;

    /// <summary>The paths of texts that contain the value of a secret.</summary>
    public IReadOnlyCollection<string> SecretPaths => _secretPaths;

    /// <param name="file">The content of a file.</param>
    /// <param name="type">The type of the object; null if it has none.</param>
    public JsonMembers Resolve(JsonMembers file, Type? type) => Placeholder.MayBeIn(file) ? Resolve(file, type, "") : file;

    private JsonMembers Resolve(JsonMembers file, Type? owner, string path)
    {
        var resolved = new JsonMembers();
        foreach (var member in file)
        {
            var property = ShownValues.PropertyOf(owner, member.Key);
            var holdsJson = owner is not null && JsonShape.Of(owner).TraitsOf(member.Key).HoldsJson;
            resolved[member.Key] = ResolveValue(
                member.Value,
                property?.PropertyType,
                ShownValues.ViewOf(property),
                holdsJson,
                path + member.Key
            );
        }

        return resolved;
    }

    private object? ResolveValue(object? value, Type? type, Type? view, bool holdsJson, string path) =>
        value switch
        {
            JsonMembers members => Resolve(members, view, path + "."),
            List<object?> items => items.Select(item => ResolveValue(item, type?.GetElementType(), view, false, path)).ToList(),
            string text => ResolveText(text, type, holdsJson, path),
            _ => value,
        };

    private object? ResolveText(string text, Type? type, bool holdsJson, string path)
    {
        var found = Placeholder
            .Split(text)
            .Select(part => (part.Placeholder, Value: part.Placeholder is null ? part.Literal : values.Find(part.Placeholder)))
            .ToList();
        if (found.Any(part => part.Placeholder?.IsSecret == true))
        {
            _secretPaths.Add(path);
        }

        if (found.Any(part => part.Value is null))
        {
            var unresolved = new UnresolvedText(path, [.. found.Where(part => part.Value is null).Select(part => part.Placeholder!)]);
            _unresolved.Add(unresolved);
            return unresolved;
        }

        return found.Count == 1 && found[0].Placeholder is not null
            ? ConvertTo(found[0].Value!, type, holdsJson)
            : string.Concat(found.Select(part => ToText(part.Value!)));
    }

    private static object? ConvertTo(object value, Type? type, bool holdsJson)
    {
        var plain = type is null ? null : Nullable.GetUnderlyingType(type) ?? type;
        var tree = value is string text ? text : JsonTree.Read(JsonReader.Read(PlainJson.Serialize(value)));
        return (plain, tree) switch
        {
            ({ IsArray: true }, string list) when JsonReader.StartsWith(list, '[') => ParseJson(list),
            (_, string json) when holdsJson && JsonReader.StartsWith(json, '{') => ParseJson(json),
            ({ IsValueType: true }, string flag) when plain == typeof(bool) => bool.TryParse(flag, out var parsed) ? parsed : flag,
            ({ IsValueType: true }, string number) => long.TryParse(
                number,
                NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture,
                out var parsed
            )
                ? new JsonNumber(parsed.ToString(CultureInfo.InvariantCulture))
                : number,
            (_, bool or JsonNumber) when plain == typeof(string) => ToText(value),
            _ => tree,
        };
    }

    private static object? ParseJson(string json)
    {
        try
        {
            return JsonTree.Read(JsonReader.Read(json));
        }
        catch (FormatException)
        {
            return json;
        }
    }

    private static string ToText(object value) =>
        value switch
        {
            bool flag => flag ? "true" : "false",
            IEnumerable and not string => PlainJson.Serialize(value),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
        };
}
