using System.Collections.Generic;
using System.Linq;
using Authlete.ApiClient.Json;

namespace Authlete.ApiClient.Changes;

/// <summary>Strings that a script set to null: PowerShell turns null into an empty string where a property holds a string.</summary>
internal static class NulledStrings
{
    /// <summary>Removes them from an object.</summary>
    /// <param name="copy">The object to change.</param>
    /// <param name="original">The object as the script has it.</param>
    /// <param name="emptyMembers">The members that are empty strings.</param>
    public static void Remove(JsonView copy, JsonView original, IEnumerable<string> emptyMembers)
    {
        foreach (var name in emptyMembers.Where(name => original.WasSet(name) && original.Shape.Knows(name)).ToList())
        {
            copy.RemoveMember(name);
        }
    }
}
