using System;

namespace Authlete.ApiClient.Transport;

/// <summary>Formats a result for messages. The server's message repeats the code and often the path, which the text already contains.</summary>
internal static class ResultText
{
    /// <summary>Returns the code and the server's message as the end of a sentence.</summary>
    /// <param name="code">The result code.</param>
    /// <param name="message">The server's message, masked; null if there is none.</param>
    /// <param name="path">The operation's path template.</param>
    public static string Of(string? code, string? message, string path)
    {
        var text = (message ?? "").Trim();
        if (code is not null && text.StartsWith("[" + code + "]", StringComparison.Ordinal))
        {
            text = text.Substring(code.Length + 2).TrimStart();
        }

        text = WithoutPath(text, path);
        return code is null
            ? text.Length == 0
                ? "no result code."
                : EndSentence(text)
            : text.Length == 0
                ? code + "."
                : code + ": " + EndSentence(text);
    }

    private static string EndSentence(string text) => text[text.Length - 1] is '.' or '!' or '?' ? text : text + ".";

    /// <summary>Removes the path, which may be the template, contain the value, or end before it.</summary>
    private static string WithoutPath(string text, string path)
    {
        var comma = text.IndexOf(',');
        return comma > 0 && text.IndexOf(' ', 0, comma) < 0 && text.StartsWith(path.Split('{')[0].TrimEnd('/'), StringComparison.Ordinal)
            ? text.Substring(comma + 1).TrimStart()
            : text;
    }
}
