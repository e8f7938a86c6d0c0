using System;
using Xunit;

namespace Authlete.PowerShell.Tests.Cmdlets;

/// <summary>The request that -Parameters of the endpoint cmdlets results in: encoded exactly once.</summary>
public sealed class RequestParametersTests(SandboxFixture fixture) : EngineTests(fixture)
{
    [Theory]
    [InlineData("response_type=code&scope=openid%20profile&state=a%2Bb%26c")]
    [InlineData("response_type=code&scope=openid+profile&redirect_uri=https%3A%2F%2Fclient.example.com%2Fcb%3Fa%3Db")]
    [InlineData("client_id=1&client_id=2")]
    [InlineData("a=1&&b=&c&=d")]
    [InlineData("state=%25&nonce=%E3%81%82")]
    public void A_query_string_that_is_encoded_stays_as_it_is(string query) => Assert.Equal(query, Sent(query));

    [Theory]
    [InlineData("scope=openid profile", "scope=openid+profile")]
    [InlineData("?scope=openid", "scope=openid")]
    [InlineData("  scope=openid\r\n", "scope=openid")]
    [InlineData("state=100%", "state=100%25")]
    [InlineData("state=%zz", "state=%25zz")]
    [InlineData("name=José", "name=Jos%C3%A9")]
    [InlineData("name=😀", "name=%F0%9F%98%80")]
    [InlineData("state=<\"a\">", "state=%3C%22a%22%3E")]
    public void Characters_that_need_encoding_are_encoded(string query, string sent) => Assert.Equal(sent, Sent(query));

    [Theory]
    [InlineData("https://as.example.com/authorize?response_type=code&state=a%20b", "response_type=code&state=a%20b")]
    [InlineData("HTTPS://as.example.com/authorize?state=a#fragment", "state=a")]
    [InlineData(
        "http://127.0.0.1:8080/authorize?redirect_uri=https://client.example.com/cb?x=1",
        "redirect_uri=https://client.example.com/cb?x=1"
    )]
    [InlineData("https://as.example.com/authorize?", "")]
    [InlineData("https://as.example.com/authorize", "")]
    public void A_full_URL_contributes_its_query(string url, string sent) => Assert.Equal(sent, Sent(url));

    [Fact]
    public void A_Uri_object_does_as_well_as_its_text()
    {
        Assert.Equal("state=a%20b", SentBy("([uri]'https://as.example.com/authorize?state=a%20b')"));
    }

    [Theory]
    [InlineData("@{ state = 'a b' }", "state=a+b")]
    [InlineData("@{ state = 'a+b' }", "state=a%2Bb")]
    [InlineData("@{ state = '100%' }", "state=100%25")]
    [InlineData("@{ state = 'a%20b' }", "state=a%2520b")]
    [InlineData(
        "@{ redirect_uri = 'https://client.example.com/cb?a=b&c=d' }",
        "redirect_uri=https%3A%2F%2Fclient.example.com%2Fcb%3Fa%3Db%26c%3Dd"
    )]
    [InlineData("@{ 'a b' = 'é' }", "a+b=%C3%A9")]
    [InlineData("@{ max_age = 60 }", "max_age=60")]
    [InlineData("@{ flag = $true }", "flag=true")]
    [InlineData("@{ state = '' }", "state=")]
    [InlineData("@{ state = $null }", "")]
    [InlineData("@{}", "")]
    public void A_value_of_a_dictionary_is_encoded_once(string dictionary, string sent) => Assert.Equal(sent, SentBy(dictionary));

    [Theory]
    [InlineData("([ordered]@{ z = 1; a = 2; m = 3 })", "z=1&a=2&m=3")]
    [InlineData(
        "@{ resource = 'https://a.example.com/', 'https://b.example.com/' }",
        "resource=https%3A%2F%2Fa.example.com%2F&resource=https%3A%2F%2Fb.example.com%2F"
    )]
    [InlineData("@(@{ key = 'a'; value = '1' }, @{ key = 'b'; value = 'x y' }, @{ key = 'a'; value = '2' })", "a=1&b=x+y&a=2")]
    [InlineData("@{ key = 'a'; value = '1' }", "a=1")]
    [InlineData("([pscustomobject]@{ z = 1; a = 2 })", "z=1&a=2")]
    [InlineData("@{ claims = [ordered]@{ id_token = @{ name = $null } } }", "claims=%7B%22id_token%22%3A%7B%22name%22%3Anull%7D%7D")]
    [InlineData("@{ scope = \"open$('id')\" }", "scope=openid")]
    public void Order_repeated_values_and_JSON_are_kept(string dictionary, string sent) => Assert.Equal(sent, SentBy(dictionary));

    [Fact]
    public void A_generic_dictionary_is_a_dictionary()
    {
        Assert.Equal("a=b+c", SentBy("$(, $(($d = [System.Collections.Generic.Dictionary[string,string]]::new()).Add('a', 'b c'); $d))"));
    }

    [Fact]
    public void A_SecureString_among_the_values_is_sent_as_its_text()
    {
        Assert.Equal("client_secret=a%2Bb", SentBy("@{ client_secret = ConvertTo-SecureString 'a+b' -AsPlainText -Force }"));
    }

    [Theory]
    [InlineData("Invoke-AuthleteToken", "/auth/token")]
    [InlineData("Invoke-AuthleteRevocation", "/auth/revocation")]
    [InlineData("Invoke-AuthleteStandardIntrospection", "/auth/introspection/standard")]
    public void The_other_endpoints_take_them_alike(string cmdlet, string path)
    {
        Session.Run(cmdlet + " @{ token = 'a b' }");
        Assert.Equal("token=a+b", Sandbox.LastParameters(path));
        Session.Run(cmdlet + " 'token=a%20b'");
        Assert.Equal("token=a%20b", Sandbox.LastParameters(path));
    }

    [Theory]
    [InlineData("42")]
    [InlineData("@(@{ value = 'a' }, 'b')")]
    public void An_invalid_value_is_rejected_when_it_is_bound(string value)
    {
        var error = Session.RunError("Invoke-AuthleteAuthorization -Parameters " + value);

        Assert.Equal("ParameterArgumentTransformationError", error.Id());
        Assert.Contains("dictionary", error.Exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("'a secret+1'")]
    [InlineData("(ConvertTo-SecureString 'a secret+1' -AsPlainText -Force)")]
    [InlineData("([pscredential]::new('id', (ConvertTo-SecureString 'a secret+1' -AsPlainText -Force)))")]
    public void A_client_secret_may_be_a_string_or_a_SecureString(string secret)
    {
        Session.Run("Invoke-AuthleteToken 'grant_type=client_credentials' -ClientId $clientId -ClientSecret " + secret);

        Assert.Equal("a secret+1", (string?)Sandbox.LastBody("/auth/token")["clientSecret"]);
    }

    private string? Sent(string query)
    {
        Session.Set("query", query);
        Session.Run("Invoke-AuthleteAuthorization $query");
        return Sandbox.LastParameters("/auth/authorization");
    }

    private string? SentBy(string expression)
    {
        Session.Run("Invoke-AuthleteAuthorization -Parameters " + expression);
        return Sandbox.LastParameters("/auth/authorization");
    }
}
