using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using Authlete.ApiClient.Encodings;
using Authlete.ApiClient.Json;

namespace Authlete.ApiClient.Transport;

/// <summary>
/// Masks values that were sent wherever they could be displayed. Uses an allow-list: a value is masked unless its name is known to be harmless.
/// </summary>
internal static class Redaction
{
    private const string Mask = "***";

    // Shorter strings in embedded JSON may be ordinary words of the message.
    private const int MinEmbeddedLength = 5;

    // More than is displayed, to find values that start before the end of the displayed part.
    private const int MaxSearchedLength = 16 * 1024;

    private static readonly string[] s_publicKeyMembers = ["kty", "use", "alg", "crv"];

    // Identifiers and enumerated values that aren't secret.
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

    /// <summary>Returns the server's message for display: values that were sent are masked, control characters escaped, and a long text is cut.</summary>
    public static string? ToDisplayText(string? text, ApiCall call, ApiCredential? credential) =>
        MaskSent(text, call, credential) is { } masked ? PrintableText.Escape(masked) : null;

    /// <summary>Masks each value that was sent, in any encoding, and returns the beginning of the text.</summary>
    public static string? MaskSent(string? text, ApiCall call, ApiCredential? credential)
    {
        if (string.IsNullOrEmpty(text))
        {
            return text;
        }

        var sent = new SentValues(PrintableText.Cut(text!, MaxSearchedLength));
        if (credential is not null)
        {
            foreach (var secret in credential.Secrets)
            {
                sent.Add(secret);
                sent.Add(credential.Key + ":" + secret, isWhole: true);
            }
        }

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

        return MaskRanges(text!, sent.Find());
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

    private static void Collect(string name, object? value, SentValues sent)
    {
        switch (HostValues.Unwrap(value))
        {
            case string text when string.Equals(name, "parameters", StringComparison.Ordinal):
                sent.Add(text, isWhole: true);
                foreach (var pair in FormEncoding.Parse(text))
                {
                    Collect(pair.Key, pair.Value, sent);
                }

                break;
            case string text when !s_harmlessNames.Contains(name):
                // The message may quote a part of embedded JSON, such as a claim or a key.
                var embedded = PlainJson.ParseEmbedded(text);
                sent.Add(text, isWhole: embedded is not null);
                CollectEmbedded("", embedded, sent);
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

    /// <summary>Collects the values in embedded JSON. Its names aren't fields of the API, so only the public members of a key are harmless.</summary>
    private static void CollectEmbedded(string name, object? value, SentValues sent)
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

    private static string MaskRanges(string text, List<(int Start, int End)> ranges)
    {
        var masked = new StringBuilder();
        var position = 0;
        foreach (var (start, end) in ranges.OrderBy(range => range.Start))
        {
            if (start >= PrintableText.MaxMessageLength)
            {
                break;
            }

            if (end <= position)
            {
                continue;
            }

            if (start > position || masked.Length == 0)
            {
                masked.Append(text, position, start - position).Append(Mask);
            }

            position = end;
        }

        return masked
            .Append(PrintableText.Cut(text.Substring(position), Math.Max(1, PrintableText.MaxMessageLength - position)))
            .ToString();
    }
}
