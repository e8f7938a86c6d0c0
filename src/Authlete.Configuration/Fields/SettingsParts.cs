using System;
using System.Collections.Generic;
using Authlete.ApiClient.Json;
using Authlete.Configuration.Json;

namespace Authlete.Configuration.Fields;

/// <summary>A service or client, divided into settings and secrets. Members that aren't configuration are in neither part.</summary>
internal sealed class SettingsParts
{
    private readonly string? _apiKey;
    private readonly List<string> _withheld = [];
    private readonly List<string> _serverSet = [];

    private readonly bool _keepsNull;

    private SettingsParts(JsonMembers source, JsonShape shape, string? apiKey, bool keepsNull)
    {
        (_apiKey, _keepsNull) = (apiKey, keepsNull);
        Settings = Divide(source, shape, "", Secrets);
    }

    /// <summary>The settings. Lists whose order doesn't matter are sorted, and strings that contain JSON are parsed.</summary>
    public JsonMembers Settings { get; }

    /// <summary>The secrets, at the same paths as in the object.</summary>
    public JsonMembers Secrets { get; } = [];

    /// <summary>The paths of unknown members that are in neither part because their names look like a secret's.</summary>
    public IReadOnlyList<string> Withheld => _withheld;

    /// <summary>The members that only the server sets.</summary>
    public IReadOnlyList<string> ServerSet => _serverSet;

    /// <summary>Divides the content of a file, in which null differs from absent.</summary>
    /// <param name="file">The content of the file, with placeholders resolved.</param>
    /// <param name="shape">The shape of the object.</param>
    /// <param name="apiKey">The API key of the service.</param>
    public static SettingsParts Divide(JsonMembers file, JsonShape shape, string? apiKey) => new(file, shape, apiKey, keepsNull: true);

    /// <param name="view">A service or client that the server sent.</param>
    /// <param name="apiKey">The API key of the service.</param>
    public static SettingsParts Divide(JsonView view, string? apiKey) =>
        new((JsonMembers)JsonTree.Read(view.ToElement())!, view.Shape, apiKey, keepsNull: false);

    private JsonMembers Divide(JsonMembers source, JsonShape shape, string path, JsonMembers secrets)
    {
        var settings = new JsonMembers();
        foreach (var member in source)
        {
            var (name, value) = (member.Key, member.Value);
            var place = path + name;
            switch (FieldKinds.Of(shape, name))
            {
                case var _ when value is null && !_keepsNull && shape != JsonShape.Untyped:
                    break;
                case FieldKind.ServerSet:
                    _serverSet.Add(place);
                    break;
                case FieldKind.Secret:
                case FieldKind.KeySet:
                    secrets[name] = Unfold(value, shape.TraitsOf(name));
                    break;
                case FieldKind.Suspect when FieldKinds.CanBeSecret(value):
                    _withheld.Add(place);
                    break;
                case var _ when !IsAssigned(value, shape.TraitsOf(name)):
                    var before = _withheld.Count;
                    var divided = DivideValue(value, shape, name, place, secrets);
                    if (_withheld.Count == before || divided is not (JsonMembers { Count: 0 } or List<object?> { Count: 0 }))
                    {
                        settings[name] = divided;
                    }

                    break;
            }
        }

        return settings;
    }

    private object? DivideValue(object? value, JsonShape shape, string name, string place, JsonMembers secrets)
    {
        var traits = shape.TraitsOf(name);
        switch (Unfold(value, traits))
        {
            case JsonMembers part:
                var nestedSecrets = new JsonMembers();
                var settings = Divide(part, shape.Nested(name) ?? JsonShape.Untyped, place + ".", nestedSecrets);
                if (nestedSecrets.Count > 0)
                {
                    secrets[name] = nestedSecrets;
                }

                return settings;
            case List<object?> items:
                return DivideItems(items, shape.Nested(name) ?? JsonShape.Untyped, traits, name, place, secrets);
            case var plain:
                return plain;
        }
    }

    private List<object?> DivideItems(
        List<object?> items,
        JsonShape shape,
        MemberTraits traits,
        string name,
        string place,
        JsonMembers secrets
    )
    {
        var divided = new List<object?>();
        var secretItems = new List<object?>();
        foreach (var item in items)
        {
            if (item is JsonMembers part)
            {
                if (FieldKinds.IsWithheldPair(part))
                {
                    _withheld.Add($"{place}[{part.Find("key")}]");
                    continue;
                }

                var nestedSecrets = new JsonMembers();
                divided.Add(Divide(part, shape, place + ".", nestedSecrets));
                if (nestedSecrets.Count > 0 && traits.Key is { } key)
                {
                    nestedSecrets[key] = part.Find(key);
                    secretItems.Add(nestedSecrets);
                }
            }
            else
            {
                divided.Add(item is List<object?> list ? DivideItems(list, shape, new MemberTraits(), name, place, secrets) : item);
            }
        }

        if (secretItems.Count > 0)
        {
            secrets[name] = ListSorting.Sort(secretItems, traits);
        }

        return ListSorting.Sort(divided, traits);
    }

    private bool IsAssigned(object? value, MemberTraits traits) =>
        traits.Assigned is { } assigned
        && value is string text
        && string.Equals(text, assigned.Replace("{apiKey}", _apiKey ?? ""), StringComparison.Ordinal);

    private static object? Unfold(object? value, MemberTraits traits) =>
        traits.HoldsJson && value is string text ? EmbeddedJson.Read(text) ?? value : value;
}
