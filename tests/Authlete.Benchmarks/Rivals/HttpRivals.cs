using System;
using System.Collections.Generic;
using System.IO;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;

namespace Authlete.Benchmarks;

/// <summary>What one writes in C# without the module.</summary>
public static class HttpRivals
{
    private static readonly HttpClient s_client = NewClient();

    /// <summary>Introspects tokens one after another, and blocks on each answer.</summary>
    /// <returns>How many tokens were usable.</returns>
    public static int IntrospectBlocking(Uri baseUri, string[] tokens)
    {
        var usable = 0;
        foreach (var token in tokens)
        {
            usable += IntrospectAsync(baseUri, token).GetAwaiter().GetResult() ? 1 : 0;
        }

        return usable;
    }

    /// <summary>Introspects tokens one after another, and awaits each answer.</summary>
    /// <returns>How many tokens were usable.</returns>
    public static int IntrospectAwaiting(Uri baseUri, string[] tokens) => IntrospectAllAsync(baseUri, tokens).GetAwaiter().GetResult();

    /// <summary>Reads a list page by page, and the id of each client.</summary>
    /// <returns>How many clients there were.</returns>
    public static int ListClients(Uri baseUri, int pageSize) => ListClientsAsync(baseUri, pageSize, null).GetAwaiter().GetResult();

    /// <summary>Reads a list page by page, and writes each client into a file.</summary>
    /// <returns>How many clients there were.</returns>
    public static int SaveClients(Uri baseUri, int pageSize, string folder) =>
        ListClientsAsync(baseUri, pageSize, folder).GetAwaiter().GetResult();

    /// <summary>Reads clients one after another, and sends each back.</summary>
    public static void UpdateClients(Uri baseUri, long[] ids)
    {
        foreach (var id in ids)
        {
            UpdateClientAsync(baseUri, id).GetAwaiter().GetResult();
        }
    }

    private static async Task<int> IntrospectAllAsync(Uri baseUri, string[] tokens)
    {
        var usable = 0;
        foreach (var token in tokens)
        {
            usable += await IntrospectAsync(baseUri, token).ConfigureAwait(false) ? 1 : 0;
        }

        return usable;
    }

    private static async Task<bool> IntrospectAsync(Uri baseUri, string token)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string> { ["token"] = token });
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var response = await s_client.PostAsync(baseUri + "/auth/introspection", content).ConfigureAwait(false);
        response.EnsureSuccessStatusCode();
        using var answer = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync().ConfigureAwait(false));
        var root = answer.RootElement;
        return root.GetProperty("usable").GetBoolean() && root.GetProperty("subject").GetString() == "user1";
    }

    private static async Task UpdateClientAsync(Uri baseUri, long id)
    {
        using var content = new ByteArrayContent(await s_client.GetByteArrayAsync($"{baseUri}/client/get/{id}").ConfigureAwait(false));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var response = await s_client.PostAsync($"{baseUri}/client/update/{id}", content).ConfigureAwait(false);
        response.EnsureSuccessStatusCode();
    }

    private static async Task<int> ListClientsAsync(Uri baseUri, int pageSize, string? folder)
    {
        var count = 0;
        while (true)
        {
            var page = await s_client
                .GetByteArrayAsync($"{baseUri}/client/get/list?start={count}&end={count + pageSize}")
                .ConfigureAwait(false);
            using var answer = JsonDocument.Parse(page);
            foreach (var client in answer.RootElement.GetProperty("clients").EnumerateArray())
            {
                var id = client.GetProperty("clientId").GetInt64();
                count += id > 0 ? 1 : 0;
                if (folder is not null)
                {
                    await File.WriteAllTextAsync(Path.Combine(folder, id + ".json"), client.GetRawText()).ConfigureAwait(false);
                }
            }

            if (count >= answer.RootElement.GetProperty("totalCount").GetInt32())
            {
                return count;
            }
        }
    }

    private static HttpClient NewClient()
    {
        var client = new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5), UseProxy = false });
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Basic",
            Convert.ToBase64String(Encoding.UTF8.GetBytes("1:secret"))
        );
        return client;
    }
}
