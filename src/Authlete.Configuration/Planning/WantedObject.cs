using System;
using System.Collections.Generic;
using System.Linq;
using Authlete.ApiClient.Json;
using Authlete.Configuration.Comparison;
using Authlete.Configuration.Fields;
using Authlete.Configuration.Json;

namespace Authlete.Configuration.Planning;

/// <summary>An object of the server as a file wants it. Planning, sending and checking the answer all compare with this one.</summary>
internal sealed class WantedObject
{
    private readonly ConfigurationObject _file;
    private readonly ConfigurationObject _live;
    private readonly Lazy<SettingsParts> _parts;

    /// <param name="file">The object of the file.</param>
    /// <param name="live">The object of the server.</param>
    /// <param name="options">How far the import may go.</param>
    /// <param name="apiKey">The API key of the service.</param>
    public WantedObject(ConfigurationObject file, ConfigurationObject live, ImportOptions options, string apiKey)
    {
        (_file, _live) = (file, live);
        View = (JsonView)Activator.CreateInstance(file.Type)!;
        View.Attach(JsonTree.ToElement(options.NewMerge().Merge(live, file)));
        _parts = new(() => SettingsParts.Divide(View, apiKey));
    }

    /// <summary>The whole object, as it is sent.</summary>
    public JsonView View { get; }

    /// <summary>The settings.</summary>
    public JsonMembers Settings => _parts.Value.Settings;

    /// <summary>What differs from the object of the server; a client's secret and lock have operations of their own.</summary>
    public IEnumerable<ConfigurationDifference> FindDifferences() =>
        new ConfigurationComparison(declaredOnly: false)
            .CompareObjects(_file with { Settings = _parts.Value.Settings, Secrets = _parts.Value.Secrets, IsLocked = null }, _live)
            .Where(difference => difference.Property != FieldKinds.ClientSecret);
}
