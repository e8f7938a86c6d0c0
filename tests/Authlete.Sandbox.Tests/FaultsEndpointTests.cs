using System.Net.Http;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Xunit;

namespace Authlete.Sandbox.Tests;

/// <summary>Faults planned over HTTP, without credentials.</summary>
public sealed class FaultsEndpointTests : IAsyncLifetime
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false });
    private SandboxApi _api = null!;

    public async ValueTask InitializeAsync() => _api = await SandboxApi.StartAsync();

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _api.DisposeAsync();
    }

    [Fact]
    public async Task Initially_no_fault_is_planned()
    {
        var (status, text) = await SendAsync(HttpMethod.Get);

        Assert.Equal((200, """{"faults":[]}"""), (status, text));
        Assert.Equal("/sandbox/faults", _api.Server.FaultsUri.AbsolutePath);
        Assert.Empty(_api.Server.Calls);
    }

    [Fact]
    public async Task A_fault_is_added_and_listed_with_its_remaining_counts()
    {
        var (status, text) = await SendAsync(
            HttpMethod.Post,
            """{"operation":"/info","status":503,"retryAfter":2,"count":2,"skip":1,"delay":null}"""
        );

        Assert.Equal((201, """{"faults":[{"operation":"/info","status":"503","retry-after":"2","count":2,"skip":1}]}"""), (status, text));
        Assert.Equal(200, (await _api.GetAsync("/info")).Status);
        Assert.Equal(503, (await _api.GetAsync("/info")).Status);
        Assert.Equal(
            """{"faults":[{"operation":"/info","status":"503","retry-after":"2","count":1,"skip":0}]}""",
            (await SendAsync(HttpMethod.Get)).Text
        );
        Assert.Equal(503, (await _api.GetAsync("/info")).Status);
        Assert.Equal("""{"faults":[]}""", (await SendAsync(HttpMethod.Get)).Text);
    }

    [Fact]
    public async Task Several_are_added_at_once_and_a_body_may_be_JSON()
    {
        await SendAsync(
            HttpMethod.Post,
            """[{"status":500,"body":{"a":[1,"x"]}},{"status":"501","result-code":"A001101","count":"always"}]"""
        );

        Assert.Equal((500, """{"a":[1,"x"]}"""), Answer(await _api.GetAsync("/info")));
        Assert.Equal((501, "A001101"), ((await _api.GetAsync("/info")).Status, (await _api.GetAsync("/info")).Code));
    }

    [Fact]
    public async Task All_are_forgotten()
    {
        await SendAsync(HttpMethod.Post, """{"status":503,"count":"always"}""");

        Assert.Equal((204, ""), await SendAsync(HttpMethod.Delete));
        Assert.Equal(200, (await _api.GetAsync("/info")).Status);
    }

    [Fact]
    public async Task A_fault_for_everything_does_not_lock_the_door()
    {
        await SendAsync(HttpMethod.Post, """{"connection":"reset","count":"always"}""");

        Assert.Equal(200, (await SendAsync(HttpMethod.Get)).Status);
    }

    [Theory]
    [InlineData("", "The body isn't JSON.")]
    [InlineData("status=503", "The body isn't JSON.")]
    [InlineData("""{"status":503,"status":504}""", "The body isn't JSON.")]
    [InlineData("7", "Specify a fault as a JSON object, or several faults as an array of objects.")]
    [InlineData("null", "Specify a fault as a JSON object, or several faults as an array of objects.")]
    [InlineData("[]", "Specify a fault as a JSON object, or several faults as an array of objects.")]
    [InlineData("[1]", "Specify a fault as a JSON object, or several faults as an array of objects.")]
    [InlineData("""{"status":[503]}""", "'status' isn't a single value.")]
    [InlineData("""{"retry-after":1,"retryAfter":1,"status":503}""", "'retry-after' appears twice.")]
    [InlineData("""{"status":503.5}""", "'503.5' isn't valid for 'status'. Specify a whole number from 200 to 599.")]
    [InlineData("""[{"status":503},{"status":1}]""", "'1' isn't valid for 'status'. Specify a whole number from 200 to 599.")]
    public async Task An_invalid_fault_returns_400_with_the_reason_and_is_not_planned(string body, string message)
    {
        var (status, text) = await SendAsync(HttpMethod.Post, body);

        Assert.Equal((400, message), (status, (string?)JsonNode.Parse(text)!["error"]));
        Assert.Equal("""{"faults":[]}""", (await SendAsync(HttpMethod.Get)).Text);
    }

    [Fact]
    public async Task Other_methods_and_paths_are_refused()
    {
        Assert.Equal(405, (await SendAsync(HttpMethod.Put, "{}")).Status);
        using var response = await _http.GetAsync(
            new System.Uri(_api.Server.BaseUri, "/sandbox/other"),
            TestContext.Current.CancellationToken
        );
        Assert.Equal(404, (int)response.StatusCode);
    }

    private static (int Status, string Text) Answer(ApiReply reply) => (reply.Status, reply.Text);

    private async Task<(int Status, string Text)> SendAsync(HttpMethod method, string? body = null)
    {
        using var request = new HttpRequestMessage(method, _api.Server.FaultsUri);
        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        }

        using var response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
