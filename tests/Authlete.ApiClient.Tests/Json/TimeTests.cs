using System;
using Authlete.ApiClient.Json;
using Authlete.ApiClient.Models;
using Xunit;

namespace Authlete.ApiClient.Tests.Json;

/// <summary>Times are numbers in the JSON, in the unit of their member.</summary>
public sealed class TimeTests
{
    private static readonly DateTimeOffset s_time = new(2022, 1, 13, 4, 29, 8, 973, TimeSpan.Zero);

    [Fact]
    public void Milliseconds_since_1970()
    {
        Assert.Equal(s_time, JsonView.Parse<Client>("""{"createdAt":1642048148973}""").CreatedAt);
    }

    [Fact]
    public void Seconds_since_1970()
    {
        var time = JsonView.Parse<IntrospectionResponse>("""{"authTime":1642048148}""").AuthTime;

        Assert.Equal(s_time.AddMilliseconds(-973), time);
        Assert.Equal(TimeSpan.Zero, time!.Value.Offset);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"createdAt":0,"trustChainExpiresAt":0}""")]
    [InlineData("""{"createdAt":null}""")]
    [InlineData("""{"createdAt":"soon"}""")]
    public void Zero_and_absent_are_no_time(string json)
    {
        Assert.Null(JsonView.Parse<Client>(json).CreatedAt);
        Assert.Null(JsonView.Parse<IntrospectionResponse>(json.Replace("createdAt", "authTime", StringComparison.Ordinal)).AuthTime);
    }

    [Theory]
    [InlineData("9223372036854775807")]
    [InlineData("253402300800000")]
    [InlineData("1e400")]
    public void Beyond_the_last_time_is_the_last(string number)
    {
        var last = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();

        Assert.Equal(last, JsonView.Parse<Client>($$"""{"createdAt":{{number}}}""").CreatedAt!.Value.ToUnixTimeMilliseconds());
        Assert.Equal(
            last / 1000,
            JsonView.Parse<IntrospectionResponse>($$"""{"authTime":{{number}}}""").AuthTime!.Value.ToUnixTimeSeconds()
        );
    }

    [Theory]
    [InlineData("-9223372036854775808")]
    [InlineData("-62135596800001")]
    public void Before_the_first_time_is_the_first(string number)
    {
        Assert.Equal(DateTimeOffset.MinValue, JsonView.Parse<Client>($$"""{"createdAt":{{number}}}""").CreatedAt);
        Assert.Equal(DateTimeOffset.MinValue, JsonView.Parse<IntrospectionResponse>($$"""{"authTime":{{number}}}""").AuthTime);
    }

    [Fact]
    public void Times_before_1970_are_times()
    {
        Assert.Equal(
            new DateTimeOffset(1969, 12, 31, 23, 59, 59, TimeSpan.Zero),
            JsonView.Parse<Client>("""{"createdAt":-1000}""").CreatedAt
        );
        Assert.Equal(
            new DateTimeOffset(1969, 12, 31, 23, 59, 59, TimeSpan.Zero),
            JsonView.Parse<IntrospectionResponse>("""{"authTime":-1}""").AuthTime
        );
    }

    [Fact]
    public void A_time_that_is_set_is_written_in_the_unit_of_its_member()
    {
        var local = s_time.ToOffset(TimeSpan.FromHours(9));
        var update = new TokenUpdateRequest { AccessToken = "t", AccessTokenExpiresAt = local };
        var issue = new AuthorizationIssueRequest { AuthTime = local };

        Assert.Equal("""{"accessToken":"t","accessTokenExpiresAt":1642048148973}""", update.ToJson());
        Assert.Equal("""{"authTime":1642048148}""", issue.ToJson());
        Assert.Equal(s_time, update.AccessTokenExpiresAt);

        update.AccessTokenExpiresAt = null;
        Assert.Equal("""{"accessToken":"t"}""", update.ToJson());
    }
}
