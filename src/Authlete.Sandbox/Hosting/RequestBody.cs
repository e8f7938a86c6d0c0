using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using Authlete.Sandbox.Api;
using Authlete.Sandbox.Protocol;
using Authlete.Sandbox.Scopes;
using Authlete.Sandbox.State;

namespace Authlete.Sandbox.Hosting;

/// <summary>
/// Reads the body of a call and converts its members to the types in the facts. Unknown members don't change. A number in place of
/// a name from a set is treated as missing, because libraries write 0 for unset values.
/// </summary>
internal static class RequestBody
{
    private const string JsonType = "application/json";
    private const string FormType = "application/x-www-form-urlencoded";

    public static JsonObject Read(ApiOperation operation, string? contentType, string text)
    {
        var schema = ApiFacts.Current.Schema(operation.Request);
        if (schema is null)
        {
            return operation.EmptyBody && text.Length == 0 ? throw Empty(operation) : [];
        }

        var requestableScopes = operation.Request == "ClientExtensionRequestableScopesUpdateRequest";
        if (text.Length == 0)
        {
            throw requestableScopes ? RequestableScopes.NoObject(operation) : Empty(operation);
        }

        if (string.IsNullOrEmpty(contentType))
        {
            throw new ApiException(400, "A258201", $"{operation.Path}, the request has no Content-Type.");
        }

        var mediaType = MediaType(contentType);
        if (mediaType.Equals(FormType, StringComparison.OrdinalIgnoreCase))
        {
            return WithoutQuestionMark(schema, FromForm(schema, text));
        }

        if (!mediaType.Equals(JsonType, StringComparison.OrdinalIgnoreCase))
        {
            throw new ApiException(415, "A000201", "The media type of the request is not supported.");
        }

        if (!Json.TryParseObject(text, out var body))
        {
            throw requestableScopes ? RequestableScopes.NoObject(operation) : Malformed("The body is not a JSON object.");
        }

        if (requestableScopes)
        {
            RequestableScopes.CheckBody(operation, body);
        }

        Convert(schema, body);
        return WithoutQuestionMark(schema, body);
    }

    /// <summary>
    /// The parameters in the body of a call whose documented method has no body, as pairs; none without a body.
    /// </summary>
    public static IEnumerable<KeyValuePair<string, string>> ReadParameters(string? contentType, string text)
    {
        if (text.Length == 0)
        {
            return [];
        }

        if (MediaType(contentType).Equals(FormType, StringComparison.OrdinalIgnoreCase))
        {
            if (!FormParameters.TryParse(text, out var form))
            {
                throw Malformed("The body is not form-urlencoded.");
            }

            return form.Names.Select(name => KeyValuePair.Create(name, form.First(name)!));
        }

        if (!Json.TryParseObject(text, out var body))
        {
            throw Malformed("The body is not a JSON object.");
        }

        return body.Where(member => member.Value is JsonValue).Select(member => KeyValuePair.Create(member.Key, AsText(member.Value!)));
    }

    private static string AsText(JsonNode value) =>
        value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString();

    private static string MediaType(string? contentType) => (contentType ?? "").Split(';')[0].Trim();

    /// <summary>Callers may pass a query string with its question mark, which isn't part of the first name.</summary>
    private static JsonObject WithoutQuestionMark(ApiSchema schema, JsonObject body)
    {
        const string Name = "parameters";
        if (schema.ByName.TryGetValue(Name, out var member) && member.Type == "string" && (string?)body[Name] is ['?', .. var rest])
        {
            body[Name] = rest;
        }

        return body;
    }

    private static ApiException Empty(ApiOperation operation) =>
        operation.Request switch
        {
            "Client" => new ApiException(400, "A032209", $"{operation.Path}, the request has no body."),
            "Service" => new ApiException(400, "A039201", $"{operation.Path}, the request has no body."),
            _ => new ApiException(400, "A126203", $"{operation.Path}, the request has no body."),
        };

