using System.Collections.Generic;
using System.Linq;
using Authlete.ApiClient.Json;

namespace Authlete.Configuration.Folder;

/// <summary>The possible typos of a folder.</summary>
/// <param name="typos">The unknown members and values.</param>
internal sealed class PossibleTypos(IReadOnlyList<PossibleTypo> typos)
{
    private readonly HashSet<string> _members = [];
    private readonly HashSet<(string, string)> _values = [];

    /// <summary>Removes the members and values that an object of the server has.</summary>
    public void RemoveKnown<T>(T view)
        where T : JsonView, new()
    {
        if (typos.Count > 0)
        {
            _members.UnionWith(UnknownPaths.Find(view));
            _values.UnionWith(EnumeratedMembers.Normalize(JsonView.Copy(view)).Select(value => (value.Name, value.Value)));
        }
    }

    /// <summary>Throws an exception for the members and values that are left.</summary>
    /// <exception cref="ConfigurationException">Members or values are left.</exception>
    public void Check() =>
        ConfigurationException.ThrowIfAny([
            .. typos
                .Where(typo => typo.Value is null ? !_members.Contains(typo.Member) : !_values.Contains((typo.Member, typo.Value)))
                .Select(typo => new ConfigurationException(ConfigurationProblem.InvalidFolder, typo.Message)),
        ]);
}
