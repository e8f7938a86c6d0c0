using System;
using System.Linq;
using System.Net;
using CsCheck;
using Xunit;

namespace Authlete.PowerShell.Tests.Cmdlets;

/// <summary>Any text as a base URI results in a URI that a credential may be sent to, or an error of the module.</summary>
public sealed class BaseUriPropertyTests : IDisposable
{
    private static readonly Gen<string> s_piece = Gen.OneOf(
        "https://",
        "http://",
        "HTTPS:",
        "ftp://",
        "file:///",
        "//",
        "/",
        "\\",
        "..",
        "api.example.com",
        "127.0.0.1",
        "localhost",
        "[::1]",
        "0x7f.1",
        "münchen.example",
        "user:canary-4711@",
        "@",
        ":",
        ":443",
        ":99999",
        "?canary-4711",
        "#canary-4711",
        "%2e%2e",
        "%00",
        "%",
        "%e",
        "api",
        " ",
        "\t",
        "\r\n",
        "\0",
        "'",
        "$(1)",
        "漢"
    );

    private static readonly Gen<string> s_text = Gen.OneOf(
        s_piece.Array[0, 6].Select(string.Concat),
        s_piece.Array[0, 4].Select(pieces => "https://api.example.com" + string.Concat(pieces)),
        s_piece.Array[0, 4].Select(pieces => "http://localhost" + string.Concat(pieces)),
        Gen.String
    );

    private readonly EngineSession _session = new();

    public BaseUriPropertyTests() => _session.Set("credential", EngineSession.Credential("21653835348762", "secret"));

    public void Dispose() => _session.Dispose();

    [Fact]
    public void Any_text_is_a_base_URI_that_is_safe_to_send_to_or_an_error()
    {
        s_text.Sample(
            text =>
            {
                _session.Set("text", text);

                var result = _session.TryRun("Connect-Authlete $credential -BaseUri $text -SkipTest -PassThru");

                if (result.Errors.Count > 0)
                {
                    var error = Assert.Single(result.Errors);
                    Assert.Contains(
                        error.Id(),
                        (string[])["InvalidBaseUri", "UnencryptedAuthentication", "ParameterArgumentTransformationError"]
                    );
                    Assert.DoesNotContain("canary", error.ToString(), StringComparison.Ordinal);
                    return;
                }

                var uri = (Uri)Assert.Single(result.Output).Value("BaseUri")!;
                Assert.True(
                    uri.Scheme == "https"
                        || (uri.Scheme == "http" && (uri.Host == "localhost" || IPAddress.IsLoopback(IPAddress.Parse(uri.Host)))),
                    uri.ToString()
                );
                Assert.Equal("", uri.UserInfo + uri.Query + uri.Fragment);
                Assert.NotEmpty(uri.Host);

                // Request URIs are created from the text, so parsing it must return the same URI.
                Assert.Equal(uri.AbsoluteUri, new Uri(uri.AbsoluteUri).AbsoluteUri);
            },
            iter: 400,
            threads: 1
        );
    }

    [Theory]
    [InlineData("-BaseUri")]
    [InlineData("-BaseUri $baseUri -Proxy")]
    public void A_password_in_a_text_that_is_no_URI_is_not_shown(string parameter)
    {
        _session.Set("baseUri", "https://api.example.com/api");

        var error = _session.RunError("Connect-Authlete $credential -SkipTest " + parameter + " 'https://user:canary-4711@'");

        Assert.Equal("ParameterArgumentTransformationError", error.Id());
        Assert.DoesNotContain("canary", error.ToString() + error.Exception, StringComparison.Ordinal);
    }

    [Fact]
    public void A_password_in_the_base_URI_of_one_cmdlet_that_is_none_is_not_shown_either()
    {
        var error = _session.RunError("Get-AuthleteClient -Credential $credential -BaseUri 'https://user:canary-4711@'");

        Assert.Equal("ParameterArgumentTransformationError", error.Id());
        Assert.DoesNotContain("canary", error.ToString() + error.Exception, StringComparison.Ordinal);
    }
}
