using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using Authlete.ApiClient.Encodings;
using Authlete.ApiClient.Json;

namespace Authlete.ApiClient.Transport;

/// <summary>
/// Keeps values that were sent out of what is shown. An allow-list: a value is masked unless its name is known to be harmless.
/// </summary>
internal static class Redaction
{
    private const string Mask = "***";

    // Shorter words of a claim are words of the message, too.
    private const int MinLengthHeld = 5;

    private static readonly string[] s_ofKeys = ["kty", "use", "alg", "crv"];

    // Identifiers and choices that are no secret by themselves.
    private static readonly HashSet<string> s_harmless = new(StringComparer.OrdinalIgnoreCase)
    {
        "clientId", "client_id", "clientIdentifier", "clientIdAlias", "serviceApiKey", "apiKey", "developer", "handle",
        "grantType", "grant_type", "grantTypes", "responseType", "response_type", "responseTypes", "response_mode", "scopes", "scope", "prompt", "display",
        "reason", "result", "clientType", "applicationType", "tokenAuthMethod", "code_challenge_method", "start", "end",
        "clientName", "serviceName", "redirectUris", "redirect_uri", "token_type_hint", "max_age", "acr", "acrValues", "name", "tag", "type",
        "subjectType", "bcDeliveryMode", "issuer",
    };

    /// <summary>The server's text with each value that was sent masked, in its Base64 and URL-encoded forms too.</summary>
    public static string? MaskSent(string? text, ApiCall call, ApiKeyPair? keys)
    {
        if (string.IsNullOrEmpty(text))
        {
            return text;
        }

        var sent = new HashSet<string>(keys?.Secrets ?? [], StringComparer.Ordinal);
        foreach (var pair in call.Query)
        {
            Collect(pair.Key, pair.Value, sent);
        }

        foreach (var part in PathValues(call))
        {
            sent.Add(part);
        }

        if (call.Body is { } body)
        {
            Collect("", body, sent);
        }

        foreach (var value in sent.SelectMany(Forms).Where(value => value.Length > 0).Distinct().OrderByDescending(value => value.Length))
        {
            text = MaskValue(text!, value);
        }

        return text;
    }

    /// <summary>A result as one text: the server's, which begins with the code in brackets, else the code alone.</summary>
    public static string WithCode(string code, string? message) => string.IsNullOrEmpty(message)
        ? "[" + code + "]"
        : message!.IndexOf(code, StringComparison.Ordinal) >= 0 ? message : "[" + code + "] " + message;

    private static IEnumerable<string> PathValues(ApiCall call)
    {
        var template = call.Operation.Path.Split('/');
        var path = call.Path.Split('/');
        for (var i = 0; i < Math.Min(template.Length, path.Length); i++)
        {
            if (template[i].StartsWith("{", StringComparison.Ordinal) && !s_harmless.Contains(template[i].Trim('{', '}')))
            {
                yield return Uri.UnescapeDataString(path[i]);
            }
        }
    }

    private static void Collect(string name, object? value, HashSet<string> sent)
    {
        switch (HostValues.Unwrap(value))
        {
            case string text when string.Equals(name, "parameters", StringComparison.Ordinal):
                sent.Add(text);
                foreach (var pair in FormEncoding.Parse(text))
                {
                    Collect(pair.Key, pair.Value, sent);
                }

                break;
            case string text when !s_harmless.Contains(name):
                sent.Add(text);

                // The server may tell of a part of the JSON in a text: of a claim, of a key.
                CollectHeld("", PlainJson.ParseEmbedded(text), sent);
                break;
            case JsonView view:
                foreach (var member in view.GetMemberNames())
                {
                    Collect(member, view.GetMember(member), sent);
                }

                break;
            case IDictionary members:
                foreach (DictionaryEntry member in members)
                {
                    Collect(Convert.ToString(member.Key, CultureInfo.InvariantCulture) ?? "", member.Value, sent);
                }

                break;
            case IEnumerable items and not string:
                foreach (var item in items)
                {
                    Collect(name, item, sent);
                }

                break;
            default:
                break;
        }
    }

    /// <summary>What a JSON text holds. Its names are no fields of the API, so none makes a value harmless but those that a key's kind is told by.</summary>
    private static void CollectHeld(string name, object? value, HashSet<string> sent)
    {
        switch (value)
        {
            case JsonView view:
                foreach (var member in view.GetMemberNames())
                {
                    CollectHeld(member, view.GetMember(member), sent);
                }

                break;
            case IEnumerable items and not string:
                foreach (var item in items)
                {
                    CollectHeld(name, item, sent);
                }

                break;
            case not (null or bool) when !s_ofKeys.Contains(name) && Convert.ToString(value, CultureInfo.InvariantCulture) is { Length: >= MinLengthHeld } text:
                sent.Add(text);
                break;
            default:
                break;
        }
    }

    private static IEnumerable<string> Forms(string value)
    {
        yield return value;
        yield return Uri.EscapeDataString(value);
        yield return FormEncoding.Encode(value);
        var bytes = Encoding.UTF8.GetBytes(value);
        yield return Convert.ToBase64String(bytes);
        yield return Base64Url.Encode(bytes);
    }

    /// <summary>A short value is masked where it stands alone only, or the text would be a row of stars.</summary>
    private static string MaskValue(string text, string value) => value.Length >= 8
        ? text.Replace(value, Mask)
        : Regex.Replace(text, @"(?<![\p{L}\p{N}])" + Regex.Escape(value) + @"(?![\p{L}\p{N}])", Mask, RegexOptions.CultureInvariant);
}
