using System.Collections.Generic;
using System.Linq;
using Authlete.ApiClient.Json;

namespace Authlete.Configuration.Folder;

/// <summary>What looks like a typo in a folder, unless the server knows it too.</summary>
/// <param name="doubts">What looks like a typo.</param>
internal sealed class Doubts(IReadOnlyList<Doubt> doubts)
{
    private readonly HashSet<string> _members = [];
    private readonly HashSet<(string, string)> _values = [];

    /// <summary>Takes what an object of the server has for right.</summary>
    public void Settle<T>(T view)
        where T : JsonView, new()
    {
        if (doubts.Count > 0)
        {
            _members.UnionWith(UnknownPaths.Find(view));
            _values.UnionWith(EnumeratedMembers.Normalize(JsonView.Copy(view)).Select(value => (value.Name, value.Value)));
        }
    }

    /// <summary>Refuses what is left.</summary>
    /// <exception cref="ConfigurationException">Something is left.</exception>
    public void Check() =>
        ConfigurationException.ThrowIfAny([
            .. doubts
                .Where(doubt => doubt.Value is null ? !_members.Contains(doubt.Member) : !_values.Contains((doubt.Member, doubt.Value)))
                .Select(doubt => new ConfigurationException(ConfigurationProblem.InvalidFolder, doubt.Message)),
        ]);
}
