using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using Authlete.Sandbox.Authorization;
using Authlete.Sandbox.Protocol;
using Authlete.Sandbox.Services;
using Authlete.Sandbox.State;

namespace Authlete.Sandbox.Registration;

/// <summary>Turns client metadata (RFC 7591, section 2) into the fields of a client, and back.</summary>
internal static class ClientMetadata
{
    /// <summary>The fields that the metadata sets. Unknown members are ignored.</summary>
    public static JsonObject ToFields(ServiceRecord service, JsonObject metadata)
    {
        var fields = new JsonObject();
        foreach (var member in MetadataMember.All)
        {
            if (metadata[member.Name] is { } value)
            {
                fields[member.Field] = ToField(member, value);
            }

            if (member.LocalizedField is { } localized && ToTaggedValues(member, metadata) is { Count: > 0 } tagged)
            {
                fields[localized] = tagged;
            }
        }

        fields["tokenAuthMethod"] ??= "CLIENT_SECRET_BASIC";
        fields["clientType"] = (string)fields["tokenAuthMethod"]! == "NONE" ? "PUBLIC" : "CONFIDENTIAL";
        var custom = Custom(service, metadata);
        if (custom.Count > 0)
        {
            fields["customMetadata"] = Json.Write(custom);
        }

        return fields;
    }

    /// <summary>The metadata of a client, without false and missing members that clients don't need.</summary>
    public static JsonObject Of(ClientRecord client)
    {
        var document = client.Document;
        var metadata = new JsonObject();
        foreach (var member in MetadataMember.All)
        {
            if (document.Node(member.Field) is { } value)
            {
                metadata[member.Name] = ToMember(member, value);
            }

            foreach (var tagged in member.LocalizedField is { } field ? document.Objects(field) : [])
            {
                metadata[$"{member.Name}#{tagged.Text("tag")}"] = tagged.Text("value");
            }
        }

        var extension = document.Object("extension");
        if (extension?.Flag("requestableScopesEnabled") == true)
        {
            metadata["scope"] = string.Join(' ', extension.Texts("requestableScopes"));
        }

        if (document.Text("customMetadata") is { } custom && Json.TryParseObject(custom, out var members))
        {
            foreach (var (name, value) in members.Where(entry => !metadata.ContainsKey(entry.Key)))
            {
                metadata[name] = value?.DeepClone();
            }
        }

        return metadata;
    }

    private static JsonObject Custom(ServiceRecord service, JsonObject metadata) =>
        new(
            service
                .Document.Texts("supportedCustomClientMetadata")
                .Where(name => metadata[name] is not null && !MetadataMember.IsReserved(name))
                .Select(name => KeyValuePair.Create(name, metadata[name]?.DeepClone()))
        );

    private static JsonArray ToTaggedValues(MetadataMember member, JsonObject metadata) =>
        new([
            .. metadata
                .Where(entry => member.IsLocalized(entry.Key))
                .Select(entry => new JsonObject
                {
                    ["tag"] = entry.Key[(member.Name.Length + 1)..],
                    ["value"] = ReadText(member with { Name = entry.Key }, entry.Value),
                }),
        ]);

    private static JsonNode ToField(MetadataMember member, JsonNode value) =>
        member.Kind switch
        {
            MetadataKind.Integer => value.GetValueKind() == JsonValueKind.Number && value.AsValue().TryGetValue<int>(out var number)
                ? (long)number
                : throw Refused("A204309", member, "an integer"),
            MetadataKind.Boolean => value.GetValueKind() is JsonValueKind.True or JsonValueKind.False
                ? (bool)value
                : throw Refused("A204310", member, "a Boolean"),
            MetadataKind.Texts or MetadataKind.Uris => Json.Array(ReadTexts(member, value)),
            MetadataKind.GrantTypes => Json.Array(ReadTexts(member, value).Select(GrantTypeNames.ToApi)),
            MetadataKind.ResponseTypes => Json.Array(
                ReadTexts(member, value).Select(text => ResponseType.TryParse(text, out var type) ? type.ApiName : text)
            ),
            MetadataKind.JwkSet => value is JsonObject set ? Json.Write(set) : throw Refused("A204311", member, "a JSON object"),
            MetadataKind.Name => ReadText(member, value).ToUpperInvariant(),
            MetadataKind.Algorithm => AlgorithmNames.ToApi(ReadText(member, value)),
            _ => ReadText(member, value),
        };

    private static JsonNode ToMember(MetadataMember member, JsonNode value) =>
        member.Kind switch
        {
            MetadataKind.Name => ((string)value!).ToLowerInvariant(),
            MetadataKind.Algorithm => AlgorithmNames.FromApi((string)value!),
            MetadataKind.GrantTypes => Json.Array(value.AsArray().Select(item => DiscoveryDocument.GrantType((string)item!))),
            MetadataKind.ResponseTypes => Json.Array(value.AsArray().Select(item => DiscoveryDocument.ResponseType((string)item!))),
            MetadataKind.JwkSet => JsonNode.Parse((string)value!)!,
            _ => value,
        };

    private static string ReadText(MetadataMember member, JsonNode? value)
    {
        if (value is not JsonValue scalar || scalar.GetValueKind() != JsonValueKind.String)
        {
            throw Refused("A204308", member, "a string");
        }

        var text = scalar.GetValue<string>();
        if (member.Kind is not (MetadataKind.Uri or MetadataKind.HttpsUri))
        {
            return text;
        }

        if (!text.Contains(':', StringComparison.Ordinal) || !Uri.TryCreate(text, UriKind.Absolute, out var uri))
        {
            throw Refused("A204307", member, "a URI");
        }

        return member.Kind == MetadataKind.Uri || uri.Scheme == Uri.UriSchemeHttps
            ? text
            : throw Refused("A204313", member, "an https URI");
    }

    private static IEnumerable<string> ReadTexts(MetadataMember member, JsonNode value) =>
        value is JsonArray array && array.All(item => item?.GetValueKind() == JsonValueKind.String)
            ? array.Select(item => item!.GetValue<string>())
            : throw Refused("A204306", member, "an array of strings");

    private static ProtocolException Refused(string code, MetadataMember member, string wanted) =>
        new(code, RegistrationErrors.InvalidClientMetadata, $"The member '{member.Name}' must be {wanted}.");
}
