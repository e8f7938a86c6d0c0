using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using Xunit;

namespace Authlete.ApiClient.Tests.Json;

/// <summary>The members of an object in their original notation and order.</summary>
internal static class RawMembers
{
    public static List<(string Name, string Raw)> Of(JsonElement parent) =>
        [.. parent.EnumerateObject().Select(member => (member.Name, member.Value.GetRawText()))];

    /// <summary>Asserts that one member at a path of names and indexes was set, and that everything else is unchanged, byte for byte.</summary>
    public static void AssertOnlySet(JsonElement before, JsonElement after, IEnumerable<object> path, string name, string json)
    {
        switch (path.FirstOrDefault())
        {
            case null:
                Assert.Equal(With(Of(before), name, json), Of(after));
                break;
            case string step:
                var next = after.GetProperty(step);
                Assert.Equal(With(Of(before), step, next.GetRawText()), Of(after));
                AssertOnlySet(before.GetProperty(step), next, path.Skip(1), name, json);
                break;
            case int index:
                Assert.Equal(before.GetArrayLength(), after.GetArrayLength());
                for (var i = 0; i < before.GetArrayLength(); i++)
                {
                    if (i != index)
                    {
                        Assert.Equal(before[i].GetRawText(), after[i].GetRawText());
                    }
                }

                AssertOnlySet(before[index], after[index], path.Skip(1), name, json);
                break;
            default:
                Assert.Fail("A path is of names and indexes.");
                break;
        }
    }

    /// <summary>Sets the member once, where the name first occurred, or at the end.</summary>
    private static List<(string Name, string Raw)> With(List<(string Name, string Raw)> members, string name, string json)
    {
        var at = members.FindIndex(member => member.Name == name);
        members.RemoveAll(member => member.Name == name);
        members.Insert(at < 0 ? members.Count : at, (name, json));
        return members;
    }
}
