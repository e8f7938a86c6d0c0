using Authlete.ApiClient.Json;
using Authlete.ApiClient.Models;
using Authlete.ApiClient.Results;
using Xunit;

namespace Authlete.ApiClient.Tests.Results;

public sealed class ResultOriginTests
{
    [Theory]
    [InlineData("A004001", "Success")]
    [InlineData("A001101", "Authlete")]
    [InlineData("A001215", "Service")]
    [InlineData("A004301", "Client")]
    [InlineData("A001401", "Log")]
    [InlineData("A001501", "FrontEnd")]
    [InlineData("A001601", "User")]
    [InlineData("A001701", "Sns")]
    public void The_third_digit_from_the_right_says_who_has_to_act(string code, string origin)
    {
        Assert.Equal(origin, ResultOrigins.Of(code));
        Assert.Equal(origin, JsonView.Parse<ClientSecretRefreshResponse>($$"""{"resultCode":"{{code}}"}""").ResultOrigin);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("A12")]
    [InlineData("B004301")]
    [InlineData("A001801")]
    [InlineData("A001901")]
    [InlineData("A001x01")]
    public void A_text_that_is_no_code_has_no_origin(string? code)
    {
        Assert.Null(ResultOrigins.Of(code));
    }

    [Fact]
    public void An_answer_without_code_has_no_origin()
    {
        Assert.Null(new ClientSecretRefreshResponse().ResultOrigin);
    }
}
