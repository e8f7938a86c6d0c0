using System;
using System.Collections.Generic;
using System.Linq;
using Authlete.ApiClient.Json;

namespace Authlete.ApiClient.Changes;

/// <summary>A whole settings object that is to replace the current one: whether it may, decided without a call.</summary>
/// <typeparam name="T">The type of the object.</typeparam>
/// <param name="noun">What the object is, for messages.</param>
/// <param name="current">The object as the server has it.</param>
/// <param name="replacement">The object to replace it.</param>
/// <param name="original">The object that <paramref name="replacement"/> was copied from; null if it was a text.</param>
internal sealed class SettingsReplacement<T>(string noun, T current, T replacement, JsonView? original)
    where T : JsonView, new()
{
    private readonly IReadOnlyList<MemberDifference> _differences = JsonView.Compare(current, replacement);
    private readonly T? _stored = original?.GetStored<T>();

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
        return missing.Count == 0 ? null : $"The object isn't a whole {noun}, because it has no {ShortList.Of(missing)}.";
    }

    /// <summary>Why the object may undo somebody else's change; null if it is still the one that was read.</summary>
    /// <remarks>
    /// An object knows what was read, and times don't count: two changes within a second have the same. A text knows only what somebody
    /// wants; its time of change has to stand in.
    /// </remarks>
    public string? FindConflict()
    {
        if (_stored is not null)
        {
            return SettingsComparison.FindChanged(_stored, current).ToList() is { Count: > 0 } changed
                ? $"was changed on the server after the object was read: {ShortList.Of(changed)}"
                : null;
        }

        return SettingsComparison.IsSameSecond(current, replacement) ? null
            : replacement.GetMember("modifiedAt") is null ? "can't be compared with the object, which has no modifiedAt"
            : "was changed on the server after the object was read (modifiedAt differs)";
    }

    /// <summary>Plans the change to the object, with parameters over it.</summary>
    /// <param name="fill">Sets the parameters.</param>
    public SettingsChange<T> Plan(Action<T> fill)
    {
        RefreshServerManaged();
        RemoveNulledStrings();
        return SettingsChange<T>.Plan(current, JsonView.Copy(replacement), fill);
    }

    /// <summary>Lets the original know what the server has of it after the change, so that it can be changed and sent again.</summary>
    public void Remember()
    {
        EnumeratedMembers.Normalize(replacement);
        original?.SetStored(replacement);
    }

    /// <summary>Takes what only the server sets or reports from the current object, unless somebody set it in this one.</summary>
    private void RefreshServerManaged()
    {
        var serverManaged = replacement.GetServerManagedMembers();
        var setHere = _stored is null ? serverManaged : [.. JsonView.Compare(_stored, replacement).Select(difference => difference.Name)];
        foreach (
            var name in _differences
                .Select(difference => difference.Name)
                .Where(name => serverManaged.Contains(name) || replacement.Shape.TraitsOf(name).IsReported)
                .Except(setHere)
        )
        {
            replacement.SetMember(name, current.GetMember(name));
        }
    }

    /// <summary>Removes the strings that a script set to null.</summary>
    private void RemoveNulledStrings()
    {
        if (original is T typed)
        {
            NulledStrings.Remove(
                replacement,
                typed,
                _differences.Where(difference => difference.Right == "\"\"").Select(difference => difference.Name)
            );
        }
    }
}
