using System;
using System.Diagnostics;
using System.Net;
using System.Net.Http;
using System.Text.Json.Nodes;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace Authlete.Sandbox.Tests;

/// <summary>The effect of each kind of fault on a client.</summary>
public sealed class PlannedFaultTests : IAsyncLifetime
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false });
    private SandboxApi _api = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _api = await SandboxApi.StartAsync();

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _api.DisposeAsync();
    }

    [Fact]
    public async Task A_status_comes_instead_of_the_answer_and_without_a_body()
    {
        using var response = await AskAsync("status=503");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal("", await response.Content.ReadAsStringAsync(Token));
        Assert.Null(response.Content.Headers.ContentType);
        Assert.Equal(0, response.Content.Headers.ContentLength);
        Assert.Null(response.Headers.RetryAfter);
        using var next = await AskAsync();
        Assert.Equal(HttpStatusCode.OK, next.StatusCode);
    }

    [Fact]
    public async Task A_result_code_makes_an_error_of_the_API()
    {
        using var response = await AskAsync("status=500; result-code=A001101");

        var json = JsonNode.Parse(await response.Content.ReadAsStringAsync(Token))!;
        Assert.Equal((500, "A001101"), ((int)response.StatusCode, (string?)json["resultCode"]));
        Assert.StartsWith("[A001101] ", (string?)json["resultMessage"]);
        Assert.Equal("application/json", response.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task A_body_may_be_any_text_of_any_type()
    {
        using var response = await AskAsync("status=502; content-type=text/html; body=<h1>Bad; gateway=1</h1>");

        Assert.Equal((502, "text/html"), ((int)response.StatusCode, response.Content.Headers.ContentType!.ToString()));
        Assert.Equal("<h1>Bad; gateway=1</h1>", await response.Content.ReadAsStringAsync(Token));
    }

    [Fact]
    public async Task A_successful_status_with_an_invalid_body_is_an_error()
    {
        using var response = await AskAsync("status=200; body={\"half\":");

        Assert.Equal("{\"half\":", await response.Content.ReadAsStringAsync(Token));
    }

    [Theory]
    [InlineData("status=429; retry-after=2", "2")]
    [InlineData("status=503; retry-after=0", "0")]
    [InlineData("status=503; retry-after=Fri, 02 Jan 2026 03:05:05 GMT", "Fri, 02 Jan 2026 03:05:05 GMT")]
    [InlineData("status=429; retry-after-date=60", "Fri, 02 Jan 2026 03:05:05 GMT")]
    public async Task Retry_After_is_seconds_or_a_date(string plan, string expected)
    {
        using var response = await AskAsync(plan);

        Assert.Equal(expected, Assert.Single(response.Headers.GetValues("Retry-After")));
    }

    [Fact]
    public async Task A_wrong_type_leaves_the_real_answer_as_it_is()
    {
        using var right = await AskAsync();
        using var wrong = await AskAsync("content-type=text/plain");

        Assert.Equal((HttpStatusCode.OK, "text/plain"), (wrong.StatusCode, wrong.Content.Headers.ContentType!.ToString()));
        Assert.Equal(await right.Content.ReadAsStringAsync(Token), await wrong.Content.ReadAsStringAsync(Token));
    }

    [Theory]
    [InlineData("delay=60ms")]
    [InlineData("delay=0.06")]
    [InlineData("body-delay=60ms")]
    [InlineData("delay=30ms; body-delay=0.03s")]
    public async Task A_delay_passes_and_then_the_answer_is_whole(string plan)
    {
        using var right = await AskAsync();
        var watch = Stopwatch.StartNew();
        using var late = await AskAsync(plan);

        Assert.True(watch.ElapsedMilliseconds >= 55, watch.Elapsed.ToString());
        Assert.Equal(await right.Content.ReadAsStringAsync(Token), await late.Content.ReadAsStringAsync(Token));
    }

    [Fact]
    public async Task During_a_delay_in_the_body_half_of_it_is_there()
    {
        _api.Server.Faults.Enqueue("body-delay=3600");

        using var response = await SendAsync(HttpMethod.Get, "/service/configuration", HttpCompletionOption.ResponseHeadersRead);
        await using var body = await response.Content.ReadAsStreamAsync(Token);
        var half = new byte[(int)response.Content.Headers.ContentLength! / 2];
        await body.ReadExactlyAsync(half, Token);

        await _api.Server.Faults.WaitForCallAsync("/service/configuration", Token);
        Assert.Equal((byte)'{', half[0]);
        Assert.Equal(1, _api.Server.Faults.Waiting);
    }

    [Fact]
    public async Task A_body_that_is_cut_ends_too_early()
    {
        _api.Server.Faults.Enqueue("connection=truncate");

        using var response = await SendAsync(HttpMethod.Get, "/service/configuration", HttpCompletionOption.ResponseHeadersRead);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var exception = await Assert.ThrowsAsync<HttpRequestException>(() => response.Content.ReadAsStringAsync(Token));
        Assert.Equal(HttpRequestError.ResponseEnded, exception.HttpRequestError);
    }

    [Theory]
    [InlineData("connection=reset", "2")]
    [InlineData("connection=reset-after", "3")]
    public async Task A_reset_comes_before_or_after_the_call_is_carried_out(string plan, string clients)
    {
        _api.Server.Faults.Enqueue(plan);

        await Assert.ThrowsAsync<HttpRequestException>(() => SendAsync(HttpMethod.Post, "/client/create"));

        Assert.Equal(clients, (await _api.GetAsync("/client/get/list"))["totalCount"]);
    }

    [Fact]
    public async Task A_call_may_hang()
    {
        _api.Server.Faults.Enqueue("connection=hang");
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(Token);

        var call = _http.GetAsync(_api.Server.BaseUri + "/info", giveUp.Token);
        await _api.Server.Faults.WaitForCallAsync("/info", Token);

        Assert.False(call.IsCompleted);
        await giveUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }

    [Fact]
    public async Task A_fault_skips_and_then_affects_the_specified_numbers_of_calls()
    {
        _api.Server.Faults.Enqueue("operation=/info; status=503; skip=1; count=2");

        Assert.Equal("200, 503, 503, 200", await StatusesAsync(4));
    }

    [Fact]
    public async Task A_fault_may_apply_to_all_calls_until_it_is_cleared()
    {
        _api.Server.Faults.Enqueue("operation=/info; status=503; count=always");

        Assert.Equal("503, 503, 503", await StatusesAsync(3));
        _api.Server.Faults.Clear();
        Assert.Equal("200", await StatusesAsync(1));
    }

    [Fact]
    public async Task Faults_apply_in_their_order_and_one_to_a_call()
    {
        _api.Server.Faults.Enqueue("operation=/info; status=503; skip=1");
        _api.Server.Faults.Enqueue("operation=/info; status=429; count=2");

        Assert.Equal("429, 503, 429, 200", await StatusesAsync(4));
    }

    private async Task<string> StatusesAsync(int count)
    {
        var statuses = new int[count];
        for (var index = 0; index < count; index++)
        {
            using var response = await SendAsync(HttpMethod.Get, "/info");
            statuses[index] = (int)response.StatusCode;
        }

        return string.Join(", ", statuses);
    }

    private async Task<HttpResponseMessage> AskAsync(string? plan = null)
    {
        if (plan is not null)
        {
            _api.Server.Faults.Enqueue(plan);
        }

        return await SendAsync(HttpMethod.Get, "/info");
    }

    private async Task<HttpResponseMessage> SendAsync(
        HttpMethod method,
        string path,
        HttpCompletionOption completion = HttpCompletionOption.ResponseContentRead
    )
    {
        using var request = new HttpRequestMessage(method, _api.Server.BaseUri + path);
        var credential = System.Text.Encoding.UTF8.GetBytes(_api.Server.ServiceApiKey + ":" + _api.Server.ServiceApiSecret);
        request.Headers.Authorization = new("Basic", Convert.ToBase64String(credential));
        if (method == HttpMethod.Post)
        {
            request.Content = new StringContent("{}", System.Text.Encoding.UTF8, "application/json");
        }

        return await _http.SendAsync(request, completion, Token);
    }
}
