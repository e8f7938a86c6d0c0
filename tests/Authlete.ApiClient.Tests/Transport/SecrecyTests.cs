using System;
using System.Collections;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Xunit;

namespace Authlete.ApiClient.Tests.Transport;

/// <summary>However a call fails, its exception contains nothing of the request or of the raw response.</summary>
public sealed class SecrecyTests
{
    private const string Leaked = "token_in_the_answer_b3BhcXVl";

    private static readonly string s_basic = Base64(Calls.Credential.Key + ":" + Calls.Secret);

    private static readonly string s_echo = string.Join(
        ' ',
        Calls.Secret,
        Base64(Calls.Secret),
        Uri.EscapeDataString(Calls.Secret),
        s_basic,
        Calls.Token,
        Base64(Calls.Token)
    );

    public static TheoryData<string, string> Answers { get; } =
        new()
        {
            {
                "Result",
                Http(
                    "401 Unauthorized",
                    "application/json",
                    $$"""{"resultCode":"A001203","resultMessage":"[A001203] {{s_echo}}","accessToken":"{{Leaked}}"}"""
                )
            },
            { "HttpStatus", Http("502 Bad Gateway", "text/html", $"<html>{s_echo} {Leaked}</html>") },
            { "NotJson", Http("200 OK", "text/plain", $"{s_echo} {Leaked}") },
            { "NotJson", Http("200 OK", "application/json", $$"""{"accessToken":"{{Leaked}}","x":{{s_echo}}}""") },
            { "UnexpectedRedirect", Http("302 Found", "text/plain", s_echo, $"Location: https://example.com/{s_basic}/{Leaked}\r\n") },
            {
                "ResponseTruncated",
                $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n{{\"accessToken\":\"{Leaked} {s_echo}"
            },
            { "ConnectionFailure", $"{s_echo} {Leaked}\r\n\r\n" },
        };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task An_exception_holds_no_secret(string kind, string answer)
    {
        await using var server = RawServer.Answering(async connection =>
        {
            await connection.SendAsync(answer);
            connection.Dispose();
        });

        var error = await server.FailAsync(Calls.Introspect());

        Assert.Equal(kind, error.Kind.ToString());
        AssertClean(error);
    }

    [Fact]
    public async Task A_cancelled_call_holds_no_secret()
    {
        await using var server = RawServer.Answering(connection => connection.StallAsync());

        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            Calls
                .To(server.BaseUri())
                .SendAsync(Calls.Introspect(), Calls.Credential, new System.Threading.CancellationToken(canceled: true))
        );

        AssertClean(error);
    }

    [Fact]
    public async Task A_credential_in_the_base_URI_is_not_shown()
    {
        await using var server = RawServer.Answering(connection =>
        {
            connection.Reset();
            return Task.CompletedTask;
        });
        var uri = new UriBuilder(server.BaseUri()) { UserName = "user", Password = Calls.Token }.Uri;

        AssertClean(await Calls.To(uri).FailAsync(Calls.Info()));
    }

    private static void AssertClean(Exception error)
    {
        var shown =
            string.Join('\n', error.GetType().GetProperties().Select(property => Convert.ToString(property.GetValue(error), null)))
            + error
            + string.Join('\n', error.Data.Cast<DictionaryEntry>().Select(entry => entry.Key + " " + entry.Value));
        foreach (var secret in s_echo.Split(' ').Append(Leaked))
        {
            Assert.DoesNotContain(secret, shown, StringComparison.Ordinal);
        }
    }

    private static string Http(string status, string contentType, string body, string headers = "") =>
        $"HTTP/1.1 {status}\r\nContent-Type: {contentType}\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n{headers}\r\n{body}";

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
