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
/// Masks values that were sent wherever they would be shown. An allow-list: a value is masked unless its name is known to be harmless.
/// </summary>
internal static class Redaction
{
    private const string Mask = "***";

    // Shorter words of a claim may be ordinary words of the message.
    private const int MinEmbeddedLength = 5;

    private static readonly string[] s_publicKeyMembers = ["kty", "use", "alg", "crv"];

    // Identifiers and choices that aren't secret.
    private static readonly HashSet<string> s_harmlessNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "clientId",
        "client_id",
        "clientIdentifier",
        "clientIdAlias",
        "serviceApiKey",
        "apiKey",
        "developer",
        "handle",
        "grantType",
        "grant_type",
        "grantTypes",
        "responseType",
        "response_type",
        "responseTypes",
        "response_mode",
        "scopes",
        "scope",
        "prompt",
        "display",
        "reason",
        "result",
        "clientType",
        "applicationType",
        "tokenAuthMethod",
        "code_challenge_method",
        "start",
        "end",
        "clientName",
        "serviceName",
        "redirectUris",
        "redirect_uri",
        "token_type_hint",
        "max_age",
        "acr",
        "acrValues",
        "name",
        "tag",
        "type",
        "subjectType",
        "bcDeliveryMode",
        "issuer",
    };

    /// <summary>The server's text with each value that was sent masked, in its Base64 and URL-encoded forms too.</summary>
    public static string? MaskSent(string? text, ApiCall call, ApiCredential? credential)
    {
        if (string.IsNullOrEmpty(text))
        {
            return text;
        }

        var sent = new HashSet<string>(credential?.Secrets ?? [], StringComparer.Ordinal);
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

        foreach (
            var value in sent.SelectMany(EncodedForms).Where(value => value.Length > 0).Distinct().OrderByDescending(value => value.Length)
        )
        {
            text = MaskValue(text!, value);
        }

        return text;
    }

    private static IEnumerable<string> PathValues(ApiCall call)
    {
        var template = call.Operation.Path.Split('/');
        var path = call.Path.Split('/');
        for (var i = 0; i < Math.Min(template.Length, path.Length); i++)
        {
            if (template[i].StartsWith("{", StringComparison.Ordinal) && !s_harmlessNames.Contains(template[i].Trim('{', '}')))
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
            case string text when !s_harmlessNames.Contains(name):
                sent.Add(text);

                // The message may quote a part of the JSON in a text, such as a claim or a key.
                CollectEmbedded("", PlainJson.ParseEmbedded(text), sent);
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

    /// <summary>Values in embedded JSON. Its names are no fields of the API, so only the public members of a key are harmless.</summary>
    private static void CollectEmbedded(string name, object? value, HashSet<string> sent)
    {
        switch (value)
        {
            case JsonView view:
                foreach (var member in view.GetMemberNames())
                {
                    CollectEmbedded(member, view.GetMember(member), sent);
                }

                break;
            case IEnumerable items and not string:
                foreach (var item in items)
                {
                    CollectEmbedded(name, item, sent);
                }

                break;
            case not (null or bool)
                when !s_publicKeyMembers.Contains(name)
                    && Convert.ToString(value, CultureInfo.InvariantCulture) is { Length: >= MinEmbeddedLength } text:
                sent.Add(text);
                break;
            default:
                break;
        }
    }

    private static IEnumerable<string> EncodedForms(string value)
    {
        yield return value;
        yield return Uri.EscapeDataString(value);
        yield return FormEncoding.Encode(value);
        var bytes = Encoding.UTF8.GetBytes(value);
        yield return Convert.ToBase64String(bytes);
        yield return Base64Url.Encode(bytes);
    }

    /// <summary>Masks a short value only where it stands alone; otherwise the text would be a row of stars.</summary>
    private static string MaskValue(string text, string value) =>
        value.Length >= 8
            ? text.Replace(value, Mask)
            : Regex.Replace(text, @"(?<![\p{L}\p{N}])" + Regex.Escape(value) + @"(?![\p{L}\p{N}])", Mask, RegexOptions.CultureInvariant);
}
