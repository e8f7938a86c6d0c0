using System.Collections.Generic;
using System.Text.Json;

namespace Authlete.ApiClient.Json;

/// <summary>The JSON value that a view was made of.</summary>
/// <remarks>
/// A class, so that <see cref="JsonView"/> has no field of a struct of another assembly, which would have to be found to load the type
/// (see docs/how-it-is-built.md).
/// </remarks>
internal sealed class ReceivedJson(JsonElement element)
{
    public JsonElement Element { get; } = element;

    public bool IsObject => Element.ValueKind == JsonValueKind.Object;

    public bool TryGetMember(string name, out JsonElement value)
    {
        value = default;
        return IsObject && MemberLookup.TryGetMember(Element, name, out value);
    }

    /// <summary>The names of the members, as often as they occur.</summary>
    public IEnumerable<string> GetMemberNames()
    {
        if (IsObject)
        {
            foreach (var member in Element.EnumerateObject())
            {
                yield return MemberLookup.NameOf(member);
            }
        }
    }
}
