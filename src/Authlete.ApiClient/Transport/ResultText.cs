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
        if (code is not null)
        {
            text = Without(text, "[" + code + "]");
        }

        text = Without(text, path + ",");
        return code is null
            ? text.Length == 0
                ? "no result code."
                : EndSentence(text)
            : text.Length == 0
                ? code + "."
                : code + ": " + EndSentence(text);
    }

    private static string EndSentence(string text) => text[text.Length - 1] is '.' or '!' or '?' ? text : text + ".";

    private static string Without(string text, string prefix) =>
        text.StartsWith(prefix, StringComparison.Ordinal) ? text.Substring(prefix.Length).TrimStart() : text;
}
