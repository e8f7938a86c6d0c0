using System;

namespace Authlete.ApiClient.Transport;

/// <summary>A result as people read it. The server's message repeats the code and often the path, which the text has already.</summary>
internal static class ResultText
{
    /// <summary>The code and the server's message, as the end of a sentence.</summary>
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

    /// <summary>The path may be the template, have its value in it, or end before that.</summary>
    private static string WithoutPath(string text, string path)
    {
        var comma = text.IndexOf(',');
        return comma > 0 && text.IndexOf(' ', 0, comma) < 0 && text.StartsWith(path.Split('{')[0].TrimEnd('/'), StringComparison.Ordinal)
            ? text.Substring(comma + 1).TrimStart()
            : text;
    }
}
