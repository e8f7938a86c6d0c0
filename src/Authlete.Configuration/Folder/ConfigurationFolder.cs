using System.Collections.Generic;
using System.Linq;
using Authlete.ApiClient.Models;
using Authlete.Configuration.Fields;
using Authlete.Configuration.Placeholders;

namespace Authlete.Configuration.Folder;

/// <summary>The configuration of a service and its clients in a folder.</summary>
internal sealed class ConfigurationFolder
{
    private ConfigurationFolder(FileReading reading, IdsFile ids, ConfigurationObject? service, IReadOnlyList<ConfigurationObject> clients)
    {
        (Ids, Service, Clients) = (ids, service, clients);
        PossibleTypos = new PossibleTypos(reading.PossibleTypos);
        Warnings = reading.Warnings;
    }

    public IdsFile Ids { get; }

    /// <summary>The service; null if the folder contains only clients.</summary>
    public ConfigurationObject? Service { get; }

    /// <summary>The clients, by label.</summary>
    public IReadOnlyList<ConfigurationObject> Clients { get; }

    public IReadOnlyList<string> Warnings { get; }

    /// <summary>Possible typos.</summary>
    public PossibleTypos PossibleTypos { get; }

    /// <summary>Reads the whole folder.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="apiKey">The API key of the service.</param>
    /// <param name="includeSecret">Whether to read secrets.json.</param>
    /// <param name="values">The values of placeholders.</param>
    /// <exception cref="ConfigurationException">The folder is invalid. The message lists all problems.</exception>
    public static ConfigurationFolder Read(string path, string apiKey, bool includeSecret, PlaceholderValues values)
    {
        var files = new FolderFiles(path);
        files.RequireConfiguration();
        var ids = IdsFile.Read(files);
        var secrets = includeSecret ? SecretsFile.Read(files) : null;
        var reading = new FileReading(files, apiKey, values);
        var service = reading.Read<Service>(FolderFiles.Service, secrets?.FindService(apiKey), isRequired: false);
        var clients = new List<ConfigurationObject>();
        var (labels, known) = (files.FindLabels(), ids.Of(apiKey));
        var read = labels.AsParallel().AsOrdered().Select(label => ReadClient(label, mayAskVault: false)).ToList();
        for (var i = 0; i < labels.Length; i++)
        {
            // Vaults can be read only on this thread, not in the parallel reading above.
            var (clientReading, client) = read[i].Reading.IsDeferred ? ReadClient(labels[i], mayAskVault: true) : read[i];
            reading.Add(clientReading);
            if (client is not null)
            {
                clients.Add(client with { Label = labels[i], Id = known.TryGetValue(labels[i], out var id) ? id : null });
            }
        }

        ConfigurationException.ThrowIfAny(reading.Problems);
        return new ConfigurationFolder(reading, ids, service, clients);

        (FileReading Reading, ConfigurationObject? Client) ReadClient(string label, bool mayAskVault)
        {
            var clientReading = new FileReading(files, apiKey, values) { MayAskVault = mayAskVault };
            var client = clientReading.Read<Client>(FolderFiles.ClientFile(label), secrets?.FindClient(apiKey, label), isRequired: true);
            return (clientReading, client?.Pack());
        }
    }
}
