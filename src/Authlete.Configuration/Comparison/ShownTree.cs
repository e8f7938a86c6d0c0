using System.Linq;
using System.Text.Json;
using Authlete.ApiClient.Changes;
using Authlete.ApiClient.Json;

namespace Authlete.Configuration.Comparison;

/// <summary>Converts the values of differences to plain .NET values for display: objects become JSON, and likely secrets are masked.</summary>
internal static class ShownTree
{
    public static object? Of(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Undefined or JsonValueKind.Null => null,
            JsonValueKind.Array => value.EnumerateArray().Select(Of).ToArray() is var items && items.All(item => item is string)
                ? items.Cast<string>().ToArray()
                : items,
            JsonValueKind.Object => value.GetRawText(),
            _ => ShownValues.MaskSecrets(JsonValues.ToScalar(value), null),
        };
}
