using System;
using System.Collections.Generic;
using System.Linq;

namespace Authlete.Sandbox.Authorization;

/// <summary>The requested response type, as a combination of flags.</summary>
internal readonly record struct ResponseType(bool Code, bool Token, bool IdToken)
{
    /// <summary>Whether a token passes through the browser, so that the response must not be in the query.</summary>
    public bool IsFrontChannel => Token || IdToken;

    /// <summary>The API's name, such as <c>CODE_ID_TOKEN</c>.</summary>
    public string ApiName => this == default ? "NONE" : string.Join('_', Parts("CODE", "ID_TOKEN", "TOKEN"));

    /// <summary>Reads the parameter's value, in which order doesn't matter.</summary>
    public static bool TryParse(string text, out ResponseType responseType)
    {
        responseType = default;
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words is ["none"])
        {
            return true;
        }

        if (words.Length == 0 || words.Distinct(StringComparer.Ordinal).Count() != words.Length)
        {
            return false;
        }

        if (words.Except(["code", "token", "id_token"]).Any())
        {
            return false;
        }

        responseType = new ResponseType(words.Contains("code"), words.Contains("token"), words.Contains("id_token"));
        return true;
    }

    public override string ToString() => this == default ? "none" : string.Join(' ', Parts("code", "id_token", "token"));

    private IEnumerable<string> Parts(string code, string idToken, string token)
    {
        if (Code)
        {
            yield return code;
        }

        if (IdToken)
        {
            yield return idToken;
        }

        if (Token)
        {
            yield return token;
        }
    }
}
