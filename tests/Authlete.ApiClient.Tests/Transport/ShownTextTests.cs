using System;
using System.Text.Json;
using System.Threading.Tasks;
using Authlete.ApiClient.Models;
using Xunit;

namespace Authlete.ApiClient.Tests.Transport;

/// <summary>A server's text is shown without the values that were sent, and can't control a terminal.</summary>
public sealed class ShownTextTests
{
    private const string Hostile = "\u001b]0;title\u0007\u009b2J\u202ereversed\r\nnext line";
    private const string Escaped = @"\u001b]0;title\u0007\u009b2J\u202ereversed\r\nnext line";

    [Fact]
    public async Task An_error_shows_control_characters_escaped()
    {
        await using var server = RawServer.Answering(connection => connection.AnswerAsync("400 Bad", Json("A057301", Hostile)));

        var error = await server.FailAsync(Calls.Introspect());

        Assert.Equal(Escaped, error.ResultMessage);
        Assert.EndsWith("A057301: " + Escaped + ".", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_response_keeps_its_message_as_data_and_shows_it_masked_and_escaped()
    {
        var text = "You sent " + Uri.EscapeDataString(Calls.Secret) + " and " + Calls.Token + Hostile;
        await using var server = RawServer.Answering(connection => connection.AnswerAsync("200 OK", Json("A056001", text)));

        var response = Assert.IsType<IntrospectionResponse>((await server.CallAsync(Calls.Introspect())).Body);

        Assert.Equal(text, response.ResultMessage);
        Assert.Equal("You sent *** and ***" + Escaped, response.DisplayMessage);
        Assert.Equal(Json("A056001", text), response.ToJson());
    }

    [Fact]
    public void A_response_from_elsewhere_shows_its_message_escaped()
    {
        var response = new IntrospectionResponse();
        Assert.Null(response.DisplayMessage);

        response.SetMember("resultMessage", Hostile);

        Assert.Equal(Escaped, response.DisplayMessage);
    }

    private static string Json(string code, string message) =>
        $$"""{"resultCode":"{{code}}","resultMessage":{{JsonSerializer.Serialize(message)}},"action":"OK"}""";
}
