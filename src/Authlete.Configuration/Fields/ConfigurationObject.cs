using System;
using System.Collections.Generic;
using System.Linq;
using Authlete.ApiClient.Json;
using Authlete.ApiClient.Models;
using Authlete.Configuration.Json;

namespace Authlete.Configuration.Fields;

/// <summary>The configuration of a service or client, from a file or from the server.</summary>
/// <param name="Type">The type: <see cref="Service"/> or <see cref="Client"/>.</param>
/// <param name="Secrets">The known secrets.</param>
internal sealed record ConfigurationObject(Type Type, JsonMembers Secrets)
{
    private readonly JsonMembers? _settings;
    private readonly byte[]? _packed;

    public ConfigurationObject(Type type, JsonMembers settings, JsonMembers secrets)
        : this(type, secrets)
    {
        Settings = settings;
        Name = settings.Find("clientName") as string;
        Alias = settings.Find(FieldKinds.ClientIdAlias) is string { Length: > 0 } alias ? alias : null;
    }

    /// <summary>The settings.</summary>
    public JsonMembers Settings
    {
        get => _settings ?? (JsonMembers)JsonTree.Read(JsonReader.Read(_packed!))!;
        init => (_settings, _packed) = (value, null);
    }

    /// <summary>The label of a client.</summary>
    public string? Label { get; init; }

    /// <summary>The client ID, or the API key of a service; null if there is none yet.</summary>
    public long? Id { get; init; }

    /// <summary>Whether dynamic registration or federation created the client.</summary>
    public bool IsRegistered { get; init; }

    /// <summary>The paths of settings whose values come from secrets and must not be shown.</summary>
    public IReadOnlyCollection<string> SecretPaths { get; init; } = [];

    /// <summary>Whether a client is locked; null if the file doesn't specify it.</summary>
    public bool? IsLocked { get; init; }

    /// <summary>The object that the server sent; null if the configuration is from a file.</summary>
    public JsonView? View { get; init; }

    public string? Name { get; }

    public string? Alias { get; }

    /// <summary>The secret of a client; null if it isn't known.</summary>
    public string? ClientSecret => Secrets.Find(FieldKinds.ClientSecret) as string;

    /// <summary>Creates the configuration of an object that the server sent.</summary>
    public static ConfigurationObject FromServer<T>(T view, string? apiKey)
        where T : JsonView, new()
    {
        var parts = SettingsParts.Divide(view, apiKey);
        return new ConfigurationObject(typeof(T), parts.Settings, parts.Secrets)
        {
            Id = view is Client client ? client.ClientId : (view as Service)?.ApiKey,
            IsRegistered = IsRegisteredByItself(view),
            IsLocked = (view as Client)?.Locked,
            View = view,
        };
    }

    /// <summary>Returns an equal object that takes less memory until its settings are read. Most of a service's clients aren't read again.</summary>
    public ConfigurationObject Pack() => new(this, StableJson.WriteBytes(Settings), Secrets);

    /// <summary>Returns an equal object that shares settings with a file's; null if its settings or secrets differ from the file's.</summary>
    /// <param name="file">The configuration in the file.</param>
    public ConfigurationObject? PackAs(ConfigurationObject file) =>
        file._packed is { } packed && StableJson.WriteBytes(Settings).AsSpan().SequenceEqual(packed) && HasSecretsOf(file)
            ? new ConfigurationObject(this, packed, file.Secrets) { View = null }
            : null;

    /// <summary>Whether two objects are known to have the same settings.</summary>
    public bool SharesSettings(ConfigurationObject other) =>
        ReferenceEquals(_settings ?? (object?)_packed, other._settings ?? (object?)other._packed);

    private ConfigurationObject(ConfigurationObject original, byte[] packed, JsonMembers secrets)
        : this(original)
    {
        (_settings, _packed) = (null, packed);
        Secrets = secrets;
    }

    private bool HasSecretsOf(ConfigurationObject file) =>
        file.Secrets.All(secret =>
            string.Equals(
                StableJson.WriteCompact(secret.Value),
                StableJson.WriteCompact(Secrets.Find(secret.Key)),
                StringComparison.Ordinal
            )
        );

    /// <summary>Whether dynamic registration or federation created the client.</summary>
    public static bool IsRegisteredByItself(JsonView view) =>
        view is Client client
        && (client.DynamicallyRegistered is true || client.AutomaticallyRegistered is true || client.ExplicitlyRegistered is true);
}
