namespace Authlete.ApiClient.Json;

/// <summary>The names of members: as in the JSON, where they begin in lower case, and as properties, where they don't.</summary>
internal static class MemberNames
{
    /// <summary>The name in the JSON of what is a property of that name.</summary>
    public static string Of(string property) => property.Length > 0 ? char.ToLowerInvariant(property[0]) + property.Substring(1) : property;
}
