using System;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.Json;

namespace Authlete.ApiClient.Tests.Support;

/// <summary>The reference data next to the repository. Tests that read it are compiled only if it exists.</summary>
internal static class Reference
{
    private static readonly Lazy<JsonElement> s_api = new(() => Read("authlete-2.3-api.json"));
    private static readonly Lazy<JsonElement> s_codes = new(() => Read("result-codes.json"));
    private static readonly Lazy<JsonElement> s_description = new(ReadDescription);

    public static string Folder { get; } =
        typeof(Reference)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(attribute => attribute.Key == "ReferenceFolder")
            .Value!;

    public static JsonElement Api => s_api.Value;

    public static JsonElement Codes => s_codes.Value;

    /// <summary>Authlete's description of the API, as JSON.</summary>
    public static JsonElement Description => s_description.Value;

    private static JsonElement Read(string name) => JsonElement.Parse(File.ReadAllBytes(Path.Combine(Folder, name)));

    private static JsonElement ReadDescription() =>
        JsonElement.Parse(YamlText.ToJson(File.ReadAllText(Directory.EnumerateFiles(Folder, "authlete-openapi-2.3.*.yaml").Single())));
}
