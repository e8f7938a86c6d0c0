using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Authlete.ApiClient.Api;
using Authlete.ApiClient.Encodings;
using Authlete.ApiClient.Json;
using Authlete.ApiClient.Transport;
using CsCheck;
using Xunit;

namespace Authlete.ApiClient.Tests.Transport;

/// <summary>A value is masked in any encoding, because the text is compared after decoding.</summary>
public sealed class EncodedSecretTests
{
    private const string ApiKey = "1234567890";

    private static readonly Dictionary<string, Func<string, string>> s_encodings = new()
    {
        ["none"] = text => text,
        ["percent"] = Uri.EscapeDataString,
        ["percent in lower case"] = text => PercentEncode(text, IsUnreserved, "x2"),
        ["percent, slash kept"] = text => PercentEncode(text, character => IsUnreserved(character) || character == '/', "X2"),
        ["percent, only plus"] = text => text.Replace("+", "%2b", StringComparison.Ordinal),
        ["percent, every byte"] = text => PercentEncode(text, _ => false, "x2"),
        ["percent twice"] = text => Uri.EscapeDataString(Uri.EscapeDataString(text)),
        ["form"] = FormEncoding.Encode,
        ["Java's URLEncoder"] = text => PercentEncode(text, c => IsUnreserved(c) && c != '~' || c == '*', "X2").Replace("%20", "+"),
        ["JSON, ASCII only"] = text => Each(text, c => char.IsAsciiLetterOrDigit(c) ? c.ToString() : $"\\u{(int)c:x4}"),
        ["JSON in upper case"] = text => Each(text, c => char.IsAsciiLetterOrDigit(c) ? c.ToString() : $"\\u{(int)c:X4}"),
        ["JSON, slash escaped"] = text => text.Replace("/", @"\/", StringComparison.Ordinal),
        ["JSON twice"] = text => Each(text, c => char.IsAsciiLetterOrDigit(c) ? c.ToString() : $"\\\\u{(int)c:x4}"),
        ["JavaScript"] = text => string.Concat(Encoding.UTF8.GetBytes(text).Select(b => $"\\x{b:x2}")),
        ["JavaScript, code points"] = text => string.Concat(text.EnumerateRunes().Select(rune => $"\\u{{{rune.Value:x}}}")),
        ["octal"] = text => string.Concat(Encoding.UTF8.GetBytes(text).Select(b => "\\" + Convert.ToString(b, 8).PadLeft(3, '0'))),
        ["JavaScript's escape"] = text => Each(text, c => char.IsAsciiLetterOrDigit(c) ? c.ToString() : $"%u{(int)c:X4}"),
        ["HTML"] = WebUtility.HtmlEncode,
        ["HTML, decimal"] = text => Each(text, c => char.IsAsciiLetterOrDigit(c) ? c.ToString() : $"&#{(int)c};"),
        ["HTML, hexadecimal"] = text => Each(text, c => char.IsAsciiLetterOrDigit(c) ? c.ToString() : $"&#x{(int)c:X};"),
        ["HTML, no semicolon"] = text => Regex.Replace(text, "[/+=](?![0-9;])", match => $"&#{(int)match.Value[0]}"),
        ["HTML, names"] = text =>
            text.Replace("&", "&amp;", StringComparison.Ordinal)
                .Replace("+", "&plus;", StringComparison.Ordinal)
                .Replace("/", "&sol;", StringComparison.Ordinal)
                .Replace("=", "&equals;", StringComparison.Ordinal),
        ["HTML of percent"] = text => Uri.EscapeDataString(text).Replace("%", "&#37;", StringComparison.Ordinal),
        ["hexadecimal"] = text => Convert.ToHexStringLower(Encoding.UTF8.GetBytes(text)),
        ["hexadecimal in upper case"] = text => Convert.ToHexString(Encoding.UTF8.GetBytes(text)),
        ["hexadecimal with colons"] = text => BitConverter.ToString(Encoding.UTF8.GetBytes(text)).Replace('-', ':'),
        ["hexadecimal with hyphens"] = text => BitConverter.ToString(Encoding.UTF8.GetBytes(text)),
        ["Base64"] = Base64,
        ["Base64 without padding"] = text => Base64(text).TrimEnd('='),
        ["Base64url"] = text => Base64Url.Encode(Encoding.UTF8.GetBytes(text)),
        ["Base64, percent-encoded"] = text => Uri.EscapeDataString(Base64(text)),
        ["Base64 of Base64"] = text => Base64(Base64(text)),
        ["Base64 of hexadecimal"] = text => Base64(Convert.ToHexString(Encoding.UTF8.GetBytes(text))),
        ["Base64 of percent"] = text => Base64(Uri.EscapeDataString(text)),
        ["hexadecimal of Base64"] = text => Convert.ToHexString(Encoding.UTF8.GetBytes(Base64(text))),
        ["quoted-printable"] = text =>
            string.Concat(Encoding.UTF8.GetBytes(text).Select(b => b is (byte)'=' or >= 0x7F ? $"={b:X2}" : ((char)b).ToString())),
        ["quoted-printable, every byte"] = text => string.Concat(Encoding.UTF8.GetBytes(text).Select(b => $"={b:X2}")),
        ["Base32"] = Base32,
        ["Base32 of Base64"] = text => Base32(Base64(text)),
        ["bytes in decimal"] = text => string.Join(", ", Encoding.UTF8.GetBytes(text)),
        ["signed bytes in decimal"] = text => string.Join(' ', Encoding.UTF8.GetBytes(text).Select(b => (sbyte)b)),
        ["wrapped"] = text => Wrap(text, 7, "\n"),
        ["Base64, wrapped"] = text => Wrap(Base64(text), 16, "\r\n"),
        ["Base64, wrapped in JSON"] = text => Wrap(Base64(text), 16, "\\n"),
    };

