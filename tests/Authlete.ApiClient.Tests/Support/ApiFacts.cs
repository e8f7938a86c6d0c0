using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.Json;
using Authlete.ApiClient.Json;

namespace Authlete.ApiClient.Tests.Support;

/// <summary>The facts from which the library is generated.</summary>
internal static class ApiFacts
{
    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web);

    private static readonly JsonElement s_facts = JsonElement.Parse(
        File.ReadAllBytes(Path.Combine(RepositoryRoot, "src", "Authlete.ApiClient", "Api", "authlete-2.3.json"))
    );

    public static string RepositoryRoot =>
        typeof(ApiFacts)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(attribute => attribute.Key == "RepositoryRoot")
            .Value!;

    public static IReadOnlyList<JsonElement> Operations { get; } = [.. s_facts.GetProperty("operations").EnumerateArray()];

    public static IReadOnlyDictionary<string, SchemaProperty[]> Schemas { get; } =
        s_facts
            .GetProperty("schemas")
            .EnumerateObject()
            .ToDictionary(
                schema => schema.Name,
                schema => schema.Value.GetProperty("properties").Deserialize<SchemaProperty[]>(s_options)!
            );

    public static IReadOnlyDictionary<string, string[]> Enums { get; } =
        s_facts
            .GetProperty("enums")
            .EnumerateObject()
            .ToDictionary(values => values.Name, values => values.Value.GetProperty("values").Deserialize<string[]>()!);

    /// <summary>Parses JSON as a view of a schema's type.</summary>
    public static JsonView Parse(string schema, string json)
    {
        var view = (JsonView)Activator.CreateInstance(ModelType(schema))!;
        view.Attach(JsonReader.Read(System.Text.Encoding.UTF8.GetBytes(json)));
        return view;
    }

    public static Type ModelType(string schema) =>
        typeof(JsonView).Assembly.GetType("Authlete.ApiClient.Models." + schema, throwOnError: true)!;

    public static PropertyInfo ClrProperty(string schema, SchemaProperty property) =>
        ModelType(schema).GetProperty(char.ToUpperInvariant(property.Name[0]) + property.Name[1..])!;
}
