using System.Collections.Generic;
using System.Linq;

namespace Authlete.ApiClient.Changes;

/// <summary>Formats lists in messages: the first items, and the number of further ones.</summary>
internal static class ShortList
{
    private const int MaxItems = 3;

    public static string Of(IReadOnlyCollection<string> items) =>
        string.Join(", ", items.Take(MaxItems)) + (items.Count > MaxItems ? $" and {items.Count - MaxItems} more" : "");
}
