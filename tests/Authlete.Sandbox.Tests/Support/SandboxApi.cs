using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Tasks;

namespace Authlete.Sandbox.Tests.Support;

/// <summary>A sandbox for one test with its own clock, which is called over HTTP.</summary>
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

    public static async Task<SandboxApi> StartAsync(bool keepUnknownMembers = false)
    {
        var clock = new ManualClock();
        var options = new SandboxOptions { TimeProvider = clock, KeepUnknownMembers = keepUnknownMembers };
        return new SandboxApi(await SandboxServer.StartAsync(options), clock);
    }

    /// <summary>Makes further calls as another service.</summary>
    public void UseService(string key, string secret) => (_key, _secret) = (key, secret);

    /// <summary>Changes fields of the seeded service; null removes a field.</summary>
    public Task ChangeServiceAsync(params (string Name, JsonNode? Value)[] fields) =>
        ChangeAsync("/service/get/" + Server.ServiceApiKey, "/service/update/" + Server.ServiceApiKey, owner: true, fields);

    /// <summary>Changes fields of a client; null removes a field.</summary>
    public Task ChangeClientAsync(long clientId, params (string Name, JsonNode? Value)[] fields) =>
        ChangeAsync("/client/get/" + clientId, "/client/update/" + clientId, owner: false, fields);

    public Task<ApiReply> GetAsync(string path, bool owner = false) => SendAsync(HttpMethod.Get, path, null, owner);

    public Task<ApiReply> DeleteAsync(string path, bool owner = false) => SendAsync(HttpMethod.Delete, path, null, owner);

    public Task<ApiReply> PostAsync(string path, JsonObject body, bool owner = false) => SendAsync(HttpMethod.Post, path, body, owner);

    public Task<ApiReply> PutAsync(string path, JsonObject body) => SendAsync(HttpMethod.Put, path, body, owner: false);

    /// <summary>Sends a body, which can be invalid JSON.</summary>
    public Task<ApiReply> SendTextAsync(HttpMethod method, string path, string? body, string mediaType = "application/json") =>
        SendAsync(method, path, body, mediaType, owner: false);

    /// <summary>Creates an access token and a refresh token for a user and the confidential client.</summary>
    public async Task<ApiReply> CreateTokenAsync(string subject, params string[] scopes)
    {
        var reply = await PostAsync(
            "/auth/token/create",
            new JsonObject
            {
                ["grantType"] = "AUTHORIZATION_CODE",
                ["clientId"] = Client.ClientId,
                ["subject"] = subject,
                ["scopes"] = new JsonArray([.. scopes.Select(scope => JsonValue.Create(scope))]),
            }
        );
        return reply.Code == "A109001" ? reply : throw new InvalidOperationException(reply.ToString());
    }

    /// <summary>Issues a grant to the confidential client after a user's consent.</summary>
    public async Task<ApiReply> GrantAsync(string subject, string scope, string responseType = "code")
    {
        var parameters = Form(
            ("response_type", responseType),
            ("client_id", Client.ClientId.ToString(CultureInfo.InvariantCulture)),
            ("redirect_uri", Client.RedirectUri),
            ("scope", scope),
            ("nonce", "n-1")
        );
        var request = await PostAsync("/auth/authorization", new JsonObject { ["parameters"] = parameters });
        var reply = await PostAsync("/auth/authorization/issue", new JsonObject { ["ticket"] = request["ticket"], ["subject"] = subject });
        return reply.Action == "LOCATION" ? reply : throw new InvalidOperationException(reply.ToString());
    }

    /// <summary>The ID of the confidential client, as text.</summary>
    public string ClientId => Client.ClientId.ToString(CultureInfo.InvariantCulture);

    /// <summary>Calls an operation with form parameters only.</summary>
    public Task<ApiReply> SendFormAsync(string path, params (string Name, string Value)[] parameters) =>
        PostAsync(path, new JsonObject { ["parameters"] = Form(parameters) });

    /// <summary>Calls an operation with form parameters as the confidential client, which uses Basic authentication.</summary>
    public Task<ApiReply> AsClientAsync(string path, params (string Name, string Value)[] parameters) =>
        AsClientAsync(path, [], parameters);

    /// <summary>Calls an operation with form parameters and further members as the confidential client.</summary>
    public Task<ApiReply> AsClientAsync(
        string path,
        (string Name, JsonNode? Value)[] members,
        params (string Name, string Value)[] parameters
    )
    {
        var body = new JsonObject
        {
            ["parameters"] = Form(parameters),
            ["clientId"] = ClientId,
            ["clientSecret"] = Client.ClientSecret,
        };
        foreach (var (name, value) in members)
        {
            body[name] = value;
        }

        return PostAsync(path, body);
    }

    /// <summary>Redeems the code in the response to an authorization request.</summary>
    public Task<ApiReply> RedeemAsync(ApiReply issued, params (string Name, JsonNode? Value)[] members) =>
        AsClientAsync(
            "/auth/token",
            members,
            ("grant_type", "authorization_code"),
            ("code", issued["authorizationCode"]!),
            ("redirect_uri", Client.RedirectUri)
        );

    public Task<ApiReply> IntrospectAsync(string token) => PostAsync("/auth/introspection", new JsonObject { ["token"] = token });

    /// <summary>Creates another confidential client with the permissions of the seeded one, and returns its ID and secret.</summary>
    public async Task<(string Id, string Secret)> CreateClientAsync()
    {
        var client = (await GetAsync("/client/get/" + ClientId)).Json;
        var reply = await PostAsync("/client/create", client);
        return reply.Status == 200 ? (reply["clientId"]!, reply["clientSecret"]!) : throw new InvalidOperationException(reply.ToString());
    }

    /// <summary>Creates a service and returns it.</summary>
    public async Task<JsonObject> CreateServiceAsync()
    {
        var reply = await PostAsync("/service/create", new JsonObject { ["supportedResponseTypes"] = new JsonArray("CODE") }, owner: true);
        return reply.Status == 200 ? reply.Json : throw new InvalidOperationException(reply.ToString());
    }

    /// <summary>Encodes form or query parameters.</summary>
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

    private Task<ApiReply> SendAsync(HttpMethod method, string path, JsonObject? body, bool owner) =>
        SendAsync(method, path, body?.ToJsonString(), "application/json", owner);

    private async Task<ApiReply> SendAsync(HttpMethod method, string path, string? body, string mediaType, bool owner)
    {
        using var request = new HttpRequestMessage(method, Server.BaseUri + path);
        var (key, secret) = owner ? (Server.ServiceOwnerApiKey, Server.ServiceOwnerApiSecret) : (_key, _secret);
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "Basic",
            Convert.ToBase64String(Encoding.UTF8.GetBytes(key + ":" + secret))
        );
        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, mediaType);
        }

        using var response = await _http.SendAsync(request);
        return new ApiReply((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}

/// <summary>A response, with its status and JSON.</summary>
internal sealed record ApiReply(int Status, string Text)
{
    public JsonObject Json { get; } = Text.Length > 0 && JsonNode.Parse(Text) is JsonObject json ? json : [];

    public string? Action => this["action"];

    public string? Code => this["resultCode"];

    public string? this[string name] => Json[name] is JsonValue value ? value.ToString() : null;

    /// <summary>The error in <c>responseContent</c>.</summary>
    public string? Error => (string?)Content["error"];

    /// <summary>The JSON object in <c>responseContent</c>.</summary>
    public JsonObject Content => (JsonObject)JsonNode.Parse(this["responseContent"]!)!;
}
