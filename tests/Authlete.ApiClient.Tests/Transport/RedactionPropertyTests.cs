using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Authlete.ApiClient.Api;
using Authlete.ApiClient.Json;
using Authlete.ApiClient.Models;
using Authlete.ApiClient.Transport;
using CsCheck;
using Xunit;

namespace Authlete.ApiClient.Tests.Transport;

/// <summary>A secret that was sent is never shown, no matter where it was sent and how the server encodes it.</summary>
public sealed partial class RedactionPropertyTests
{
    private static readonly Gen<string> s_secret = Gen.OneOf(
        Gen.String[Gen.Char.AlphaNumeric, 8, 60],
        // A path value that starts with a dot segment is rejected before anything is sent.
        Gen.String[Gen.OneOf(Gen.Char[' ', '~'], Gen.OneOf('ä', 'ß', '€', '漢')), 8, 40]
            .Where(text => text.Trim().Length == text.Length && text[0] != '.'),
        // The search ignores white space and plus signs, so that few characters of these values remain.
        Gen.String[Gen.Char["+ +ab"], 8, 16].Where(text => text.Trim().Length == text.Length)
    );

    // The text around a quoted value. It contains nothing that could be part of an encoding.
    private static readonly Gen<string> s_around = Gen.OneOf("", " ", "'", "The value ", " is wrong. ", "\n", ": ", "[", "]", "…", "***");

    private static readonly (string Name, Func<string, string> Encode)[] s_encodings =
    [
        ("plain", text => text),
        ("URL", Uri.EscapeDataString),
        ("form", text => Uri.EscapeDataString(text).Replace("%20", "+", StringComparison.Ordinal)),
        ("Base64", text => Convert.ToBase64String(Encoding.UTF8.GetBytes(text))),
        ("base64url", text => System.Buffers.Text.Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text))),
        ("URL in lower case", text => LowerCaseEscapes().Replace(Uri.EscapeDataString(text), match => match.Value.ToLowerInvariant())),
        ("URL of each byte", text => string.Concat(Encoding.UTF8.GetBytes(text).Select(item => $"%{item:x2}"))),
        ("URL as others encode it", text => WebUtility.UrlEncode(text).Replace("!", "%21", StringComparison.Ordinal)),
        ("JSON", text => JsonEncodedText.Encode(text).Value),
        ("JSON of each character", text => string.Concat(text.Select(item => $"\\u{(int)item:x4}"))),
        ("HTML", text => WebUtility.HtmlEncode(text)),
        ("HTML of each character", text => string.Concat(text.Select(item => $"&#{(int)item};"))),
        ("hex", text => Convert.ToHexStringLower(Encoding.UTF8.GetBytes(text))),
        ("hex in upper case", text => Convert.ToHexString(Encoding.UTF8.GetBytes(text))),
        ("URL twice", text => Uri.EscapeDataString(Uri.EscapeDataString(text))),
        ("Base64 of what is URL-encoded", text => Convert.ToBase64String(Encoding.UTF8.GetBytes(Uri.EscapeDataString(text)))),
    ];

    private static readonly (string Name, Func<string, ApiCall> Send)[] s_places =
    [
        ("body", secret => new ApiCall(Operations.AuthIntrospection) { Body = new IntrospectionRequest { Token = secret } }),
        ("list in the body", secret => Body(new() { ["ids"] = new[] { "other", secret } })),
        ("object in the body", secret => Body(new() { ["a"] = new Dictionary<string, object> { ["b"] = secret } })),
        ("JSON in a text", secret => Body(new() { ["claims"] = PlainJson.Serialize(new Dictionary<string, object> { ["x"] = secret }) })),
        (
            "parameters",
            secret => new ApiCall(Operations.AuthToken)
            {
                Body = new TokenRequest { Parameters = "grant_type=password&password=" + Uri.EscapeDataString(secret) },
            }
        ),
        ("query", secret => new ApiCall(Operations.AuthTokenGetList).WithQuery("subject", secret)),
        ("path", secret => new ApiCall(Operations.AuthTokenDelete).WithPathValue("accessTokenIdentifier", secret)),
    ];

    [Fact]
    public void A_secret_in_any_place_is_masked_in_each_encoding_within_any_text()
    {
        Gen.Select(s_secret, Gen.OneOf(s_places), Gen.OneOf(s_encodings), s_around, s_around)
            .Sample(
                (secret, place, encoding, before, after) =>
                {
                    var shown = Redaction.MaskSent(before + encoding.Encode(secret) + after, place.Send(secret), null);

                    AssertMasked(shown, encoding.Encode(secret), before, after);
                },
                iter: 2000,
                print: sample => $"{sample.Item1} in {sample.Item2.Name} as {sample.Item3.Name}"
            );
    }

    [Fact]
    public void The_API_secret_and_the_Basic_credential_are_masked_in_each_encoding()
    {
        Gen.Select(s_secret.Where(secret => !secret.Contains(':', StringComparison.Ordinal)), Gen.OneOf(s_encodings), s_around, s_around)
            .Sample(
                (secret, encoding, before, after) =>
                {
                    var credential = new ApiCredential("12345", secret);
                    var basic = Convert.ToBase64String(Encoding.UTF8.GetBytes("12345:" + secret));
                    var text = before + encoding.Encode(secret) + after + " Basic " + basic;

                    var shown = Redaction.MaskSent(text, new ApiCall(Operations.Info), credential);

                    AssertMasked(shown, encoding.Encode(secret), before, after);
                    AssertMasked(shown, basic, " Basic ", "");
                },
                iter: 1000,
                print: sample => $"{sample.Item1} as {sample.Item2.Name}"
            );
    }

    [Fact]
    public void Masking_masked_text_again_changes_nothing()
    {
        Gen.Select(s_secret, s_around, s_around)
            .Sample(
                (secret, before, after) =>
                {
                    var call = s_places[0].Send(secret);
                    var once = Redaction.MaskSent(before + secret + after, call, null);

                    Assert.Equal(once, Redaction.MaskSent(once, call, null));
                }
            );
    }

    [GeneratedRegex("%[0-9A-F]{2}")]
    private static partial Regex LowerCaseEscapes();

    /// <summary>Asserts that no significant part of the secret is shown, and that the text around it is unchanged.</summary>
    private static void AssertMasked(string? shown, string encoded, string before, string after)
    {
        for (var start = 0; start + 8 <= encoded.Length; start++)
        {
            Assert.DoesNotContain(encoded.Substring(start, 8), shown!, StringComparison.Ordinal);
        }

        Assert.Contains("***", shown!, StringComparison.Ordinal);
        Assert.All(Words(before + " " + after), word => Assert.Contains(word, shown!, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Words(string text) =>
        text.Split(' ').Select(word => word.Trim('.')).Where(word => word.All(char.IsAsciiLetter));

    private static ApiCall Body(Dictionary<string, object> members)
    {
        var body = new JsonView();
        foreach (var (name, value) in members)
        {
            body.SetMember(name, value);
        }

        return new ApiCall(Operations.AuthIntrospection) { Body = body };
    }
}
