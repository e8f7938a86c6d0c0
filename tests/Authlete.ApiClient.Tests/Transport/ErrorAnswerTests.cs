using System;
using System.Threading.Tasks;
using Authlete.ApiClient.Transport;
using Xunit;

namespace Authlete.ApiClient.Tests.Transport;

/// <summary>Complete responses that report an error.</summary>
public sealed class ErrorAnswerTests
{
    [Theory]
    [InlineData("400 Bad Request", 400)]
    [InlineData("401 Unauthorized", 401)]
    [InlineData("403 Forbidden", 403)]
    [InlineData("500 Internal Server Error", 500)]
    public async Task A_result_code_is_the_id_of_the_error(string status, int number)
    {
        const string body = """{"resultCode":"A001215","resultMessage":"[A001215] /client/get, The client is locked."}""";
        await using var server = RawServer.Answering(connection => connection.AnswerAsync(status, body));

        var error = await server.FailAsync(Calls.GetClient());

        Assert.Equal(ApiErrorKind.Result, error.Kind);
        Assert.Equal("A001215", error.ErrorId);
        Assert.Equal("A001215", error.ResultCode);
        Assert.Equal("Service", error.ResultOrigin);
        Assert.Equal("[A001215] /client/get, The client is locked.", error.ResultMessage);
        Assert.Equal($"GET /client/get/{{clientId}}: HTTP {number}, A001215: The client is locked.", error.Message);
        Assert.Equal(number, error.StatusCode);
        Assert.Equal("application/json", error.ContentType);
        Assert.Equal(body.Length, error.BodyLength);
        Assert.Equal("GET", error.Method);
        Assert.Equal("/client/get/{clientId}", error.Uri);
        Assert.Null(error.InnerException);
    }

