using System;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Authlete.Sandbox.Services;

/// <summary>Applies a JSON Patch to a JSON document (RFC 6902). Paths are JSON Pointers (RFC 6901).</summary>
internal static class JsonPatch
{
    /// <exception cref="FormatException">The patch is malformed, or doesn't match the document.</exception>
    public static JsonObject Apply(JsonObject document, string patch)
    {
        var root = document.DeepClone();
        foreach (var entry in Parse(patch))
        {
            if (entry is not JsonObject operation)
            {
                throw new FormatException("an operation is not an object");
            }

            root = Apply(root, operation);
        }

        return root as JsonObject ?? throw new FormatException("the outcome is not an object");
    }

    private static JsonArray Parse(string patch)
    {
        try
        {
            return JsonNode.Parse(patch) as JsonArray ?? throw new FormatException("it is not an array");
        }
        catch (JsonException)
        {
            throw new FormatException("it is not JSON");
        }
    }

    private static JsonNode Apply(JsonNode root, JsonObject operation)
    {
        var path = Pointer(operation, "path");
        switch (Text(operation, "op"))
        {
            case "add":
                return Add(root, path, Value(operation));
            case "remove":
                return path.Length > 0 ? Remove(root, path) : throw new FormatException("the whole document is removed");
            case "replace":
                return Add(Remove(root, path), path, Value(operation));
            case "copy":
                return Add(root, path, Find(root, Pointer(operation, "from"))?.DeepClone());
            case "move":
                var from = Pointer(operation, "from");
                if (path.Length > from.Length && path.AsSpan(0, from.Length).SequenceEqual(from))
                {
                    throw new FormatException("a value is moved into itself");
                }

                var moved = Find(root, from)?.DeepClone();
                return Add(Remove(root, from), path, moved);
            case "test":
                return JsonNode.DeepEquals(Find(root, path), Value(operation)) ? root : throw new FormatException("a test failed");
            default:
                throw new FormatException("an operation is unknown");
        }
    }

    private static JsonNode Add(JsonNode root, string[] path, JsonNode? value)
    {
        if (path.Length == 0)
        {
            return value ?? throw new FormatException("the outcome is not an object");
        }

        switch (Find(root, path[..^1]))
        {
            case JsonObject parent:
                parent[path[^1]] = value;
                break;
            case JsonArray parent:
                parent.Insert(path[^1] == "-" ? parent.Count : Index(path[^1], parent.Count + 1), value);
                break;
            default:
                throw Missing();
        }

        return root;
    }

    private static JsonNode Remove(JsonNode root, string[] path)
    {
        if (path.Length == 0)
        {
            return root;
        }

        switch (Find(root, path[..^1]))
        {
            case JsonObject parent when parent.Remove(path[^1]):
                break;
            case JsonArray parent:
                parent.RemoveAt(Index(path[^1], parent.Count));
                break;
            default:
                throw Missing();
        }

        return root;
    }

    private static JsonNode? Find(JsonNode root, string[] path)
    {
        var current = root;
        foreach (var token in path)
        {
            current = current switch
            {
                JsonObject parent => parent.TryGetPropertyValue(token, out var value) ? value : throw Missing(),
                JsonArray parent => parent[Index(token, parent.Count)],
                _ => throw Missing(),
            };
        }

        return current;
    }

    private static int Index(string token, int count) =>
        int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
        && index < count
        && (token.Length == 1 || token[0] != '0')
            ? index
            : throw Missing();

    private static string[] Pointer(JsonObject operation, string name)
    {
        var text = Text(operation, name);
        if (text.Length == 0)
        {
            return [];
        }

        if (text[0] != '/')
        {
            throw new FormatException($"'{name}' is not a JSON Pointer");
        }

        return
        [
            .. text[1..]
                .Split('/')
                .Select(token => token.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)),
        ];
    }

    private static JsonNode? Value(JsonObject operation) =>
        operation.TryGetPropertyValue("value", out var value)
            ? value?.DeepClone()
            : throw new FormatException("an operation has no 'value'");

    private static string Text(JsonObject operation, string name) =>
        operation[name] is JsonValue value && value.GetValueKind() == JsonValueKind.String
            ? value.GetValue<string>()
            : throw new FormatException($"an operation has no '{name}'");

    private static FormatException Missing() => new("a path leads nowhere");
}
