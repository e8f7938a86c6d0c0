using System;
using System.Linq;
using System.Threading.Tasks;
using Authlete.ApiClient.Api;
using Authlete.ApiClient.Transport;
using CsCheck;
using Xunit;

namespace Authlete.ApiClient.Tests.Transport;

public sealed class ApiCallTests
{
    private static readonly Uri s_base = new("https://api.example:8443/api");

    [Theory]
    [InlineData("4711", "4711")]
    [InlineData("a/b", "a%2Fb")]
    [InlineData("/service/get/list", "%2Fservice%2Fget%2Flist")]
    [InlineData("a\\x", "a%5Cx")]
    [InlineData("a?b#c&d", "a%3Fb%23c%26d")]
    [InlineData("100%", "100%25")]
    [InlineData("a%2eb", "a%252eb")]
    [InlineData("a b+c", "a%20b%2Bc")]
    [InlineData("{clientId}", "%7BclientId%7D")]
    [InlineData("naïve", "na%C3%AFve")]
    [InlineData("...", "...")]
    public void A_path_value_is_one_escaped_part(string value, string escaped)
    {
        var call = new ApiCall(Operations.ClientGet).WithPathValue("clientId", value);

        Assert.Equal("https://api.example:8443/api/client/get/" + escaped, call.ToUri(s_base).AbsoluteUri);
    }

    [Fact]
    public void Any_path_value_stays_one_segment_and_can_be_decoded()
    {
        Gen.String.Where(value => !string.IsNullOrWhiteSpace(value) && !ApiPath.HasDotSegment(value) && !value.Any(char.IsSurrogate))
            .Sample(value =>
            {
                var uri = new ApiCall(Operations.ClientGet).WithPathValue("clientId", value).ToUri(s_base);

                Assert.Equal(5, uri.Segments.Length);
                Assert.Equal(value, Uri.UnescapeDataString(uri.Segments[4]));
                Assert.Empty(uri.Query);
                Assert.Empty(uri.Fragment);
            });
    }

    [Fact]
    public void No_path_value_and_no_query_leaves_the_host_or_the_path_of_the_operation()
    {
        // Texts with a meaning in URIs, plain and encoded.
        var hostile = Gen.OneOf(
                "..",
                ".",
                "/",
                "\\",
                "%2e",
                "%2F",
                "%5c",
                "%00",
                "?",
                "#",
                "@",
                ":",
                "//",
                "evil.example",
                "\t",
                "\n",
                " ",
                "é",
                "．",
                "／",
                "a"
            )
            .Array[1, 8]
            .Select(string.Concat);
        var bases = Gen.OneOf("https://api.example", "https://api.example/", "https://api.example:8443/api", "http://[::1]:80/a%2Fb/c/");
        Gen.Select(bases, hostile, hostile, hostile)
            .Sample(
                (baseText, value, name, query) =>
                {
                    ApiCall call;
                    try
                    {
                        call = new ApiCall(Operations.ClientGet).WithPathValue("clientId", value).WithQuery(name, query);
                    }
                    catch (ArgumentException)
                    {
                        return;
                    }

                    var baseUri = new Uri(baseText);
                    var uri = call.ToUri(baseUri);

                    var start = baseUri.AbsolutePath.TrimEnd('/') + "/client/get/";
                    Assert.Equal(baseUri.Authority, uri.Authority);
                    Assert.Equal(baseUri.Scheme, uri.Scheme);
                    Assert.StartsWith(start, uri.AbsolutePath, StringComparison.Ordinal);
                    Assert.DoesNotContain('/', uri.AbsolutePath[start.Length..]);
                    Assert.Equal((name, query), (ParameterOf(uri)));
                    Assert.Empty(uri.Fragment);
                },
                iter: 2000
            );

        static (string, string) ParameterOf(Uri uri)
        {
            var parameter = Assert.Single(uri.Query[1..].Split('&')).Split('=');
            return (Uri.UnescapeDataString(parameter[0]), Uri.UnescapeDataString(parameter[1]));
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("../service/get/list")]
    [InlineData("..\\x")]
    [InlineData("%2e%2e")]
    public void A_path_value_that_is_empty_or_names_a_folder_is_refused(string? value)
    {
        var e = Assert.Throws<ArgumentException>(() => new ApiCall(Operations.ClientGet).WithPathValue("clientId", value!));

        Assert.Contains("clientId", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Query_parameters_are_escaped_and_keep_their_order()
    {
        var call = new ApiCall(Operations.AuthTokenGetList)
            .WithQuery("subject", "a&b=c d+e/ü")
            .WithQuery("start", "0")
            .WithQuery("end", "5");

        Assert.Equal("?subject=a%26b%3Dc%20d%2Be%2F%C3%BC&start=0&end=5", call.ToUri(s_base).Query);
    }

    [Fact]
    public void A_query_parameter_without_value_is_not_sent_and_an_empty_one_is()
    {
        var call = new ApiCall(Operations.ClientGetList).WithQuery("developer", null).WithQuery("start", "");

        Assert.Equal("?start=", call.ToUri(s_base).Query);
    }

    [Theory]
    [InlineData("a=b%20c&a=d+e&%26=", "?start=0&a=b%20c&a=d%20e&%26=")]
    [InlineData("", "?start=0")]
    [InlineData(null, "?start=0")]
    public void An_encoded_query_is_added_parameter_by_parameter(string? encoded, string query)
    {
        var call = new ApiCall(Operations.ClientGetList).WithQuery("start", "0").WithEncodedQuery(encoded);

        Assert.Equal(query, call.ToUri(s_base).Query);
    }

    [Fact]
    public void Without_query_parameters_there_is_no_question_mark()
    {
        Assert.Equal("https://api.example:8443/api/info", new ApiCall(Operations.Info).ToUri(s_base).AbsoluteUri);
    }

    [Theory]
    [InlineData("https://api.example/api/", "https://api.example/api/info")]
    [InlineData("https://api.example", "https://api.example/info")]
    [InlineData("https://api.example/a/b?c=d#e", "https://api.example/a/b/info")]
    public void The_path_follows_the_base_however_that_is_written(string baseUri, string expected)
    {
        Assert.Equal(expected, new ApiCall(Operations.Info).ToUri(new Uri(baseUri)).AbsoluteUri);
    }

    [Fact]
    public void An_operation_is_needed()
    {
        Assert.Throws<ArgumentNullException>(() => new ApiCall(null!));
    }

    [Fact]
    public async Task A_call_is_needed()
    {
        await Assert.ThrowsAsync<ArgumentNullException>("call", () => Calls.To(s_base).CallAsync(null!));
    }
}
