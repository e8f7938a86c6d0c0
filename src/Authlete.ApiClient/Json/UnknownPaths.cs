using System.Collections.Generic;
using System.Linq;

namespace Authlete.ApiClient.Json;

/// <summary>Finds the members of an object without a property, at any depth.</summary>
internal static class UnknownPaths
{
    /// <summary>Returns their paths. The items of a list share one path.</summary>
    public static IEnumerable<string> Find(JsonView view)
    {
        foreach (var name in view.GetMemberNames())
        {
            if (!view.Shape.Knows(name))
            {
                yield return name;
            }
            else if (view.Shape.Nested(name) is not null)
            {
                var value = view.GetMember(name);
                foreach (var nested in (value as object?[] ?? [value]).OfType<JsonView>().SelectMany(Find))
                {
                    yield return name + "." + nested;
                }
            }
        }
    }
}
