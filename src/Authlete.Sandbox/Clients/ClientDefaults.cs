using System;
using System.Linq;
using System.Text.Json.Nodes;
using Authlete.Sandbox.Api;
using Authlete.Sandbox.State;

namespace Authlete.Sandbox.Clients;

/// <summary>Creates the configuration of a client from a request.</summary>
internal static class ClientDefaults
{
    public static JsonObject Complete(JsonObject sent, ServiceRecord service, int number, long id, long now)
    {
        var json = WithDefaults(sent, service);
        json["number"] = number;
        json["serviceNumber"] = service.Number;
        json["clientId"] = id;
        json["clientSecret"] = Secrets.NewClientSecret();
        json["dynamicallyRegistered"] = false;
        json["locked"] = false;
        json.SetTimes(now, now);
        return json;
    }

    /// <summary>Replaces the configuration, except for values that the server assigned.</summary>
    public static JsonObject Replace(JsonObject sent, JsonObject current, ServiceRecord service, long now)
    {
        var json = WithDefaults(sent, service);
        json.Keep(current, "number", "serviceNumber", "clientId", "clientSecret", "dynamicallyRegistered", "locked");
        json.SetTimes((long)current["createdAt"]!, now);
        return json;
    }

    /// <summary>The developer of a client in a request.</summary>
    public static string Developer(JsonObject sent, ServiceRecord service) =>
        (string?)sent["developer"] ?? $"authlete_{service.ApiKeyText}";

    private static JsonObject WithDefaults(JsonObject sent, ServiceRecord service)
    {
        var json = ServerAssigned.WithDefaults("Client", sent);
        json["extension"] = Extension(json["extension"] as JsonObject ?? [], service);
        json["customMetadata"] = CustomMetadata((string?)json["customMetadata"], service);
        json["developer"] = Developer(json, service);
        json.Default("clientType", "PUBLIC");
        json.Default("tokenAuthMethod", "NONE");
        json.Default("subjectType", "PUBLIC");
        json.Default("idTokenSignAlg", "RS256");
        json["derivedSectorIdentifier"] = SectorIdentifier(json);
        return json;
    }

    /// <summary>Only scopes of the service can be requestable.</summary>
    private static JsonObject Extension(JsonObject sent, ServiceRecord service)
    {
        var extension = ServerAssigned.WithDefaults("ClientExtension", sent);
        if (extension["requestableScopes"] is JsonArray names)
        {
            extension["requestableScopes"] = Json.Array(service.Known(names.Select(name => (string?)name ?? "")));
        }

        return extension;
    }

    /// <summary>The members whose names the service supports; null if there are none.</summary>
    private static string? CustomMetadata(string? sent, ServiceRecord service)
    {
        if (sent is null || !Json.TryParseObject(sent, out var members))
        {
            return null;
        }

        var supported = service.Document.Texts("supportedCustomClientMetadata");
        var dropped = members.Select(member => member.Key).Where(name => !supported.Contains(name)).ToList();
        if (dropped.Count == 0)
        {
            return sent;
        }

        foreach (var name in dropped)
        {
            members.Remove(name);
        }

        return members.Count > 0 ? Json.Write(members) : null;
    }

    /// <summary>The host of the sector identifier URI, or the host that all redirect URIs share.</summary>
    private static string? SectorIdentifier(JsonObject json)
    {
        if (json["sectorIdentifierUri"] is { } sector)
        {
            return Uri.TryCreate((string)sector!, UriKind.Absolute, out var uri) ? uri.Host : null;
        }

        var hosts = (json["redirectUris"] as JsonArray ?? [])
            .Select(item => Uri.TryCreate((string?)item, UriKind.Absolute, out var uri) ? uri.Host : "")
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .ToList();
        return hosts is [{ Length: > 0 } host] ? host : null;
    }
}
