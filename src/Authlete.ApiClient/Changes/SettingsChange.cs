using System;
using System.Collections.Generic;
using System.Linq;
using Authlete.ApiClient.Json;

namespace Authlete.ApiClient.Changes;

/// <summary>A planned change to a settings object: the differences, the warnings, and the object to send. Makes no calls.</summary>
/// <typeparam name="T">The type of the object.</typeparam>
internal sealed class SettingsChange<T>
    where T : JsonView, new()
{
    private readonly T _current;

    private SettingsChange(T current, T wanted, IReadOnlyList<MemberDifference> differences, IReadOnlyList<string> warnings)
    {
        _current = current;
        Wanted = wanted;
        Differences = differences;
        Warnings = warnings;
    }

    /// <summary>The complete object to send.</summary>
    public T Wanted { get; }

    /// <summary>The members that change; empty if there is nothing to send.</summary>
    public IReadOnlyList<MemberDifference> Differences { get; }

    public IReadOnlyList<string> Warnings { get; }

    /// <summary>Plans a change.</summary>
    /// <param name="current">The object on the server.</param>
    /// <param name="wanted">The object to send. It is modified.</param>
    /// <param name="fill">Applies the parameters to <paramref name="wanted"/>.</param>
    public static SettingsChange<T> Plan(T current, T wanted, Action<T> fill)
    {
        var known = UnknownPaths.Find(wanted).Concat(UnknownPaths.Find(current)).ToList();
        fill(wanted);
        var differences = JsonView.Compare(current, wanted);
        var serverManagedNames = wanted.GetServerManagedMembers();
        var serverManaged = differences.Where(difference => serverManagedNames.Contains(difference.Name)).ToList();
        KeepServerManaged(current, wanted, serverManaged);
        var unknown = EnumeratedMembers.Normalize(wanted, differences.Select(difference => difference.Name).ToList());
        var changes = SettingsComparison.Compare(current, wanted);
        return new SettingsChange<T>(
            current,
            wanted,
            changes,
            [
                .. ChangeWarnings.ServerManaged(serverManaged),
                .. ChangeWarnings.UnknownFields(UnknownPaths.Find(wanted).Except(known)),
                .. ChangeWarnings.UnknownValues(
                    unknown.Where(value =>
                        changes.Any(change => change.Name == value.Name) && !HasValue(current.GetMember(value.Name), value.Value)
                    )
                ),
            ]
        );
    }

    /// <summary>Describes the change, one line for each difference, with secrets masked.</summary>
    /// <param name="title">The heading of the text.</param>
    public string Describe(string title) => ChangeText.Of(title, typeof(T), Differences);

    /// <summary>Returns warnings about members that the server didn't change.</summary>
    /// <param name="changed">The object that the server returned.</param>
    public IEnumerable<string> FindIgnored(T changed) => ChangeWarnings.Ignored(Differences, SettingsComparison.Compare(_current, changed));

    /// <summary>Returns the members of this change that someone else changed after it was planned.</summary>
    /// <param name="again">The same change, planned on the object that is on the server now.</param>
    public IReadOnlyCollection<string> FindOverlap(SettingsChange<T> again)
    {
        var names = new HashSet<string>(
            Differences.Concat(again.Differences).Select(difference => difference.Name),
            StringComparer.Ordinal
        );
        return SettingsComparison.FindChanged(_current, again._current).Where(names.Contains).ToList();
    }

    /// <summary>Whether the object on the server is as it was before the change.</summary>
    /// <param name="latest">The object on the server now.</param>
    public bool IsUndone(T latest) => !SettingsComparison.FindChanged(_current, latest).Any();

    /// <summary>Whether the object on the server is as wanted.</summary>
    /// <param name="latest">The object on the server now.</param>
    public bool IsDone(T latest) => !SettingsComparison.FindChanged(Wanted, latest).Any();

    private static bool HasValue(object? value, string text) => value is object?[] items ? items.Contains(text) : Equals(value, text);

    /// <summary>Restores the current values of members that only the server sets.</summary>
    private static void KeepServerManaged(T current, T wanted, IEnumerable<MemberDifference> differences)
    {
        foreach (var difference in differences)
        {
            if (difference.Left is null)
            {
                wanted.RemoveMember(difference.Name);
            }
            else
            {
                wanted.SetMember(difference.Name, current.GetMember(difference.Name));
            }
        }
    }
}
