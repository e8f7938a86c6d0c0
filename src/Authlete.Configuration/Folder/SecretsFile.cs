using System.Collections.Generic;
using System.Linq;
using Authlete.Configuration.Json;
using Authlete.Configuration.Placeholders;

namespace Authlete.Configuration.Folder;

/// <summary>The file secrets.json, with the secrets of each service and its clients.</summary>
/// <param name="content">The content of the file.</param>
internal sealed class SecretsFile(JsonMembers content)
{
    private const string ServiceMember = "service";
    private const string ClientsMember = "clients";

    public JsonMembers Content { get; } = content;

    public static SecretsFile Read(FolderFiles files) => new(files.Read(FolderFiles.Secrets) ?? []);

    public JsonMembers? FindService(string apiKey) => Of(apiKey)?.Find(ServiceMember) as JsonMembers;

    public JsonMembers? FindClient(string apiKey, string label) =>
        (Of(apiKey)?.Find(ClientsMember) as JsonMembers)?.Find(label) as JsonMembers;

    public void SetService(string apiKey, JsonMembers secrets) => Set(Content.GetOrAdd(apiKey), ServiceMember, secrets);

    public void SetClient(string apiKey, string label, JsonMembers secrets) =>
        Set(Content.GetOrAdd(apiKey).GetOrAdd(ClientsMember), label, secrets);

    /// <summary>Removes the secrets of clients that no longer exist.</summary>
    public void RemoveClients(string apiKey, IEnumerable<string> labels)
    {
        if (Of(apiKey)?.Find(ClientsMember) is JsonMembers clients)
        {
            labels.ToList().ForEach(label => clients.Remove(label));
        }
    }

    private JsonMembers? Of(string apiKey) => Content.Find(apiKey) as JsonMembers;

    private static void Set(JsonMembers parent, string name, JsonMembers secrets)
    {
        var merged = (JsonMembers)PlaceholderKeeping.MergeSecrets(parent.Find(name), secrets)!;
        if (merged.Count > 0)
        {
            parent[name] = merged;
        }
        else
        {
            parent.Remove(name);
        }
    }
}
