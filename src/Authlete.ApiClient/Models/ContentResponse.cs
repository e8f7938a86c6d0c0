using System;
using System.Collections;
using System.Collections.Specialized;
using System.Linq;
using System.Text;
using Authlete.ApiClient.Encodings;
using Authlete.ApiClient.Json;

namespace Authlete.ApiClient.Models;

/// <summary>A response with content for the client application.</summary>
public abstract class ContentResponse : ApiResponse
{
    /// <summary>The content to return to the client application. The action determines its form: a redirect URI, a page, JSON, or a header value.</summary>
    public string? ResponseContent => GetString("responseContent");

    /// <summary>
    /// The decoded parameters of the redirect (RFC 6749 sections 4.1.2 and 4.2.2), from the fragment of the URI if it has one, otherwise from
    /// its query; null if the action is not LOCATION. If a name occurs more than once, its value is an array.
    /// </summary>
    public IDictionary? ResponseParameters
    {
        get
        {
            if (!string.Equals(GetString("action"), "LOCATION", StringComparison.Ordinal) || ResponseContent is not { } location)
            {
                return null;
            }

            var fragment = location.IndexOf('#');
            var query = location.IndexOf('?');
            var encoded =
                fragment >= 0 && fragment < location.Length - 1 ? location.Substring(fragment + 1)
                : query >= 0 ? location.Substring(query + 1)
                : "";
            var parameters = new OrderedDictionary(StringComparer.Ordinal);
            foreach (var group in FormEncoding.Parse(encoded.TrimEnd('#')).GroupBy(pair => pair.Key, StringComparer.Ordinal))
            {
                var values = group.Select(pair => pair.Value).ToArray();
                parameters[group.Key] = values.Length == 1 ? values[0] : values;
            }

            return parameters;
        }
    }

    /// <summary>Returns the content as an ordered dictionary if it is a JSON object, otherwise null. Nested objects are dictionaries too.</summary>
    public IDictionary? GetResponseObject()
    {
        var content = ResponseContent;
        if (content is null || !content.TrimStart().StartsWith("{", StringComparison.Ordinal))
        {
            return null;
        }

        try
        {
            return JsonValues.ToPlain(JsonReader.Read(Encoding.UTF8.GetBytes(content))) as IDictionary;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
