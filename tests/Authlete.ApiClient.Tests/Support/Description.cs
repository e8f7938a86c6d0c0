using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;

namespace Authlete.ApiClient.Tests.Support;

/// <summary>Converts parts of Authlete's description to the notation of the facts.</summary>
internal static class Description
{
    // The reference lists names and types of the description that need another reading.
    private static readonly Lazy<Dictionary<string, string>> s_typeNames = new(static () =>
        Reference
            .Api.GetProperty("schemas")
            .EnumerateObject()
            .SelectMany(schema =>
                schema.Value.GetProperty("specNames").EnumerateArray().Select(name => (Described: name.GetString()!, schema.Name))
            )
            .ToDictionary(pair => pair.Described, pair => pair.Name)
    );

    private static readonly string[] s_methods = ["get", "post", "put", "delete"];

    public static Dictionary<string, string> TypeNames => s_typeNames.Value;

    public static IEnumerable<(string Method, string Path, JsonElement Body)> OperationsOf(JsonElement description) =>
        from path in description.GetProperty("paths").EnumerateObject()
        from method in s_methods
        where path.Value.TryGetProperty(method, out _)
        select (method.ToUpperInvariant(), path.Name["/api".Length..], path.Value.GetProperty(method));

    public static JsonElement SchemasOf(JsonElement description) => description.GetProperty("components").GetProperty("schemas");

    /// <summary>Returns the library's name of a referenced schema; null for one without a type.</summary>
    public static string? TypeName(JsonElement schema) =>
        Text(schema, "$ref") is { } reference ? s_typeNames.Value.GetValueOrDefault(reference.Split('/')[^1]) : null;

    /// <summary>Returns a type in the notation of the facts.</summary>
    public static string DescribedType(JsonElement schema)
    {
        if (Text(schema, "$ref") is { } reference)
        {
            var name = reference.Split('/')[^1];
            return s_typeNames.Value.TryGetValue(name, out var type) ? type : EnumName(name);
        }

        return Text(schema, "type") switch
        {
            "array" => "array<" + DescribedType(schema.GetProperty("items")) + ">",
            "integer" => "integer:" + (Text(schema, "format") ?? "unspecified"),
            var type => type!,
        };
    }

    /// <summary>Converts client_registration_type to ClientRegistrationType, unless the reference has another name.</summary>
    public static string EnumName(string described) =>
        ReferenceName(described) ?? string.Concat(described.Split('_').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    private static string? ReferenceName(string described) =>
        Reference
            .Api.GetProperty("duplicateSchemas")
            .EnumerateArray()
            .Where(known => known.GetProperty("specNames").EnumerateArray().Any(name => name.GetString() == described))
            .Select(known => Text(known, "canonical"))
            .SingleOrDefault();

    public static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
