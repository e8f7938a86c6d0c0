using System.Collections;
using System.Collections.Generic;
using System.Linq;
using Authlete.ApiClient.Json;
using Authlete.ApiClient.Models;
using Authlete.Configuration.Comparison;
using Authlete.Configuration.Folder;
using Authlete.Configuration.Placeholders;

namespace Authlete.Configuration.Tests.Support;

/// <summary>A service and its clients on a server.</summary>
internal sealed class Server
{
    public const string ApiKey = "1001";

    public string Key { get; init; } = ApiKey;

    public Service Service { get; set; } = NewService();

    public List<Client> Clients { get; } = [];

    public Hashtable Variables { get; init; } = [];

    /// <summary>The entries of a vault.</summary>
    public Dictionary<string, string> Vault { get; } = [];

    public IReadOnlyList<string> Warnings { get; private set; } = [];

    private PlaceholderValues Values => new(Variables, (_, name) => Vault.GetValueOrDefault(name));

    public static Service NewService(string members = "") =>
        JsonView.Parse<Service>(
            "{\"number\":1,\"apiKey\":1001,\"apiSecret\":\"api-secret-1\",\"createdAt\":1700000000000,\"modifiedAt\":1700000000001,\"serviceName\":\"Prod\",\"accessTokenDuration\":3600,\"refreshTokenDuration\":0,\"pkceRequired\":false,\"supportedGrantTypes\":[\"REFRESH_TOKEN\",\"AUTHORIZATION_CODE\"]"
                + (members.Length > 0 ? "," + members : "")
                + "}"
        );

    public static Client NewClient(long id, string members = "") =>
        JsonView.Parse<Client>(
            $"{{\"number\":{id},\"serviceNumber\":1,\"developer\":\"authlete_1001\",\"clientId\":{id},\"clientSecret\":\"secret-of-{id}\",\"clientIdAliasEnabled\":false,\"createdAt\":1700000000000,\"modifiedAt\":1700000000001,\"clientType\":\"CONFIDENTIAL\",\"defaultMaxAge\":0,\"locked\":false,\"dynamicallyRegistered\":false"
                + (members.Length > 0 ? "," + members : "")
                + "}"
        );

    public Client Add(long id, string members = "")
    {
        var client = NewClient(id, members);
        Clients.Add(client);
        return client;
    }

    public IReadOnlyList<string> Export(
        TemporaryFolder folder,
        bool includeSecret = false,
        long[]? only = null,
        bool clientsOnly = false,
        bool includeRegistered = false
    )
    {
        using var export = new FolderExport(folder.Path, Key, includeSecret, only is null, Values);
        if (!clientsOnly)
        {
            export.AddService(Service);
        }

        foreach (var client in Clients.Where(client => only is null || System.Array.IndexOf(only, client.ClientId!.Value) >= 0))
        {
            export.AddClient(client, includeRegistered);
        }

        var files = export.Commit();
        Warnings = export.Warnings;
        return files;
    }

    public IReadOnlyList<ConfigurationDifference> Compare(TemporaryFolder folder, bool includeSecret = false, bool declaredOnly = false)
    {
        var read = ConfigurationFolder.Read(folder.Path, Key, includeSecret, Values);
        Warnings = read.Warnings;
        return Read(read).CompareWithFolder(includeRegistered: false, declaredOnly);
    }

    public LiveConfiguration Read(ConfigurationFolder? folder = null)
    {
        // Copies, as in a response, so that later changes on the server don't affect them.
        var live = new LiveConfiguration(Key, JsonView.Copy(Service), folder);
        Clients.ForEach(client => live.AddClient(JsonView.Copy(client)));
        return live;
    }
}
