using System.IO;
using System.IO.Compression;
using System.Text;
using System.Threading.Tasks;
using Authlete.ApiClient.Api;
using Authlete.ApiClient.Models;
using Authlete.ApiClient.Transport;
using Xunit;

namespace Authlete.ApiClient.Tests.Transport;

/// <summary>Successful responses.</summary>
public sealed class AnswerTests
{
    [Fact]
    public async Task A_byte_order_mark_before_a_body_is_no_part_of_it()
    {
        var body = MinimalResponse.To(Calls.GetClient()).ToJsonString();
        await using var server = RawServer.Answering(connection => connection.AnswerAsync("200 OK", "\uFEFF" + body));

        var answer = await server.CallAsync(Calls.GetClient());

        Assert.Equal(body, answer.Body!.ToJson());
    }

    [Fact]
    public async Task A_body_becomes_the_type_of_the_operation_as_it_was_received()
    {
        const string body =
            """{ "clientId":4711, "createdAt":1, "clientIdAliasEnabled":true, "defaultMaxAge":0, "clientName":"\u0041", "new":1.50 }""";
        await using var server = RawServer.Answering(connection => connection.AnswerAsync("200 OK", body));

        var answer = await server.CallAsync(Calls.GetClient());

        Assert.Equal(200, answer.StatusCode);
        var client = Assert.IsType<Client>(answer.Body);
        Assert.Equal(4711, client.ClientId);
        Assert.Equal("A", client.ClientName);
        Assert.Equal(body, client.ToJson());
    }

    [Fact]
    public async Task No_content_is_an_answer_without_body()
    {
        await using var server = RawServer.Answering(connection => connection.SendAsync("HTTP/1.1 204 No Content\r\n\r\n"));

        var answer = await server.CallAsync(new ApiCall(Operations.ClientDelete).WithPathValue("clientId", "1"));

        Assert.Equal(204, answer.StatusCode);
        Assert.Null(answer.Body);
    }

    [Fact]
    public async Task An_action_that_means_an_error_is_still_a_valid_response()
    {
        await using var server = RawServer.Answering(connection =>
            connection.AnswerAsync("200 OK", """{"resultCode":"A057302","action":"UNAUTHORIZED"}""")
        );

        var answer = await server.CallAsync(Calls.Introspect());

        Assert.Equal("UNAUTHORIZED", Assert.IsType<IntrospectionResponse>(answer.Body).Action);
    }

    [Fact]
    public async Task A_chunked_body_is_put_together()
    {
        await using var server = RawServer.Answering(connection =>
            connection.SendAsync(
                "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n8\r\n{\"versio\r\n8\r\nn\":\"2.3\"\r\n1\r\n}\r\n0\r\n\r\n"
            )
        );

        var answer = await server.CallAsync(Calls.Info());

        Assert.Equal("2.3", Assert.IsType<InfoResponse>(answer.Body).Version);
    }

    [Theory]
    [InlineData(4095)]
    [InlineData(4096)]
    [InlineData(4097)]
    [InlineData(100_000)]
    public async Task A_body_of_any_length_is_read_completely_without_a_Content_Length(int length)
    {
        var body = "{\"version\":\"" + new string('x', length - 14) + "\"}";
        await using var server = RawServer.Answering(async connection =>
        {
            await connection.SendAsync("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n" + body);
            connection.Dispose();
        });

        var answer = await server.CallAsync(Calls.Info());

        Assert.Equal(body, answer.Body?.ToJson());
    }

    [Fact]
    public async Task A_compressed_body_is_unpacked()
    {
        var packed = Gzip("""{"version":"2.3.12"}"""u8.ToArray());
        await using var server = RawServer.Answering(connection =>
            connection.AnswerAsync("200 OK", packed, headers: "Content-Encoding: gzip\r\n")
        );

        var answer = await server.CallAsync(Calls.Info());

        Assert.Equal("""{"version":"2.3.12"}""", answer.Body?.ToJson());
        Assert.Contains("gzip", Assert.Single(server.Requests).Header("Accept-Encoding"), System.StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_media_type_does_not_matter_where_the_body_is_JSON()
    {
        await using var server = RawServer.Answering(connection =>
            connection.AnswerAsync("200 OK", """{"version":"2.3"}""", contentType: "text/plain")
        );

        Assert.NotNull((await server.CallAsync(Calls.Info())).Body);
    }

    [Fact]
    public async Task An_untyped_operation_accepts_any_JSON()
    {
        await using var server = RawServer.Answering(connection => connection.AnswerAsync("200 OK", "[1,2]"));
        var operation = Operation.ForPath("GET", "/some/thing/new", CredentialKind.Service);

        var answer = await server.CallAsync(new ApiCall(operation, "/some/thing/new"));

        Assert.Equal("[1,2]", answer.Body?.ToJson());
    }

    [Fact]
    public async Task Large_answers_come_through()
    {
        var body = "{\"version\":\"" + new string('ä', 3_000_000) + "\"}";
        await using var server = RawServer.Answering(connection => connection.AnswerAsync("200 OK", body));

        var answer = await server.CallAsync(Calls.Info());

        Assert.Equal(Encoding.UTF8.GetByteCount(body), Encoding.UTF8.GetByteCount(answer.Body!.ToJson()));
    }

    internal static byte[] Gzip(byte[] bytes, CompressionLevel level = CompressionLevel.Fastest)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, level))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }
}
