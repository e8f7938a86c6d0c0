using System;
using System.Collections.Generic;
using Authlete.ApiClient.Json;
using Authlete.ApiClient.Models;
using Authlete.Configuration.Json;

namespace Authlete.Configuration.Fields;

/// <summary>A service or a client, from a file or from the server, as far as it is configuration.</summary>
/// <param name="Type">The type: <see cref="Service"/> or <see cref="Client"/>.</param>
/// <param name="Settings">The settings.</param>
/// <param name="Secrets">The secrets that are known.</param>
internal sealed record ConfigurationObject(Type Type, JsonMembers Settings, JsonMembers Secrets)
{
    /// <summary>The label of a client.</summary>
    public string? Label { get; init; }

    /// <summary>The client id, or the API key of a service; null if there is none yet.</summary>
    public long? Id { get; init; }

    /// <summary>Whether a client was made by dynamic registration or by federation.</summary>
    public bool IsRegistered { get; init; }

    /// <summary>The paths of settings whose values come from a vault: they are not shown.</summary>
    public IReadOnlyCollection<string> FromVault { get; init; } = [];

    /// <summary>Whether a client is locked; null if nobody says so.</summary>
    public bool? IsLocked { get; init; }

    /// <summary>The object as the server sent it; null if it is from a file.</summary>
    public JsonView? View { get; init; }

    /// <summary>The members without a property.</summary>
    public IReadOnlyCollection<string> UnknownMembers { get; init; } = [];

    /// <summary>The values that are in no set.</summary>
    public IReadOnlyCollection<UnknownValue> UnknownValues { get; init; } = [];

    public string? Name => Settings.Find("clientName") as string;

    public string? Alias => Settings.Find(FieldKinds.ClientIdAlias) is string { Length: > 0 } alias ? alias : null;

    /// <summary>The secret of a client; null if it isn't known.</summary>
    public string? ClientSecret => Secrets.Find(FieldKinds.ClientSecret) as string;

    /// <summary>A service or client as the server sent it.</summary>
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
            UnknownMembers = [.. UnknownPaths.Find(view)],
            UnknownValues = EnumeratedMembers.Normalize(JsonView.Copy(view)),
        };
    }

    /// <summary>Whether it is a client that was made by dynamic registration or by federation.</summary>
    public static bool IsRegisteredByItself(JsonView view) =>
        view is Client client
        && (client.DynamicallyRegistered is true || client.AutomaticallyRegistered is true || client.ExplicitlyRegistered is true);
}
