using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Authlete.ApiClient.Api;
using Authlete.ApiClient.Json;
using Authlete.ApiClient.Models;
using Authlete.ApiClient.Transport;
using Xunit;

namespace Authlete.ApiClient.Tests.Transport;

/// <summary>The requests that the client sends.</summary>
public sealed class RequestTests
{
    [Fact]
    public async Task Path_values_and_query_are_in_the_target()
    {
        var list = new ApiCall(Operations.ClientAuthorizationGetList).WithQuery("subject", "jürgen & co").WithQuery("start", "0");
        var get = new ApiCall(Operations.ClientGet).WithPathValue("clientId", "a/b");
        await using var server = Answering(list, get);

        await server.CallAsync(list);
        await server.CallAsync(get);

        Assert.Equal(
            ["/api/client/authorization/get/list?subject=j%C3%BCrgen%20%26%20co&start=0", "/api/client/get/a%2Fb"],
            server.Requests.Select(request => request.Target)
        );
    }

    [Fact]
    public async Task A_get_has_the_method_the_key_and_no_body()
    {
        await using var server = Answering(Calls.GetClient());

        await server.CallAsync(Calls.GetClient());

        var request = Assert.Single(server.Requests);
        Assert.Equal("GET", request.Method);
        Assert.Equal("Basic " + Base64(Calls.Credential.Key + ":" + Calls.Secret), request.Header("Authorization"));
        Assert.Equal("application/json", request.Header("Accept"));
        Assert.Empty(request.Body);
        Assert.Null(request.Header("Content-Type"));
    }

    [Fact]
    public async Task A_body_is_sent_as_the_JSON_of_its_view()
    {
        var client = JsonView.Parse<Client>("""{"clientName":"Ä","new":[1e400]}""");
        client.Description = "d";
        var call = new ApiCall(Operations.ClientCreate) { Body = client };
        await using var server = Answering(call);

        await server.CallAsync(call);

        var request = Assert.Single(server.Requests);
        Assert.Equal("POST", request.Method);
        Assert.Equal("application/json; charset=utf-8", request.Header("Content-Type"));
        Assert.Equal("""{"clientName":"Ä","new":[1e400],"description":"d"}""", Encoding.UTF8.GetString(request.Body));
    }

    [Fact]
    public async Task Every_method_of_the_API_is_sent_as_it_is()
    {
        var call = new ApiCall(Operations.ClientDelete).WithPathValue("clientId", "1");
        await using var server = Answering(call);

        await server.CallAsync(call);

        Assert.Equal("DELETE", Assert.Single(server.Requests).Method);
    }

    [Fact]
    public async Task Without_keys_nothing_is_said_of_who_calls()
    {
        await using var server = Answering(Calls.Info());

        await Calls.To(server.BaseUri()).SendAsync(Calls.Info(), null, TestContext.Current.CancellationToken).Guard();

        Assert.Null(Assert.Single(server.Requests).Header("Authorization"));
    }

    [Fact]
    public async Task The_body_follows_at_once_without_expecting_100_continue()
    {
        await using var server = Answering(Calls.Introspect());

        await server.CallAsync(Calls.Introspect());

        Assert.Null(Assert.Single(server.Requests).Header("Expect"));
    }

    [Fact]
    public async Task The_user_agent_names_the_module_and_its_version()
    {
        await using var server = Answering(Calls.Info());

        await server.CallAsync(Calls.Info());

        Assert.Matches(@"^Authlete-PowerShell/\d+\.\d+\.\d+$", Assert.Single(server.Requests).Header("User-Agent"));
    }

    [Fact]
    public async Task Cookies_are_not_kept()
    {
        await using var server = RawServer.Answering(connection =>
            connection.AnswerAsync(Calls.Info(), headers: "Set-Cookie: session=1; Path=/\r\n")
        );
        var api = Calls.To(server.BaseUri());

        await api.CallAsync(Calls.Info());
        await api.CallAsync(Calls.Info());

        Assert.Equal([null, null], server.Requests.Select(request => request.Header("Cookie")));
    }

    /// <summary>Responds to one call after the other.</summary>
    private static RawServer Answering(params ApiCall[] calls)
    {
        var rest = new Queue<ApiCall>(calls);
        return RawServer.Answering(connection => connection.AnswerAsync(rest.Dequeue()));
    }

    private static string Base64(string text) => System.Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
