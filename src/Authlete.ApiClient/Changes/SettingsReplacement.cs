using System.Collections.Generic;
using System.Linq;
using Authlete.ApiClient.Json;

namespace Authlete.ApiClient.Changes;

/// <summary>A whole settings object that is to replace the current one: whether it may, decided without a call.</summary>
/// <typeparam name="T">The type of the object.</typeparam>
/// <param name="noun">What the object is, for messages.</param>
/// <param name="current">The object as the server has it.</param>
/// <param name="replacement">The object to replace it.</param>
/// <param name="original">The object that <paramref name="replacement"/> was copied from, if it was one of this type.</param>
internal sealed class SettingsReplacement<T>(string noun, T current, T replacement, T? original)
    where T : JsonView, new()
{
    private const int MaxNames = 5;

    private readonly IReadOnlyList<MemberDifference> _differences = JsonView.Compare(current, replacement);

    /// <summary>Why the object is refused because it is partial; null if it is whole.</summary>
    /// <remarks>The server writes every Boolean and number, even false and 0: an object that lacks one was not read from it.</remarks>
    public string? FindPartiality()
    {
        var serverManaged = replacement.GetServerManagedMembers();
        var missing = _differences
            .Where(difference =>
                difference is { Right: null, Left: { Length: > 0 } left }
                && left[0] is not ('"' or '{' or '[')
                && !serverManaged.Contains(difference.Name)
            )
            .Select(difference => difference.Name)
            .Except(original?.GetRemovedMembers() ?? [])
            .ToList();
        return missing.Count == 0
            ? null
            : $"The object lacks {string.Join(", ", missing.Take(MaxNames))}{(missing.Count > MaxNames ? $" and {missing.Count - MaxNames} more" : "")}, which every whole {noun} has.";
    }

    /// <summary>Why the object may undo somebody else's change; null if it is still the one that was read.</summary>
    public string? FindConflict() =>
        _differences.FirstOrDefault(difference =>
            difference.Name is "modifiedAt" && !SettingsComparison.IsSame(difference, current.Shape.TraitsOf(difference.Name))
        ) switch
        {
            null => null,
            { Right: null } => "has no modifiedAt, so that nobody can tell whether it was changed meanwhile",
            _ => "has another modifiedAt than the one on the server, which was changed meanwhile",
        };

    /// <summary>Removes the strings that a script set to null.</summary>
    public void RemoveNulledStrings()
    {
        if (original is not null)
        {
            NulledStrings.Remove(
                replacement,
                original,
                _differences.Where(difference => difference.Right == "\"\"").Select(difference => difference.Name)
            );
        }
    }
}
