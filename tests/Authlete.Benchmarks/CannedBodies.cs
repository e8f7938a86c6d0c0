using System;
using System.Buffers;
using System.Globalization;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Authlete.Sandbox;

namespace Authlete.Benchmarks;

/// <summary>Responses, recorded once from the sandbox.</summary>
internal sealed class CannedBodies
{
    private const string ClientPrefix = "client/get/";

    private readonly byte[] _introspection;
    private readonly byte[] _service;
    private readonly byte[] _configuration;
    private readonly byte[][] _client;

    private CannedBodies(byte[] introspection, byte[] service, byte[] configuration, string client, string clientId)
    {
        _introspection = introspection;
        _service = service;
        _configuration = configuration;

        // The text between the occurrences of the client ID.
        _client = Array.ConvertAll(client.Split(clientId), Encoding.UTF8.GetBytes);
    }

    public static async Task<CannedBodies> ReadAsync()
    {
        await using var sandbox = await SandboxServer.StartAsync();
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = Basic(sandbox.ServiceApiKey, sandbox.ServiceApiSecret);
        var clientId = sandbox.ConfidentialClient.ClientId.ToString(CultureInfo.InvariantCulture);
        var address = sandbox.BaseUri.AbsoluteUri;
        var client = await http.GetStringAsync(new Uri($"{address}/{ClientPrefix}{clientId}"));
        var request = new
        {
            grantType = "AUTHORIZATION_CODE",
            clientId,
            subject = "user1",
            scopes = new[] { "openid", "profile" },
        };
        var created = await http.PostAsJsonAsync(new Uri(address + "/auth/token/create"), request);
        var token = JsonNode.Parse(await created.Content.ReadAsStringAsync())!["accessToken"]!.GetValue<string>();
        var introspected = await http.PostAsJsonAsync(new Uri(address + "/auth/introspection"), new { token });
        var introspection = await introspected.Content.ReadAsByteArrayAsync();
        var configuration = await http.GetByteArrayAsync(new Uri(address + "/service/configuration"));
        http.DefaultRequestHeaders.Authorization = Basic(sandbox.ServiceOwnerApiKey, sandbox.ServiceOwnerApiSecret);
        var service = await http.GetStringAsync(new Uri($"{address}/service/get/{sandbox.ServiceApiKey}"));
        var named = service.Replace(
            $"\"apiKey\":{sandbox.ServiceApiKey}",
            $"\"apiKey\":{CannedServer.ServiceApiKey}",
            StringComparison.Ordinal
        );
        return new CannedBodies(introspection, Encoding.UTF8.GetBytes(named), configuration, client, clientId);
    }

    public ReadOnlyMemory<byte> Find(string path) =>
        path == "service/configuration" ? _configuration
        : path == "service/get/list" ? Encoding.UTF8.GetBytes("""{"start":0,"end":0,"totalCount":0,"services":[]}""")
        : path.StartsWith("service/get/", StringComparison.Ordinal) ? _service
        : path.StartsWith(ClientPrefix, StringComparison.Ordinal) ? NewClient(path[ClientPrefix.Length..])
        : _introspection;

    public ReadOnlyMemory<byte> NewPage(int start, int end, int total)
    {
        var page = new ArrayBufferWriter<byte>();
        Write(page, $$"""{"start":{{start}},"end":{{end}},"totalCount":{{total}},"clients":[""");
        for (var i = start; i < end; i++)
        {
            if (i > start)
            {
                Write(page, ",");
            }

            WriteClient(page, (1_000_000 + i).ToString(CultureInfo.InvariantCulture));
        }

        Write(page, "]}");
        return page.WrittenMemory;
    }

    private ReadOnlyMemory<byte> NewClient(string id)
    {
        var client = new ArrayBufferWriter<byte>();
        WriteClient(client, id);
        return client.WrittenMemory;
    }

    private void WriteClient(ArrayBufferWriter<byte> body, string id)
    {
        for (var i = 0; i < _client.Length; i++)
        {
            if (i > 0)
            {
                Write(body, id);
            }

            body.Write(_client[i]);
        }
    }

    private static void Write(ArrayBufferWriter<byte> body, string text) => Encoding.ASCII.GetBytes(text, body);

    private static AuthenticationHeaderValue Basic(string key, string secret) =>
        new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(key + ":" + secret)));
}
