using System;
using System.Collections.Generic;
using System.Linq;
using Authlete.ApiClient.Json;
using Authlete.Configuration.Comparison;
using Authlete.Configuration.Fields;
using Authlete.Configuration.Json;

namespace Authlete.Configuration.Planning;

/// <summary>An object of the server with the settings of a file merged in. Planning, sending, and checking the response all use it.</summary>
internal sealed class WantedObject
{
    private readonly ConfigurationObject _file;
    private readonly ConfigurationObject _live;
    private readonly Lazy<SettingsParts> _parts;

    /// <param name="file">The configuration in the file.</param>
    /// <param name="live">The object on the server.</param>
    /// <param name="options">The options of the import.</param>
    /// <param name="apiKey">The API key of the service.</param>
    public WantedObject(ConfigurationObject file, ConfigurationObject live, ImportOptions options, string apiKey)
    {
        (_file, _live) = (file, live);
        View = (JsonView)Activator.CreateInstance(file.Type)!;
        View.Attach(JsonTree.ToElement(options.NewMerge().Merge(live, file)));
        _parts = new(() => SettingsParts.Divide(View, apiKey));
    }

    /// <summary>The complete object to send.</summary>
    public JsonView View { get; }

    /// <summary>The settings.</summary>
    public JsonMembers Settings => _parts.Value.Settings;

    /// <summary>Returns the differences from the object on the server, except a client's secret and lock, which have their own operations.</summary>
    public IEnumerable<ConfigurationDifference> FindDifferences() =>
        new ConfigurationComparison(declaredOnly: false)
            .CompareObjects(_file with { Settings = _parts.Value.Settings, Secrets = _parts.Value.Secrets, IsLocked = null }, _live)
            .Where(difference => difference.Property != FieldKinds.ClientSecret);
}
