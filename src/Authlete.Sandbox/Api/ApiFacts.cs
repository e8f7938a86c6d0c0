using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;

namespace Authlete.Sandbox.Api;

/// <summary>The facts of the API, read from the project's data file: operations, members, allowed values.</summary>
internal sealed class ApiFacts
{
    private static readonly Lazy<ApiFacts> s_loaded = new(Load);

    private readonly Dictionary<string, ApiSchema> _schemas;
    private readonly Dictionary<string, HashSet<string>> _enums;

    private ApiFacts(JsonElement root)
    {
        _schemas = root.GetProperty("schemas").EnumerateObject().ToDictionary(schema => schema.Name, schema => new ApiSchema(schema.Value));
        _enums = root.GetProperty("enums")
            .EnumerateObject()
            .ToDictionary(
                entry => entry.Name,
                entry => Texts(entry.Value, "values").Concat(Texts(entry.Value, "later")).ToHashSet(StringComparer.Ordinal)
            );
        BasePath = root.GetProperty("basePath").GetString()!;
        Operations =
        [
            .. root.GetProperty("operations")
                .EnumerateArray()
                .Select(operation => new ApiOperation(
                    operation.GetProperty("id").GetString()!,
                    operation.GetProperty("method").GetString()!,
                    operation.GetProperty("path").GetString()!,
                    operation.GetProperty("credential").GetString() == "serviceOwner",
                    operation.TryGetProperty("ownerAllowed", out var allowed) && allowed.GetBoolean(),
                    operation.TryGetProperty("emptyBody", out var empty) && empty.GetBoolean(),
                    Text(operation, "request"),
                    Text(operation, "response")
                ))
                .OrderBy(operation => operation.Variable is not null),
        ];
    }

    public static ApiFacts Current => s_loaded.Value;

    public string BasePath { get; }

    /// <summary>All operations. Those with a path variable are last, so that <c>list</c> isn't taken for a client ID.</summary>
    public IReadOnlyList<ApiOperation> Operations { get; }

    public ApiSchema? Schema(string? name) => name is null ? null : _schemas.GetValueOrDefault(name);

    public IReadOnlySet<string>? Enum(string name) => _enums.GetValueOrDefault(name);

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static IEnumerable<string> Texts(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) ? value.EnumerateArray().Select(item => item.GetString()!) : [];

    private static ApiFacts Load()
    {
        using var stream = typeof(ApiFacts).Assembly.GetManifestResourceStream("authlete-2.3.json")!;
        using var document = JsonDocument.Parse(stream);
        return new ApiFacts(document.RootElement);
    }
}

/// <summary>The members of an object of the API.</summary>
internal sealed class ApiSchema
{
    public ApiSchema(JsonElement schema)
    {
        Members =
        [
            .. schema
                .GetProperty("properties")
                .EnumerateArray()
                .Select(property => new ApiMember(
                    property.GetProperty("name").GetString()!,
                    property.GetProperty("type").GetString()!,
                    property.TryGetProperty("readOnly", out var readOnly) && readOnly.GetBoolean()
                )),
        ];
        ByName = Members.ToDictionary(member => member.Name, StringComparer.Ordinal);
    }

    public IReadOnlyList<ApiMember> Members { get; }

    public IReadOnlyDictionary<string, ApiMember> ByName { get; }
}

/// <summary>A member of an object of the API; <paramref name="Type"/> is as in the data file, such as <c>array&lt;Scope&gt;</c>.</summary>
internal sealed record ApiMember(string Name, string Type, bool ReadOnly)
{
    public bool IsBoolean => Type == "boolean";

    public bool IsInteger => Type.StartsWith("integer", StringComparison.Ordinal);

    /// <summary>Whether the value, or each element, is a name from a fixed set.</summary>
    public bool IsEnumerated => ApiFacts.Current.Enum(ElementType ?? Type) is not null;

    /// <summary>The type of the elements; null if the member isn't an array.</summary>
    public string? ElementType { get; } = Type.StartsWith("array<", StringComparison.Ordinal) ? Type[6..^1] : null;
}

/// <summary>One operation of the API.</summary>
internal sealed record ApiOperation(
    string Id,
    string Method,
    string Path,
    bool OwnerOnly,
    bool OwnerAllowed,
    bool EmptyBody,
    string? Request,
    string? Response
)
{
    private readonly string[] _segments = Path.Split('/');

    /// <summary>The name of the path's one variable, or null.</summary>
    public string? Variable { get; } =
        Path.Contains('{', StringComparison.Ordinal) ? Path[(Path.IndexOf('{', StringComparison.Ordinal) + 1)..^1] : null;

    /// <summary>Whether this operation has the path, relative to the base path. The variable is always the last segment.</summary>
    public bool Matches(string path, out string? value)
    {
        value = null;
        var segments = path.Split('/');
        if (segments.Length != _segments.Length)
        {
            return false;
        }

        var fixedCount = Variable is null ? segments.Length : segments.Length - 1;
        for (var index = 0; index < fixedCount; index++)
        {
            if (segments[index] != _segments[index])
            {
                return false;
            }
        }

        if (Variable is null)
        {
            return true;
        }

        value = Decoded(segments[^1]);
        return value.Length > 0;
    }

    /// <summary>Decodes a path segment, in which only slashes are still encoded.</summary>
    public static string Decoded(string segment) => segment.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
}
