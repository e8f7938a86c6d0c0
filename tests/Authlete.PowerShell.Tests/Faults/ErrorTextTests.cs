using System;
using System.Text.RegularExpressions;
using Authlete.Sandbox;
using Xunit;

namespace Authlete.PowerShell.Tests.Faults;

/// <summary>An error states each fact once: what failed, what the server said, what it means, and what to do.</summary>
public sealed class ErrorTextTests(SandboxFixture fixture) : EngineTests(fixture)
{
    [Fact]
    public void An_unknown_client_is_mentioned_once()
    {
        var text = TextOf("Get-AuthleteClient 4711");

        Assert.StartsWith("GET /client/get/{clientId} (4711): HTTP ", text, StringComparison.Ordinal);
        CheckOnce(text, "A027201", "/client/get");
    }

    [Fact]
    public void A_client_that_the_server_rejects_is_mentioned_once()
    {
        var text = TextOf("New-AuthleteClient -ClientName Shop -RedirectUris 'https://shop.example.com/cb#fragment'");

        CheckOnce(text, "A031210", "/client/create");
    }

    [Theory]
    [InlineData(false, "A003201", "Check the key and the base URI.")]
    [InlineData(true, "A003204", "the secret from the parameter -Credential is wrong.")]
    public void A_wrong_key_is_mentioned_once_with_advice(bool knownKey, string code, string advice)
    {
        Unconnected.Set("wrong", EngineSession.Credential(knownKey ? Sandbox.ServiceApiKey : "99", "wrong-secret-4711"));

        var error = Unconnected.RunError("Get-AuthleteClient -Credential $wrong -BaseUri $baseUri");

        CheckOnce(error.Exception.Message, code, "/client/get/list");
        Assert.Contains(advice, error.Exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(404)]
    public void HTML_says_each_thing_once(int status)
    {
        Sandbox.Faults.Enqueue(Fault.Html(status), "/client/get/list");

        var text = TextOf("Get-AuthleteClient");

        Assert.Contains("Check the base URI", text, StringComparison.Ordinal);
        Assert.Single(Regex.Matches(text, "/client/get/list"));
        Assert.Single(Regex.Matches(text, "HTTP " + status));
    }

    [Fact]
    public void The_meaning_is_omitted_if_the_servers_message_contains_it()
    {
        Sandbox.Faults.Enqueue(
            Fault.Status(400, """{"resultCode":"A027201","resultMessage":"[A027201] The client is unknown."}"""),
            "/client/get/4711"
        );

        Assert.DoesNotContain("Meaning", TextOf("Get-AuthleteClient 4711"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_message_of_the_exception_is_that_of_the_error_with_what_to_do()
    {
        Sandbox.Faults.Enqueue(Fault.Status(503), "/client/get/list");

        var error = Session.RunError("Get-AuthleteClient");

        Assert.Equal((error.ErrorDetails.Message + " " + error.ErrorDetails.RecommendedAction).Trim(), error.Exception.Message);
        Assert.EndsWith("Try again later.", error.Exception.Message, StringComparison.Ordinal);
    }

    private static void CheckOnce(string text, string code, string path)
    {
        Assert.Single(Regex.Matches(text, code));
        Assert.Single(Regex.Matches(text, Regex.Escape(path)));
        Assert.DoesNotContain("..", text, StringComparison.Ordinal);
    }

    private string TextOf(string script) => Session.RunError(script).Exception.Message;
}