    private static ApiException Malformed(string text) => new(400, "A000201", text);

    private static JsonObject FromForm(ApiSchema schema, string text)
    {
        if (!FormParameters.TryParse(text, out var form))
        {
            throw Malformed("The body is not form-urlencoded.");
        }

        var body = new JsonObject();
        foreach (var name in form.Names)
        {
            var value = form.First(name)!;
            if (!schema.ByName.TryGetValue(name, out var member))
            {
                body[name] = value;
            }
            else if (member.ElementType == "string")
            {
                body[name] = Json.Array(value.Split(' ', StringSplitOptions.RemoveEmptyEntries));
            }
            else if (member.ElementType is null)
            {
                body[name] = Converted(member.Name, member.Type, value);
            }
            else
            {
                throw Malformed($"'{name}' cannot be given in a form.");
            }
        }

        return body;
    }

    private static void Convert(ApiSchema schema, JsonObject body)
    {
        foreach (var name in body.Select(member => member.Key).ToList())
        {
            if (body[name] is not { } value)
            {
                body.Remove(name);
            }
            else if (schema.ByName.TryGetValue(name, out var member))
            {
                ConvertMember(body, member, value);
            }
        }
    }

    private static void ConvertMember(JsonObject body, ApiMember member, JsonNode value)
    {
        if (member.IsEnumerated && (IsNumber(value) || value is JsonArray { Count: > 0 } numbers && numbers.All(IsNumber)))
        {
            body.Remove(member.Name);
            return;
        }

        if (member.ElementType is not { } elementType)
        {
            Replace(body, member.Name, value, Converted(member.Name, member.Type, value));
            return;
        }

        if (value is not JsonArray array)
        {
            throw Malformed($"'{member.Name}' is not an array.");
        }

        if (member.IsEnumerated)
        {
            array.RemoveAll(IsNumber);
        }

        for (var index = 0; index < array.Count; index++)
        {
            if (array[index] is not { } item)
            {
                continue;
            }

            var converted = Converted(member.Name, elementType, item);
            if (!ReferenceEquals(converted, item))
            {
                array[index] = converted;
            }
        }
    }

    private static bool IsNumber(JsonNode? value) => value?.GetValueKind() == JsonValueKind.Number;

    private static void Replace(JsonObject body, string name, JsonNode value, JsonNode converted)
    {
        if (!ReferenceEquals(value, converted))
        {
            body[name] = converted;
        }
    }

    private static JsonNode Converted(string name, string type, JsonNode value)
    {
        if (ApiFacts.Current.Schema(type) is { } schema)
        {
            if (value is not JsonObject nested)
            {
                throw Malformed($"'{name}' is not an object.");
            }

            Convert(schema, nested);
            return nested;
        }

        if (type == "object")
        {
            return value;
        }

        if (value is not JsonValue scalar)
        {
            throw Malformed($"'{name}' is not a single value.");
        }

        var kind = scalar.GetValueKind();
        var text = kind == JsonValueKind.String ? scalar.GetValue<string>() : null;
        if (type == "boolean")
        {
            return kind is JsonValueKind.True or JsonValueKind.False ? scalar : Boolean(name, text);
        }

        if (type.StartsWith("integer", StringComparison.Ordinal))
        {
            return Integer(name, type, text ?? scalar.ToJsonString());
        }

        return text is null ? JsonValue.Create(scalar.ToJsonString()) : scalar;
    }

    private static JsonValue Boolean(string name, string? text) =>
        bool.TryParse(text, out var value) ? JsonValue.Create(value) : throw Malformed($"'{name}' is not a Boolean.");

    private static JsonValue Integer(string name, string type, string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
        && (type != "integer:int32" || value is >= int.MinValue and <= int.MaxValue)
            ? JsonValue.Create(value)
            : throw Malformed($"'{name}' is not an integer.");
}