    [Fact]
    public async Task A_result_code_without_message_is_shown_alone()
    {
        await using var server = RawServer.Answering(connection => connection.AnswerAsync("500 Oops", """{"resultCode":"A001101"}"""));

        var error = await server.FailAsync(Calls.Info());

        Assert.Null(error.ResultMessage);
        Assert.EndsWith(": HTTP 500, A001101.", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text/html", "<html><body>Maintenance</body></html>")]
    [InlineData("application/json", """{"error":"busy"}""")]
    [InlineData("application/json", """{"resultCode":"<script>"}""")]
    [InlineData("application/json", """{"resultCode":{}}""")]
    [InlineData("application/json", "[]")]
    [InlineData("application/json", "")]
    public async Task An_error_status_without_a_result_code_is_named_by_the_status(string contentType, string body)
    {
        await using var server = RawServer.Answering(connection => connection.AnswerAsync("503 Service Unavailable", body, contentType));

        var error = await server.FailAsync(Calls.Info());

        Assert.Equal(ApiErrorKind.HttpStatus, error.Kind);
        Assert.Equal("HttpStatus503", error.ErrorId);
        Assert.Equal(503, error.StatusCode);
        Assert.Equal(contentType, error.ContentType);
        Assert.Contains(contentType, error.Message, StringComparison.Ordinal);
        Assert.Equal(body.Length, error.BodyLength);
        Assert.Null(error.ResultCode);
    }

    [Theory]
    [InlineData("200 OK", "NotJson")]
    [InlineData("502 Bad Gateway", "HttpStatus502")]
    public async Task An_answer_without_a_media_type_is_an_error_that_says_so(string status, string id)
    {
        await using var server = RawServer.Answering(connection =>
            connection.SendAsync($"HTTP/1.1 {status}\r\nContent-Length: 4\r\n\r\nbusy")
        );

        var error = await server.FailAsync(Calls.Info());

        Assert.Equal(id, error.ErrorId);
        Assert.Null(error.ContentType);
        Assert.Contains("no media type", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData( /* a byte of Latin-1 */
        """{"resultCode":"A001215","resultMessage":"xy"}""",
        'y',
        0xFF
    )]
    [InlineData( /* half a surrogate pair in a name */
        """{"\uD800abcdefgh":1}""",
        '\0',
        0
    )]
    public async Task An_error_body_with_broken_text_is_still_an_error_of_the_API(string body, char replaced, byte by)
    {
        var bytes = Array.ConvertAll(System.Text.Encoding.UTF8.GetBytes(body), b => replaced != '\0' && b == (byte)replaced ? by : b);
        await using var server = RawServer.Answering(connection => connection.AnswerAsync("403 Forbidden", bytes));

        var error = await server.FailAsync(Calls.Info());

        Assert.Equal(403, error.StatusCode);
    }

    [Fact]
    public async Task A_page_with_status_200_is_not_JSON()
    {
        await using var server = RawServer.Answering(connection =>
            connection.AnswerAsync("200 OK", "<html>Log in to the hotel</html>", "text/html; charset=utf-8")
        );

        var error = await server.FailAsync(Calls.Info());

        Assert.Equal("NotJson", error.ErrorId);
        Assert.Equal(200, error.StatusCode);
        Assert.Equal("text/html", error.ContentType);
        Assert.Contains("text/html", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hotel", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"text\"")]
    [InlineData("{} {}")]
    public async Task JSON_that_is_no_object_is_not_what_a_typed_operation_answers(string body)
    {
        await using var server = RawServer.Answering(connection => connection.AnswerAsync("200 OK", body));

        Assert.Equal("NotJson", (await server.FailAsync(Calls.Info())).ErrorId);
    }

    [Fact]
    public async Task A_successful_body_that_is_not_UTF8_is_not_JSON()
    {
        byte[] body = [.. "{\"version\":\""u8, 0xE4, .. "\"}"u8];
        await using var server = RawServer.Answering(connection => connection.AnswerAsync("200 OK", body));

        Assert.Equal("NotJson", (await server.FailAsync(Calls.Info())).ErrorId);
    }

    [Fact]
    public async Task An_empty_body_where_there_should_be_one_is_no_content()
    {
        await using var server = RawServer.Answering(connection => connection.AnswerAsync("200 OK", ""));

        Assert.Equal("NoContent", (await server.FailAsync(Calls.Info())).ErrorId);
    }

    [Theory]
    [InlineData("300 Multiple Choices")]
    [InlineData("301 Moved Permanently")]
    [InlineData("302 Found")]
    [InlineData("307 Temporary Redirect")]
    [InlineData("308 Permanent Redirect")]
    public async Task A_redirect_is_not_followed(string status)
    {
        await using var target = RawServer.Answering(connection => connection.AnswerAsync("200 OK", "{}"));
        await using var server = RawServer.Answering(connection =>
            connection.AnswerAsync(status, "", headers: $"Location: {target.BaseUri()}/info\r\n")
        );

        var error = await server.FailAsync(Calls.Info());

        Assert.Equal("UnexpectedRedirect", error.ErrorId);
        Assert.Empty(target.Requests);
    }

    [Theory]
    [InlineData("Bearer error=\"invalid_token\"", true)]
    [InlineData("Basic realm=\"Authlete\"", false)]
    [InlineData("Basic realm=\"Authlete\", Bearer", true)]
    public async Task A_bearer_challenge_looks_like_version_3(string challenge, bool expected)
    {
        await using var server = RawServer.Answering(connection =>
            connection.AnswerAsync(
                "401 Unauthorized",
                """{"resultCode":"A001202","resultMessage":"x"}""",
                headers: $"WWW-Authenticate: {challenge}\r\n"
            )
        );

        Assert.Equal(expected, (await server.FailAsync(Calls.Info())).LooksLikeVersion3);
    }

    [Fact]
    public async Task An_answer_announced_too_large_is_not_read()
    {
        const long length = 32L * 1024 * 1024 + 1;
        await using var server = RawServer.Answering(async connection =>
        {
            await connection.SendAsync($"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {length}\r\n\r\n");
            await connection.StallAsync();
        });

        var error = await server.FailAsync(Calls.Info());

        Assert.Equal("ResponseTooLarge", error.ErrorId);
        Assert.Equal(length, error.BodyLength);
    }

    [Fact]
    public async Task An_answer_that_unpacks_to_something_too_large_is_not_read_on()
    {
        var packed = AnswerTests.Gzip(new byte[32 * 1024 * 1024 + 1]);
        await using var server = RawServer.Answering(connection =>
            connection.AnswerAsync("200 OK", packed, headers: "Content-Encoding: gzip\r\n")
        );

        Assert.Equal("ResponseTooLarge", (await server.FailAsync(Calls.Info())).ErrorId);
    }
}
