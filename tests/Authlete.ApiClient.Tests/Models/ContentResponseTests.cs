using System.Collections;
using System.Linq;
using System.Text.Json;
using Authlete.ApiClient.Json;
using Authlete.ApiClient.Models;
using Xunit;

namespace Authlete.ApiClient.Tests.Models;

public sealed class ContentResponseTests
{
    [Fact]
    public void The_parameters_of_a_redirect_are_those_of_its_query_decoded_in_their_order()
    {
        var parameters = Redirect("https://rp.example/cb?code=a%2Bb+c&state=%C3%BC%26&iss=https%3A%2F%2Fas.example").ResponseParameters!;

        Assert.Equal(["code", "state", "iss"], parameters.Keys.Cast<string>());
        Assert.Equal("a+b c", parameters["code"]);
        Assert.Equal("ü&", parameters["state"]);
        Assert.Equal("https://as.example", parameters["iss"]);
    }

    [Fact]
    public void The_parameters_of_a_redirect_with_a_fragment_are_those_of_the_fragment()
    {
        var parameters = Redirect("https://rp.example/cb?own=1#access_token=t&token_type=Bearer").ResponseParameters!;

        Assert.Equal(["access_token", "token_type"], parameters.Keys.Cast<string>());
        Assert.Equal("t", parameters["access_token"]);
    }

    [Fact]
    public void A_name_that_occurs_more_than_once_has_an_array_of_its_values()
    {
        var parameters = Redirect("https://rp.example/cb?a=1&b=2&a=3").ResponseParameters!;

        Assert.Equal(new[] { "1", "3" }, parameters["a"]);
        Assert.Equal("2", parameters["b"]);
    }

    [Theory]
    [InlineData("https://rp.example/cb")]
    [InlineData("https://rp.example/cb?")]
    [InlineData("https://rp.example/cb#")]
    public void A_redirect_without_parameters_has_none(string location)
    {
        Assert.Empty(Redirect(location).ResponseParameters!);
    }

    [Fact]
    public void An_empty_fragment_does_not_hide_the_query()
    {
        var parameters = Redirect("https://rp.example/cb?a=1#").ResponseParameters!;

        Assert.Equal("1", parameters["a"]);
        Assert.Single(parameters);
    }

    [Theory]
    [InlineData("FORM")]
    [InlineData("BAD_REQUEST")]
    [InlineData("location")]
    public void An_answer_that_is_no_redirect_has_no_parameters(string action)
    {
        Assert.Null(Answer(action, "https://rp.example/cb?code=c").ResponseParameters);
    }

    [Theory]
    [InlineData("""{"action":"LOCATION"}""")]
    [InlineData("""{"action":"LOCATION","responseContent":null}""")]
    [InlineData("""{"responseContent":"https://rp.example/cb?code=c"}""")]
    [InlineData("{}")]
    public void An_answer_without_action_or_content_has_no_parameters(string json)
    {
        Assert.Null(JsonView.Parse<AuthorizationIssueResponse>(json).ResponseParameters);
    }

    [Fact]
    public void Content_that_is_a_JSON_object_is_an_ordered_dictionary()
    {
        var content = Answer("OK", """ {"access_token":"t","scope":null,"expires_in":86400,"ok":true,"a":[1,{"x":"y"}],"o":{"z":1.5}}""")
            .GetResponseObject()!;

        Assert.Equal(["access_token", "scope", "expires_in", "ok", "a", "o"], content.Keys.Cast<string>());
        Assert.Equal("t", content["access_token"]);
        Assert.Null(content["scope"]);
        Assert.Equal(86400L, content["expires_in"]);
        Assert.Equal(true, content["ok"]);
        var items = Assert.IsType<object?[]>(content["a"]);
        Assert.Equal("y", ((IDictionary)items[1]!)["x"]);
        Assert.Equal(1.5m, ((IDictionary)content["o"]!)["z"]);
    }

    [Fact]
    public void Content_with_half_a_surrogate_pair_is_a_dictionary_with_its_escape()
    {
        var content = Answer("OK", """{"\ud800":{"x\udc00":"\ud800"},"access_token":"t"}""").GetResponseObject()!;

        Assert.Equal("t", content["access_token"]);
        Assert.Equal("""\ud800""", ((IDictionary)content["""\ud800"""]!)["""x\udc00"""]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[1]")]
    [InlineData("\"text\"")]
    [InlineData("{broken")]
    [InlineData("<html>{}</html>")]
    [InlineData("Bearer error=\"invalid_token\"")]
    [InlineData("eyJhbGciOiJFUzI1NiJ9.e30.c2ln")]
    public void Content_that_is_no_JSON_object_returns_null(string content)
    {
        Assert.Null(Answer("OK", content).GetResponseObject());
    }

    [Fact]
    public void No_content_is_none()
    {
        Assert.Null(new TokenResponse().GetResponseObject());
    }

    private static AuthorizationIssueResponse Redirect(string location) => Answer("LOCATION", location);

    private static AuthorizationIssueResponse Answer(string action, string content) =>
        JsonView.Parse<AuthorizationIssueResponse>(
            $$"""{"action":{{JsonSerializer.Serialize(action)}},"responseContent":{{JsonSerializer.Serialize(content)}}}"""
        );
}
