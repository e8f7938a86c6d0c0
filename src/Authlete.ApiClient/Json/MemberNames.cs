namespace Authlete.ApiClient.Json;

/// <summary>Converts between member names: camelCase in JSON, PascalCase for properties.</summary>
internal static class MemberNames
{
    /// <summary>Returns the JSON name of a property.</summary>
    public static string ToJson(string property) =>
        property.Length > 0 ? char.ToLowerInvariant(property[0]) + property.Substring(1) : property;
}
