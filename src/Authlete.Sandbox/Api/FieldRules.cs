using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;
using Authlete.Sandbox.Protocol;
using Microsoft.IdentityModel.Tokens;

namespace Authlete.Sandbox.Api;

/// <summary>The checks of single members that services and clients share (result codes A031xxx and A032201 to A032203).</summary>
internal sealed class FieldRules(ApiCall call)
{
    public JsonObject Body => call.Body;

    /// <summary>Refuses values that the API doesn't know.</summary>
    public void EnumeratedValues(string schema)
    {
        foreach (var member in ApiFacts.Current.Schema(schema)!.Members)
        {
            if (Body[member.Name] is not { } value || ApiFacts.Current.Enum(member.ElementType ?? member.Type) is not { } allowed)
            {
                continue;
            }

            var texts = value is JsonArray array ? array.Select(item => (string?)item) : [(string?)value];
            Refuse("A031201", member.Name, "has a value that is not allowed", texts.Any(text => text is null || !allowed.Contains(text)));
        }
    }

    public void NotNegative(string schema)
    {
        foreach (var member in ApiFacts.Current.Schema(schema)!.Members.Where(member => member is { IsInteger: true, ReadOnly: false }))
        {
            Refuse("A031213", member.Name, "is negative", call.Number(member.Name) < 0);
        }
    }

    public void AtMost(string name, long maximum) => Refuse("A031221", name, "is out of range", call.Number(name) > maximum);

    public void Length(string name, int maximum) => Refuse("A031204", name, "is too long", call.Text(name)?.Length > maximum);

    public void PrintableAscii(string name) => Refuse("A031203", name, "is not printable ASCII", !Ascii.IsValid(call.Text(name) ?? ""));

    /// <summary>Refuses nulls and repeated values in the arrays of names and texts.</summary>
    public void ArrayElements(string schema)
    {
        foreach (var member in ApiFacts.Current.Schema(schema)!.Members.Where(member => member.ElementType is not null))
        {
            if (Body[member.Name] is not JsonArray array)
            {
                continue;
            }

            Refuse("A031205", member.Name, "has an element that is null", array.Any(item => item is null));
            var texts = array.OfType<JsonValue>().Select(item => item.ToString()).ToList();
            Refuse("A031211", member.Name, "has an element twice", texts.Distinct(StringComparer.Ordinal).Count() != texts.Count);
        }
    }

    public void AbsoluteUri(string name) =>
        Refuse(
            "A031202",
            name,
            "is not an absolute URI",
            call.Text(name) is { Length: > 0 } text
                && (!text.Contains(':', StringComparison.Ordinal) || !Uri.TryCreate(text, UriKind.Absolute, out _))
        );

    public void Https(string name) =>
        Refuse(
            "A031219",
            name,
            "is not an https URI",
            call.Text(name) is { } text && (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttps)
        );

    /// <summary>Key-value pairs that the database stores in one column.</summary>
    public void Attributes(string tooBig)
    {
        const int MaximumBytes = 65535;
        if (Body["attributes"] is not JsonArray array)
        {
            return;
        }

        var pairs = array.OfType<JsonObject>().ToList();
        Refuse("A031225", "attributes", "has an element without a key", pairs.Any(pair => string.IsNullOrEmpty((string?)pair["key"])));
        Refuse(tooBig, "attributes", "is too big", System.Text.Encoding.UTF8.GetByteCount(array.ToJsonString()) > MaximumBytes);
    }

    public void HttpsWithoutQueryOrFragment(string name)
    {
        if (call.Text(name) is not { } text)
        {
            return;
        }

        var isUri = Uri.TryCreate(text, UriKind.Absolute, out var uri);
        Refuse("A031219", name, "is not an https URI", !isUri || uri!.Scheme != Uri.UriSchemeHttps);
        Refuse("A031218", name, "has a query", uri!.Query.Length > 0);
        Refuse("A031217", name, "has a fragment", uri.Fragment.Length > 0);
    }

    /// <summary>A JWK Set, with only public keys if <paramref name="publicOnly"/> is true.</summary>
    public void JwkSet(string name, bool publicOnly = false)
    {
        if (call.Text(name) is not { } text)
        {
            return;
        }

        Refuse("A031216", name, "is not ASCII", text.Any(character => character > '~'));
        Refuse("A031212", name, "is not a JWK Set", !IsJwkSet(text));
        Refuse("A031212", name, "has a private key", publicOnly && new JsonWebKeySet(text).Keys.Any(key => key.HasPrivateKey));
    }

    /// <summary>Absolute URIs, each once, at most 200 characters of ASCII.</summary>
    public void Uris(string name, bool fragmentAllowed = false)
    {
        if (Body[name] is not JsonArray array)
        {
            return;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in array)
        {
            Refuse("A031205", name, "has an element that is null", item is null);
            var text = (string)item!;
            Refuse("A031206", name, "has an element that is not ASCII", !Ascii.IsValid(text));
            Refuse("A031207", name, "has an element that is too long", text.Length > 200);
            Refuse("A031208", name, "has an element that is not a URI", !Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out _));
            Refuse(
                "A031209",
                name,
                "has a relative URI",
                !text.Contains(':', StringComparison.Ordinal) || !Uri.TryCreate(text, UriKind.Absolute, out _)
            );
            Refuse("A031210", name, "has a URI with a fragment", !fragmentAllowed && text.Contains('#', StringComparison.Ordinal));
            Refuse("A031211", name, "has an element twice", !seen.Add(text));
        }
    }

    /// <summary>Texts in several languages, or URIs if <paramref name="uris"/> is true.</summary>
    public void TaggedValues(string name, bool uris)
    {
        if (Body[name] is not JsonArray array)
        {
            return;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in array.OfType<JsonObject>())
        {
            var tag = (string?)item["tag"];
            Refuse("A032201", name, "has an entry with an empty tag", string.IsNullOrEmpty(tag));
            Refuse("A032206", name, "has a tag that is not ASCII", !Ascii.IsValid(tag!));
            Refuse("A032203", name, "has a tag twice", !seen.Add(tag!));
            var value = (string?)item["value"];
            Refuse("A032202", name, "has an entry with an empty value", string.IsNullOrEmpty(value));
            if (!uris)
            {
                continue;
            }

            Refuse("A032208", name, "has a value that is not ASCII", !Ascii.IsValid(value!));
            Refuse(
                "A032204",
                name,
                "has a value that is not a URI",
                !value!.Contains(':', StringComparison.Ordinal) || !Uri.TryCreate(value, UriKind.Absolute, out _)
            );
        }
    }

    public void Refuse(string code, string name, string text, bool condition)
    {
        if (condition)
        {
            throw call.Fail(400, code, $"'{name}' {text}.");
        }
    }

    private static bool IsJwkSet(string text)
    {
        try
        {
            using var parsed = JsonDocument.Parse(text);
            return parsed.RootElement.ValueKind == JsonValueKind.Object
                && parsed.RootElement.TryGetProperty("keys", out var keys)
                && keys.ValueKind == JsonValueKind.Array
                && new JsonWebKeySet(text).Keys.Count == keys.GetArrayLength();
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            return false;
        }
    }
}