    public static TheoryData<string, string> SecretsInEncodings { get; } =
        new(
            from secret in new[]
            {
                "api/secret+of the=service?>",
                "pass&word<with>\"quotes'\\and%41more",
                "grüße+/=日本語😀secret",
                "kQ9+/w0==rZ",
                "HtmlAndUrlSafe_-secret.0123456789",
            }
            from encoding in s_encodings.Keys
            select (secret, encoding)
        );

    [Theory]
    [MemberData(nameof(SecretsInEncodings))]
    public void A_secret_is_masked_in_any_encoding(string secret, string encoding)
    {
        var encoded = s_encodings[encoding](secret);

        Assert.Equal("Key: '***'.", Mask($"Key: '{encoded}'.", secret));
        Assert.Equal("***", Mask(encoded, secret));
    }

    [Theory]
    [MemberData(nameof(SecretsInEncodings))]
    public void A_parameter_is_masked_in_any_encoding(string value, string encoding)
    {
        var body = new JsonView();
        body.SetMember("somethingNew", value);

        Assert.Equal(
            "Value: '***'.",
            Redaction.MaskSent($"Value: '{s_encodings[encoding](value)}'.", new ApiCall(Operations.AuthIntrospection) { Body = body }, null)
        );
    }

    [Fact]
    public void A_secret_in_UTF_16_is_masked()
    {
        const string secret = "the/secret+of=service";
        var bytes = Encoding.Unicode.GetBytes(secret);
        foreach (var encoded in new[] { Convert.ToBase64String(bytes), Convert.ToHexString(bytes) })
        {
            var masked = Mask("Key: " + encoded, secret);

            Assert.StartsWith("Key: ***", masked, StringComparison.Ordinal);
            Assert.InRange(masked.Length, 8, 11);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void A_secret_is_masked_at_each_alignment_of_Base64(int before)
    {
        const string secret = "the/secret+of=service";
        var text = new string('k', before) + ":" + secret + ":after";
        foreach (var encoded in new[] { Base64(text), Base64Url.Encode(Encoding.UTF8.GetBytes(text)), "xyz" + Base64(text) })
        {
            var masked = Mask("Header: Basic " + encoded + " is wrong.", secret);

            Assert.StartsWith("Header: Basic ", masked, StringComparison.Ordinal);
            Assert.EndsWith(" is wrong.", masked, StringComparison.Ordinal);
            Assert.Contains("***", masked, StringComparison.Ordinal);
            AssertNothingLeft(secret, masked);
        }
    }

    [Fact]
    public void The_credential_is_masked_as_RFC_6749_encodes_it_too()
    {
        const string secret = "the/secret+of=service";
        var encoded = Base64(FormEncoding.Encode(ApiKey) + ":" + FormEncoding.Encode(secret));

        Assert.Matches(@"^Basic \w*\*\*\*$", Mask("Basic " + encoded, secret));
        Assert.Equal("Basic ***", Mask("Basic " + Base64(ApiKey + ":" + secret), secret));
        Assert.Equal("Basic ***", Mask("Basic " + Base64Url.Encode(Encoding.UTF8.GetBytes(ApiKey + ":" + secret)), secret));
    }

    [Theory]
    [InlineData("line by line: {0}")]
    [InlineData("in one line: {1}")]
    [InlineData("with escapes: {2}")]
    [InlineData("as hexadecimal: {3}")]
    [InlineData("as Base64url: {4}")]
    [InlineData("quoted: {5}")]
    public void A_key_in_PEM_is_masked_however_its_content_is_written(string format)
    {
        var key = Enumerable.Range(0, 150).Select(i => (byte)(i * 89 + 7)).ToArray();
        var pem = $"-----BEGIN PRIVATE KEY-----\n{Wrap(Convert.ToBase64String(key), 64, "\n")}\n-----END PRIVATE KEY-----\n";
        var lines = pem.Split('\n').Skip(1).SkipLast(2).ToArray();
        var text = string.Format(
            CultureInfo.InvariantCulture,
            format,
            string.Join(", then: ", lines),
            string.Concat(lines),
            pem.Replace("\n", "\\n", StringComparison.Ordinal),
            Convert.ToHexString(key),
            Base64Url.Encode(key),
            string.Join('\n', lines.Select(line => "> " + line))
        );
        var body = new JsonView();
        body.SetMember("key", pem);

        var masked = Redaction.MaskSent(text, new ApiCall(Operations.AuthIntrospection) { Body = body }, null)!;

        Assert.Contains("***", masked, StringComparison.Ordinal);
        AssertNothingLeft(
            text[(text.IndexOf(':', StringComparison.Ordinal) + 2)..],
            masked.Replace("then: ", "", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("+ secret-of-the-service")]
    [InlineData("secret-of-the-service + +")]
    public void Pluses_and_blanks_at_an_end_belong_to_the_secret(string secret)
    {
        var masked = Mask($"Key: {Base64(Uri.EscapeDataString(secret))}.", secret);

        Assert.Equal("Key: ***.", masked);
    }

    [Fact]
    public void A_part_of_a_long_value_is_masked_too()
    {
        var token = string.Concat(Enumerable.Range(0, 60).Select(i => (i * 7919 % 1000).ToString("x3", CultureInfo.InvariantCulture)));

        Assert.Equal("It begins with ***…", Mask($"It begins with {token[..40]}…", token));
        Assert.Equal("It ends with ***.", Mask($"It ends with {token[^40..]}.", token));
    }

    [Fact]
    public void Text_that_only_looks_encoded_is_kept()
    {
        const string text = "[A004201] 100% of R&D; C:\\users\\u12 &amp; %zz, deadbeef, authorization_code/request+object, cafe 1234";

        Assert.Equal(text, Mask(text, "the/secret+of=service"));
    }

    [Fact]
    public void A_long_text_is_cut_and_what_was_sent_is_masked_up_to_its_end()
    {
        const string secret = "the/secret+of=service";
        var text = new string('.', PrintableText.MaxMessageLength - 10) + secret + string.Concat(Enumerable.Repeat("and more ", 1000_000));

        var masked = Mask(text, secret);

        Assert.InRange(masked.Length, 1000, PrintableText.MaxMessageLength);
        Assert.EndsWith(".***…", masked, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_secret_in_any_two_encodings_leaves_nothing()
    {
        var encoding = Gen.Int[0, s_encodings.Count - 1].Select(i => s_encodings.Keys.ElementAt(i));

        // A backslash at the end would escape the quote after it.
        var inner = Gen.String[Gen.Char[' ', '~'], 10, 40].Select(text => "a" + text + "z");
        Gen.Select(inner, encoding, encoding)
            .Where((_, first, second) => !(IsTwofold(first) && IsTwofold(second)))
            .Sample(
                (secret, first, second) => Mask($"Key: '{s_encodings[second](s_encodings[first](secret))}'.", secret) == "Key: '***'.",
                iter: 2000
            );
    }

    /// <summary>Whether an encoding already combines two, or can be nested in another. Servers don't echo three layers.</summary>
    private static bool IsTwofold(string encoding) =>
        encoding.Contains("Base", StringComparison.Ordinal)
        || encoding.Contains("decimal", StringComparison.Ordinal) && !encoding.StartsWith("HTML", StringComparison.Ordinal);

    private static string Mask(string text, string secret) =>
        Redaction.MaskSent(text, new ApiCall(Operations.Info), new ApiCredential(ApiKey, secret))!;

    /// <summary>Asserts that no eight consecutive characters of a text are left.</summary>
    private static void AssertNothingLeft(string text, string masked)
    {
        for (var i = 0; i + 8 <= text.Length; i++)
        {
            Assert.DoesNotContain(text.Substring(i, 8), masked, StringComparison.Ordinal);
        }
    }

    private static bool IsUnreserved(char character) => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '.' or '~';

    private static string PercentEncode(string text, Func<char, bool> isKept, string format) =>
        string.Concat(
            Encoding
                .UTF8.GetBytes(text)
                .Select(b => b < 0x80 && isKept((char)b) ? ((char)b).ToString() : "%" + b.ToString(format, CultureInfo.InvariantCulture))
        );

    private static string Each(string text, Func<char, string> encode) => string.Concat(text.Select(encode));

    private static string Wrap(string text, int width, string lineEnd) =>
        string.Join(lineEnd, text.Chunk(width).Select(line => new string(line)));

    /// <summary>Encodes text as Base32 (RFC 4648 section 6).</summary>
    private static string Base32(string text)
    {
        var bits = string.Concat(Encoding.UTF8.GetBytes(text).Select(b => Convert.ToString(b, 2).PadLeft(8, '0')));
        var digits = bits.Chunk(5)
            .Select(chunk => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"[Convert.ToInt32(new string(chunk).PadRight(5, '0'), 2)])
            .ToArray();
        return new string(digits).PadRight((digits.Length + 7) / 8 * 8, '=');
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
