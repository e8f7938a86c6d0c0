using System;
using System.Linq;
using Authlete.ApiClient.Changes;
using Authlete.ApiClient.Json;
using Authlete.ApiClient.Models;
using Xunit;

namespace Authlete.ApiClient.Tests.Changes;

public sealed class RequestTextTests
{
    [Fact]
    public void Each_value_is_shown_as_a_person_writes_it()
    {
        var request = new TokenUpdateRequest
        {
            Scopes = ["openid", "profile"],
            AccessTokenExpiresAt = new DateTimeOffset(2030, 1, 2, 3, 4, 5, TimeSpan.Zero),
            AccessTokenPersistent = true,
            CertificateThumbprint = "abc",
        };

        Assert.Equal(
            "scopes = openid, profile; accessTokenExpiresAt = 2030-01-02T03:04:05Z; accessTokenPersistent = true; certificateThumbprint = abc",
            RequestText.Of(request)
        );
    }

    [Theory]
    [InlineData(3, "s1, s2, s3")]
    [InlineData(4, "s1, s2, s3 and 1 more")]
    [InlineData(20, "s1, s2, s3 and 17 more")]
    [InlineData(0, "(empty)")]
    public void A_long_list_is_cut_with_a_count(int count, string expected) =>
        Assert.Equal(
            "scopes = " + expected,
            RequestText.Of(new TokenUpdateRequest { Scopes = [.. Enumerable.Range(1, count).Select(i => "s" + i)] })
        );

    [Fact]
    public void Known_and_possible_secrets_are_masked()
    {
        var request = JsonView.Parse<TokenCreateRequest>(
            """
            {"accessToken":"hidden1","refreshToken":"hidden2","subject":"u","future":"hidden3","jwtAtClaims":"{\"a\":\"hidden4\"}",
            "properties":[{"key":"password","value":"hidden5"},{"key":"a","value":"hidden6","hidden":true},{"key":"b","value":"seen"}]}
            """
        );

        var text = RequestText.Of(request);

        for (var i = 1; i <= 6; i++)
        {
            Assert.DoesNotContain("hidden" + i, text, StringComparison.Ordinal);
        }

        Assert.Contains("accessToken = ***", text, StringComparison.Ordinal);
        Assert.Contains("subject = u", text, StringComparison.Ordinal);
        Assert.Contains("seen", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Members_that_the_prompt_already_names_are_omitted_and_no_members_result_in_no_text()
    {
        var request = new TokenUpdateRequest { Scopes = ["a"] };

        Assert.Equal("(none)", RequestText.Of(request, "scopes"));
        Assert.Equal("(none)", RequestText.Of(new TokenUpdateRequest()));
    }
}
