using System;
using System.Net;
using Authlete.ApiClient.Transport;
using Xunit;

namespace Authlete.ApiClient.Tests.Transport;

public sealed class ApiEndpointTests
{
    [Fact]
    public void The_vendor_s_servers_are_the_default()
    {
        Assert.Equal("https://api.authlete.com/api", ApiEndpoint.DefaultBaseUri.AbsoluteUri);
        Assert.Equal(TimeSpan.FromSeconds(30), CallPolicy.Default.Timeout);
    }

    [Fact]
    public void Its_text_does_not_show_the_password_of_the_proxy_credential()
    {
        var endpoint = new ApiEndpoint(
            ApiEndpoint.DefaultBaseUri,
            new Uri("http://proxy.example:8080"),
            new NetworkCredential("user", "pa55word")
        );

        Assert.DoesNotContain("pa55word", endpoint.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Its_text_does_not_show_a_password_in_the_URI_of_the_proxy()
    {
        var endpoint = new ApiEndpoint(ApiEndpoint.DefaultBaseUri, new Uri("http://user:pa55word@proxy.example:8080"));

        Assert.DoesNotContain("pa55word", endpoint.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Its_text_does_not_show_a_password_in_the_base_URI()
    {
        var endpoint = new ApiEndpoint(new Uri("https://user:pa55word@api.example/api"));

        Assert.DoesNotContain("pa55word", endpoint.ToString(), StringComparison.Ordinal);
    }
}
