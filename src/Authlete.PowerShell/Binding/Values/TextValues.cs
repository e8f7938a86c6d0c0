using System;
using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Net;
using System.Security;
using Authlete.ApiClient.Json;

namespace Authlete.PowerShell.Binding;

/// <summary>Converts values to text in the invariant culture.</summary>
internal static class TextValues
{
    /// <summary>Returns the text of a plain value or a SecureString; null for null.</summary>
    /// <exception cref="FormatException">The value is a structure or a time.</exception>
    public static string? ToText(object? value) =>
        value switch
        {
            null => null,
            SecureString secret => Reveal(secret),
            _ => RequireText(value),
        };

    /// <summary>Returns the text of a plain value.</summary>
    /// <exception cref="FormatException">The value is null, a structure or a time.</exception>
    public static string RequireText(object? value) =>
        value switch
        {
            string text => text,
            Uri uri => uri.OriginalString,
            bool flag => flag ? "true" : "false",
            DateTime or DateTimeOffset => throw new FormatException("Text is expected here, but this is a time. Convert it to text first."),
            IConvertible or Guid or Version or IPAddress => Convert.ToString(value, CultureInfo.InvariantCulture),
            _ => throw new FormatException("Text is expected here, but this is " + Describe(value) + "."),
        };

    /// <summary>Returns an identifier as text. A number must be an integer, because 1.5 and 1E+26 can't identify anything.</summary>
    /// <exception cref="FormatException">The value is not an identifier.</exception>
    public static string RequireIdentifier(object? value) =>
        NumberValues.IsNumber(value)
            ? NumberValues.ToNumber(value, "A whole number, or text,").ToString(CultureInfo.InvariantCulture)
            : RequireText(value);

    public static string Reveal(SecureString secret) => new NetworkCredential("", secret).Password;

    /// <summary>Describes a value for messages, without its content.</summary>
    public static string Describe(object? value) =>
        value switch
        {
            null => "null",
            JsonView => WithArticle(value.GetType().Name),
            IDictionary => "a dictionary",
            PSObject { BaseObject: PSCustomObject } => "an object",
            IEnumerable => "a list",
            _ => WithArticle(value.GetType().Name),
        };

    private static string WithArticle(string noun) => ("AEIO".IndexOf(noun[0]) >= 0 ? "an " : "a ") + noun;
}
