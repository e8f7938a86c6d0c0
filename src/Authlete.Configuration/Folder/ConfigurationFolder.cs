using System.Collections.Generic;
using System.Linq;
using Authlete.ApiClient.Models;
using Authlete.Configuration.Fields;
using Authlete.Configuration.Placeholders;

namespace Authlete.Configuration.Folder;

/// <summary>What a folder says of one service and its clients.</summary>
internal sealed class ConfigurationFolder
{
    private readonly IReadOnlyList<Doubt> _doubts;

    private ConfigurationFolder(FileReading reading, IdsFile ids, ConfigurationObject? service, IReadOnlyList<ConfigurationObject> clients)
    {
        (Ids, Service, Clients) = (ids, service, clients);
        _doubts = reading.Doubts;
        Warnings = reading.Warnings;
    }

    public IdsFile Ids { get; }

    /// <summary>The service; null if the folder has clients only.</summary>
    public ConfigurationObject? Service { get; }

    /// <summary>The clients, by label.</summary>
    public IReadOnlyList<ConfigurationObject> Clients { get; }

    public IReadOnlyList<string> Warnings { get; }

    /// <summary>Reads the whole folder.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="apiKey">The API key of the service.</param>
    /// <param name="includeSecret">Whether to read secrets.json.</param>
    /// <param name="values">The values of placeholders.</param>
    /// <exception cref="ConfigurationException">Something is wrong with it: all of it is named.</exception>
    public static ConfigurationFolder Read(string path, string apiKey, bool includeSecret, PlaceholderValues values)
    {
        var files = new FolderFiles(path);
        files.RequireConfiguration();
        var ids = IdsFile.Read(files);
        var secrets = includeSecret ? SecretsFile.Read(files) : null;
        var reading = new FileReading(files, apiKey, values);
        var service = reading.Read<Service>(FolderFiles.Service, secrets?.FindService(apiKey), isRequired: false);
        var clients = new List<ConfigurationObject>();
        var labels = files.FindLabels();
        foreach (var label in labels)
        {
            if (reading.Read<Client>(FolderFiles.ClientFile(label), secrets?.FindClient(apiKey, label), isRequired: true) is { } client)
            {
                clients.Add(client with { Label = label, Id = ids.Of(apiKey).TryGetValue(label, out var id) ? id : null });
            }
        }

        ConfigurationException.ThrowIfAny(reading.Problems);
        return new ConfigurationFolder(reading, ids, service, clients);
    }

    /// <summary>Refuses what looks like a typo and the server doesn't know either.</summary>
    /// <param name="service">The service of the server; null if it can't be read, so that its file can't be judged.</param>
    /// <param name="clients">The clients of the server.</param>
    public void CheckDoubts(ConfigurationObject? service, IReadOnlyCollection<ConfigurationObject> clients)
    {
        var live = service is null ? clients : [service, .. clients];
        var members = new HashSet<string>(live.SelectMany(item => item.UnknownMembers));
        var values = new HashSet<(string, string)>(live.SelectMany(item => item.UnknownValues).Select(value => (value.Name, value.Value)));
        ConfigurationException.ThrowIfAny([
            .. _doubts
                .Where(doubt => doubt.Value is null ? !members.Contains(doubt.Member) : !values.Contains((doubt.Member, doubt.Value)))
                .Select(doubt => new ConfigurationException(ConfigurationProblem.InvalidFolder, doubt.Message)),
        ]);
    }
}
