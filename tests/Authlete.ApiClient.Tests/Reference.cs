using System;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.Json;
using Xunit;

namespace Authlete.ApiClient.Tests;

/// <summary>The reference data beside the repository, where there is any.</summary>
internal static class Reference
{
    private static readonly string s_folder = Path.GetFullPath(Path.Combine(
        typeof(Reference).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "RepositoryRoot").Value!,
        "..", "shared", "reference"));

    private static readonly Lazy<JsonElement?> s_api = new(() => Read("authlete-2.3-api.json"));
    private static readonly Lazy<JsonElement?> s_codes = new(() => Read("result-codes.json"));
    private static readonly Lazy<JsonElement?> s_description = new(ReadDescription);

    public static JsonElement Api => s_api.Value ?? Missing();

    public static JsonElement Codes => s_codes.Value ?? Missing();

    /// <summary>The vendor's description of the API, as JSON.</summary>
    public static JsonElement Description => s_description.Value ?? Missing();

    public static JsonElement? DescriptionOrNull => s_description.Value;

    /// <summary>Null where there is no reference.</summary>
    public static JsonElement? ApiOrNull => s_api.Value;

    private static JsonElement? Read(string name)
    {
        var path = Path.Combine(s_folder, name);
        return File.Exists(path) ? JsonElement.Parse(File.ReadAllBytes(path)) : null;
    }

    private static JsonElement? ReadDescription() =>
        s_api.Value is not null && Directory.EnumerateFiles(s_folder, "authlete-openapi-2.3.*.yaml").SingleOrDefault() is { } path
            ? JsonElement.Parse(YamlText.ToJson(File.ReadAllText(path)))
            : null;

    private static JsonElement Missing()
    {
        Assert.Skip("The reference of the API (../shared/reference) is not beside this repository.");
        return default;
    }
}
