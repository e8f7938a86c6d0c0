using System;
using System.Linq;
using System.Text;
using Authlete.ApiClient.Api;
using Authlete.ApiClient.Encodings;
using Authlete.ApiClient.Models;
using Authlete.ApiClient.Transport;
using Authlete.PowerShell.Binding;
using static Authlete.Fuzz.FuzzTarget;

namespace Authlete.Fuzz;

/// <summary>Texts that become part of a request, or quote one.</summary>
internal static class TextSurface
{
    private static readonly Func<string, string>[] s_encodings =
    [
        text => text,
        Uri.EscapeDataString,
        FormEncoding.Encode,
        text => Convert.ToBase64String(Encoding.UTF8.GetBytes(text)),
        text => Base64Url.Encode(Encoding.UTF8.GetBytes(text)),
    ];

    /// <summary>Masks a secret on the first line in the text on the second.</summary>
    public static void Mask(byte[] input)
    {
        var lines = ToText(input).Split('\n', 2);
        var (secret, around) = (lines[0], lines[^1]);
        if (secret.Length < 8 || secret.Contains("***", StringComparison.Ordinal))
        {
            return;
        }

        var call = new ApiCall(Operations.AuthToken)
        {
            Body = new TokenRequest { Parameters = "code=" + Uri.EscapeDataString(secret), ClientSecret = secret },
        };
        foreach (var encode in s_encodings)
        {
            var shown = Redaction.MaskSent(around + " " + encode(secret) + " " + around, call, null)!;
            Require(!shown.Contains(encode(secret), StringComparison.Ordinal), "a secret that was sent is masked");
        }
    }

    public static void Form(byte[] input)
    {
        var text = ToText(input);
        var pairs = FormEncoding.Parse(text).ToList();
        Require(FormEncoding.Parse(FormEncoding.Build(pairs)).SequenceEqual(pairs), "what is built means the same");
        var encoded = FormParameters.Encode(text)!;
        Require(
            encoded.StartsWith("http", StringComparison.OrdinalIgnoreCase) || FormParameters.Encode(encoded) == encoded,
            "what is encoded stays as it is"
        );
        Require(encoded.All(character => character is > ' ' and < '\u007f'), "all is encoded");
    }

    /// <summary>Builds a path from the value on the first line and the query on the second.</summary>
    public static void Path(byte[] input)
    {
        var lines = ToText(input).Split('\n', 2);
        var baseUri = new Uri("https://api.example.com/base/api");
        try
        {
            var call = new ApiCall(Operations.ClientGet).WithPathValue("clientId", lines[0]).WithEncodedQuery(lines[^1]);
            var uri = call.ToUri(baseUri);
            Require(uri.Authority == baseUri.Authority && uri.Fragment.Length == 0, "a request stays on its host");
            Require(uri.AbsolutePath.StartsWith("/base/api/client/get/", StringComparison.Ordinal), "a path stays below the base");
            Require(uri.Segments.Length == 6, "a value is one part of the path");
        }
        catch (ArgumentException)
        {
            // A documented exception.
        }
    }
}
