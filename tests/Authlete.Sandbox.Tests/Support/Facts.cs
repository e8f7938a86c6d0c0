using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;

namespace Authlete.Sandbox.Tests.Support;

/// <summary>The facts of the API in the sandbox, as plain JSON.</summary>
internal static class Facts
{
    private static readonly JsonElement s_root = Read();

    /// <summary>The members of a schema that have a set of values, or a list of such values.</summary>
    public static IEnumerable<(string Name, bool IsArray)> Enumerated(string schema) =>
        from property in s_root.GetProperty("schemas").GetProperty(schema).GetProperty("properties").EnumerateArray()
        let type = property.GetProperty("type").GetString()!
        let isArray = type.StartsWith("array<", System.StringComparison.Ordinal)
        where s_root.GetProperty("enums").TryGetProperty(isArray ? type[6..^1] : type, out _)
        select (property.GetProperty("name").GetString()!, isArray);

    /// <summary>The method and path of operations whose request has the specified member.</summary>
    public static IEnumerable<(string Method, string Path)> OperationsWith(string member) =>
        from operation in s_root.GetProperty("operations").EnumerateArray()
        where operation.TryGetProperty("request", out _)
        let schema = s_root.GetProperty("schemas").GetProperty(operation.GetProperty("request").GetString()!)
        where schema.GetProperty("properties").EnumerateArray().Any(property => property.GetProperty("name").GetString() == member)
        select (operation.GetProperty("method").GetString()!, operation.GetProperty("path").GetString()!);

    private static JsonElement Read()
    {
        using var stream = typeof(SandboxServer).Assembly.GetManifestResourceStream("authlete-2.3.json")!;
        using var reader = new StreamReader(stream);
        return JsonElement.Parse(reader.ReadToEnd());
    }
}
