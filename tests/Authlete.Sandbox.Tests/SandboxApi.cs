using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Tasks;

namespace Authlete.Sandbox.Tests;

/// <summary>A sandbox of one test with its own clock, called over HTTP as any caller would.</summary>
internal sealed class SandboxApi : IAsyncDisposable
{
    private readonly HttpClient _http = new(new HttpClientHandler { UseProxy = false });
    private string _key;
    private string _secret;

    private SandboxApi(SandboxServer server, ManualClock clock)
    {
        Server = server;
        Clock = clock;
        (_key, _secret) = (server.ServiceApiKey, server.ServiceApiSecret);
    }

    public SandboxServer Server { get; }

    public ManualClock Clock { get; }

    public SandboxClient Client => Server.ConfidentialClient;

    public static async Task<SandboxApi> StartAsync()
    {
        var clock = new ManualClock();
        return new SandboxApi(await SandboxServer.StartAsync(new SandboxOptions { TimeProvider = clock }), clock);
    }

    /// <summary>Goes on as another service.</summary>
    public void UseService(string key, string secret) => (_key, _secret) = (key, secret);

    /// <summary>Changes fields of the seeded service; a null takes a field away.</summary>
    public Task ChangeServiceAsync(params (string Name, JsonNode? Value)[] fields) =>
        ChangeAsync("/service/get/" + Server.ServiceApiKey, "/service/update/" + Server.ServiceApiKey, owner: true, fields);

    /// <summary>Changes fields of a client; a null takes a field away.</summary>
    public Task ChangeClientAsync(long clientId, params (string Name, JsonNode? Value)[] fields) =>
        ChangeAsync("/client/get/" + clientId, "/client/update/" + clientId, owner: false, fields);

    public Task<ApiReply> GetAsync(string path, bool owner = false) => SendAsync(HttpMethod.Get, path, null, owner);

    public Task<ApiReply> DeleteAsync(string path, bool owner = false) => SendAsync(HttpMethod.Delete, path, null, owner);

    public Task<ApiReply> PostAsync(string path, JsonObject body, bool owner = false) => SendAsync(HttpMethod.Post, path, body, owner);

    public Task<ApiReply> PutAsync(string path, JsonObject body) => SendAsync(HttpMethod.Put, path, body, owner: false);

    /// <summary>The text of a form or a query.</summary>
    public static string Form(params (string Name, string Value)[] parameters) =>
        string.Join('&', parameters.Select(pair => pair.Name + "=" + Uri.EscapeDataString(pair.Value)));

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Server.DisposeAsync();
    }

    private async Task ChangeAsync(string get, string update, bool owner, IEnumerable<(string Name, JsonNode? Value)> fields)
    {
        var current = (await GetAsync(get, owner)).Json;
        foreach (var (name, value) in fields)
        {
            if (value is null)
            {
                current.Remove(name);
            }
            else
            {
                current[name] = value;
            }
        }

        var reply = await PostAsync(update, current, owner);
        if (reply.Status != 200)
        {
            throw new InvalidOperationException(reply.ToString());
        }
    }

    private async Task<ApiReply> SendAsync(HttpMethod method, string path, JsonObject? body, bool owner)
    {
        using var request = new HttpRequestMessage(method, Server.BaseUri + path);
        var (key, secret) = owner ? (Server.ServiceOwnerApiKey, Server.ServiceOwnerApiSecret) : (_key, _secret);
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(key + ":" + secret)));
        if (body is not null)
        {
            request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        }

        using var response = await _http.SendAsync(request);
        return new ApiReply((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}

/// <summary>An answer: its status and its JSON.</summary>
internal sealed record ApiReply(int Status, string Text)
{
    public JsonObject Json { get; } = Text.Length > 0 && JsonNode.Parse(Text) is JsonObject json ? json : [];

    public string? Action => this["action"];

    public string? Code => this["resultCode"];

    public string? this[string name] => Json[name] is JsonValue value ? value.ToString() : null;

    /// <summary>The JSON object in <c>responseContent</c>.</summary>
    public JsonObject Content => (JsonObject)JsonNode.Parse(this["responseContent"]!)!;
}
