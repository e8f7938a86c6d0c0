using System;
using System.IO.Compression;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Authlete.ApiClient.Api;
using Authlete.ApiClient.Encodings;
using Authlete.ApiClient.Json;
using Authlete.ApiClient.Models;
using Authlete.ApiClient.Transport;
using Xunit;

namespace Authlete.ApiClient.Tests.Transport;

/// <summary>A response can't take more memory and time than the largest real one does.</summary>
public sealed class AnswerLimitTests
{
    public static TheoryData<string, string> TooManyValues { get; } =
        new()
        {
            { "members", "{" + string.Join(',', Enumerable.Range(0, JsonReader.MaxValues).Select(i => $"\"{i:x}\":1")) + "}" },
            { "elements", "{\"a\":[" + string.Join(',', Enumerable.Repeat("0", JsonReader.MaxValues)) + "]}" },
            { "objects", "{\"a\":[" + string.Join(',', Enumerable.Repeat("{}", JsonReader.MaxValues)) + "]}" },
            { "arrays", "{\"a\":[" + string.Join(',', Enumerable.Repeat("[]", JsonReader.MaxValues)) + "]}" },
        };

    [Theory]
    [MemberData(nameof(TooManyValues))]
    public async Task An_answer_of_more_values_than_any_real_one_is_too_large(string kind, string json)
    {
        await using var server = RawServer.Answering(connection => connection.AnswerAsync("200 OK", json));

        var error = await server.FailAsync(Calls.Info());

        Assert.True(error.ErrorId == "ResponseTooLarge", kind + ": " + error.ErrorId);
        Assert.Equal(json.Length, error.BodyLength);
    }

    [Fact]
    public async Task An_error_response_without_a_result_is_limited_too()
    {
        var json = "{\"resultCode\":\"A001101\",\"a\":[" + string.Join(',', Enumerable.Repeat("0", JsonReader.MaxValues)) + "]}";
        await using var server = RawServer.Answering(connection => connection.AnswerAsync("500 Oops", json));

        Assert.Equal("HttpStatus500", (await server.FailAsync(Calls.Info())).ErrorId);
    }

    [Fact]
    public async Task A_page_of_hundreds_of_services_is_read_also_packed()
    {
        var service = $$"""{"apiKey":1,"serviceName":"{{new string('s', 9000)}}"}""";
        var json = "{\"totalCount\":900,\"services\":[" + string.Join(',', Enumerable.Repeat(service, 900)) + "]}";
        var packed = AnswerTests.Gzip(Encoding.UTF8.GetBytes(json.Replace("sssssssss", "some text", StringComparison.Ordinal)));
        await using var server = RawServer.Answering(connection =>
            connection.AnswerAsync("200 OK", packed, headers: "Content-Encoding: gzip\r\n")
        );

        var result = await server.CallAsync(new ApiCall(Operations.ServiceGetList));

        Assert.Equal(900, Assert.IsType<ServiceGetListResponse>(result.Body).Services!.Length);
    }

    [Fact]
    public async Task An_answer_that_expands_as_only_a_bomb_does_is_not_read_on()
    {
        var packed = AnswerTests.Gzip(
            Encoding.UTF8.GetBytes("{\"version\":\"" + new string('x', 30 * 1024 * 1024) + "\"}"),
            CompressionLevel.SmallestSize
        );
        await using var server = RawServer.Answering(connection =>
            connection.AnswerAsync("200 OK", packed, headers: "Content-Encoding: gzip\r\n")
        );

        var error = await server.FailAsync(Calls.Info());

        Assert.Equal("ResponseTooLarge", error.ErrorId);
        Assert.InRange(error.BodyLength!.Value, 1024 * 1024, 16 * 1024 * 1024);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("GZIP")]
    [InlineData("x-gzip")]
    public async Task A_packed_answer_is_unpacked(string encoding)
    {
        var packed = AnswerTests.Gzip("""{"version":"2.3.12"}"""u8.ToArray());
        await using var server = RawServer.Answering(connection =>
            connection.AnswerAsync("200 OK", packed, headers: $"Content-Encoding: {encoding}\r\n")
        );

        Assert.Equal("2.3.12", Assert.IsType<InfoResponse>((await server.CallAsync(Calls.Info())).Body).Version);
    }

    [Fact]
    public void Reading_ends_when_it_is_cancelled()
    {
        var json = Encoding.UTF8.GetBytes("[" + string.Join(',', Enumerable.Repeat("0", JsonReader.MaxValues / 2)) + "]");

        Assert.Throws<OperationCanceledException>(() => JsonReader.Read(json, new CancellationToken(canceled: true)));
    }

    [Fact]
    public async Task A_long_message_is_cut()
    {
        var text = "[A001101] " + string.Concat(Enumerable.Repeat("very ", 1_000_000)) + "long";
        await using var server = RawServer.Answering(connection =>
            connection.AnswerAsync("500 Oops", $$"""{"resultCode":"A001101","resultMessage":"{{text}}"}""")
        );

        var error = await server.FailAsync(Calls.Info());

        Assert.StartsWith("[A001101] very very ", error.ResultMessage, StringComparison.Ordinal);
        Assert.EndsWith("…", error.ResultMessage, StringComparison.Ordinal);
        Assert.InRange(error.Message.Length, 1000, PrintableText.MaxMessageLength + 100);
    }
}
