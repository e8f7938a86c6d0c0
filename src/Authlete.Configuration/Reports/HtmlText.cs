using System;
using System.Net;

namespace Authlete.Configuration.Reports;

/// <summary>Escapes text for HTML, including attribute values.</summary>
internal static class HtmlText
{
    public static string Escape(string text) => WebUtility.HtmlEncode(text);

    public static string Link(string text, Uri uri) => $"<a href=\"{Escape(uri.AbsoluteUri)}\" rel=\"noreferrer\">{Escape(text)}</a>";
}
