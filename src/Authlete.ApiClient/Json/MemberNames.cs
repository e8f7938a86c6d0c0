namespace Authlete.ApiClient.Json;

/// <summary>Names of members: lower-case first in the JSON, upper-case first as properties.</summary>
internal static class MemberNames
{
    /// <summary>The name in the JSON of a property.</summary>
    public static string ToJson(string property) =>
        property.Length > 0 ? char.ToLowerInvariant(property[0]) + property.Substring(1) : property;
}
