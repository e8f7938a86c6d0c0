using System.Collections.Generic;
using System.Linq;
using Authlete.ApiClient.Json;

namespace Authlete.Configuration.Folder;

/// <summary>The possible typos of a folder.</summary>
/// <param name="doubts">The unknown members and values.</param>
internal sealed class Doubts(IReadOnlyList<Doubt> doubts)
{
    private readonly HashSet<string> _members = [];
    private readonly HashSet<(string, string)> _values = [];

    /// <summary>Removes the members and values that an object of the server has.</summary>
    public void Settle<T>(T view)
        where T : JsonView, new()
    {
        if (doubts.Count > 0)
        {
            _members.UnionWith(UnknownPaths.Find(view));
            _values.UnionWith(EnumeratedMembers.Normalize(JsonView.Copy(view)).Select(value => (value.Name, value.Value)));
        }
    }

    /// <summary>Throws an exception for the members and values that are left.</summary>
    /// <exception cref="ConfigurationException">Members or values are left.</exception>
    public void Check() =>
        ConfigurationException.ThrowIfAny([
            .. doubts
                .Where(doubt => doubt.Value is null ? !_members.Contains(doubt.Member) : !_values.Contains((doubt.Member, doubt.Value)))
                .Select(doubt => new ConfigurationException(ConfigurationProblem.InvalidFolder, doubt.Message)),
        ]);
}
