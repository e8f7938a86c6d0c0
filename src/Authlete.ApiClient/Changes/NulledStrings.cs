using System.Collections.Generic;
using System.Linq;
using Authlete.ApiClient.Json;

namespace Authlete.ApiClient.Changes;

/// <summary>String properties that a script set to null, which PowerShell converts to an empty string.</summary>
internal static class NulledStrings
{
    /// <summary>Removes these members from an object.</summary>
    /// <param name="copy">The object to change.</param>
    /// <param name="original">The object that the script set to null in.</param>
    /// <param name="emptyMembers">The members whose value is an empty string.</param>
    public static void Remove(JsonView copy, JsonView original, IEnumerable<string> emptyMembers)
    {
        foreach (var name in emptyMembers.Where(name => original.WasSet(name) && original.Shape.Knows(name)).ToList())
        {
            copy.RemoveMember(name);
        }
    }
}
