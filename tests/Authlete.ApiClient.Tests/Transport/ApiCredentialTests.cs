using System;
using System.Text;
using Authlete.ApiClient.Transport;
using Xunit;

namespace Authlete.ApiClient.Tests.Transport;

public sealed class ApiCredentialTests
{
    [Fact]
    public void Its_text_is_the_key()
    {
        Assert.Equal("1234567890", new ApiCredential("1234567890", "the-secret").ToString());
    }

    [Fact]
    public void No_public_property_holds_the_secret()
    {
        var keys = new ApiCredential("1234567890", "the-secret");

        Assert.All(
            typeof(ApiCredential).GetProperties(),
            property => Assert.DoesNotContain("secret", property.GetValue(keys)?.ToString() ?? "", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("1234567890", "secret")]
    [InlineData("1234567890", "pä:ss")]
    [InlineData("1234567890", "")]
    public void The_header_is_HTTP_Basic_in_UTF8(string key, string secret)
    {
        var header = new ApiCredential(key, secret).Header;

        Assert.Equal("Basic", header.Scheme);
        Assert.Equal(key + ":" + secret, Encoding.UTF8.GetString(Convert.FromBase64String(header.Parameter!)));
    }

    [Fact]
    public void Key_and_secret_are_needed()
    {
        Assert.Throws<ArgumentNullException>("key", () => new ApiCredential(null!, "s"));
        Assert.Throws<ArgumentNullException>("secret", () => new ApiCredential("k", null!));
    }
}
