using System;
using System.Collections.Generic;
using System.Linq;
using Authlete.ApiClient.Json;

namespace Authlete.ApiClient.Changes;

/// <summary>Decides whether a complete settings object may replace the current one. Makes no calls.</summary>
/// <typeparam name="T">The type of the object.</typeparam>
/// <param name="noun">The noun for the object in messages.</param>
/// <param name="current">The object on the server.</param>
/// <param name="replacement">The object to replace it.</param>
/// <param name="original">The object that <paramref name="replacement"/> was copied from; null if it was a JSON text.</param>
internal sealed class SettingsReplacement<T>(string noun, T current, T replacement, JsonView? original)
    where T : JsonView, new()
{
    private readonly IReadOnlyList<MemberDifference> _differences = JsonView.Compare(current, replacement);
    private readonly T? _stored = original?.GetStored<T>();

    /// <summary>Returns why the object is rejected as partial; null if it is complete.</summary>
    /// <remarks>The server writes every Boolean and number, even false and 0. An object that lacks one was not read from the server.</remarks>
    public string? FindMissingMembers()
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

    /// <summary>Returns why the object could undo someone else's change; null if the object on the server is still the one that was read.</summary>
    /// <remarks>
    /// An object remembers the values that were read, so its modification time isn't needed: two changes within one second share it.
    /// A JSON text has only the wanted values, so its modification time has to serve.
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

    /// <summary>Plans the change to the object, with the parameters applied.</summary>
    /// <param name="fill">Applies the parameters.</param>
    public SettingsChange<T> Plan(Action<T> fill)
    {
        RefreshServerManaged();
        RemoveNulledStrings();
        return SettingsChange<T>.Plan(current, JsonView.Copy(replacement), fill);
    }

    /// <summary>Stores in the original what the server has after the change, so that a script can change and send it again.</summary>
    public void Remember()
    {
        EnumeratedMembers.Normalize(replacement);
        original?.SetStored(replacement);
    }

    /// <summary>Copies members that only the server sets or reports from the current object, unless the script set them.</summary>
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

    /// <summary>Removes strings that a script set to null.</summary>
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
