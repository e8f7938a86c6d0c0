using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using Authlete.ApiClient.Api;
using Authlete.ApiClient.Json;
using Authlete.ApiClient.Transport;
using Authlete.PowerShell.Binding;
using Authlete.PowerShell.Errors;
using Authlete.PowerShell.Formatting;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>A cmdlet that writes a whole configuration object: made of an object given, and over it the parameters.</summary>
/// <typeparam name="T">The type of the object.</typeparam>
public abstract class ConfigurationCmdlet<T> : ConnectedCmdlet
    where T : JsonView, new()
{
    private protected abstract ConfigurationKind Kind { get; }

    private protected override CredentialKind CredentialKind => Kind.Update.Credential;

    /// <summary>Lays the parameters that were given over the object.</summary>
    private protected abstract void Fill(T request);

    /// <summary>Creates an object; what only the server sets is left out.</summary>
    private protected void Create(PSObject? input) => ForInput(() =>
    {
        var request = input is null ? new T() : ConfigurationInput.ReadAny<T>(input, Kind.Noun);
        if (PlainValues.Unwrap(input) is T whole)
        {
            RemoveEmptied(request.GetMemberNames().Where(name => request.GetMember(name) is ""), whole, request);
        }

        // What the API wrote may be newer than this module; what a person wrote may be a typo.
        var known = PlainValues.Unwrap(input) is JsonView or string ? request.GetUnknownPaths().ToList() : [];
        Fill(request);
        Warn(ChangeWarnings.UnknownFields(request.GetUnknownPaths().Except(known)));
        Warn(ChangeWarnings.UnknownValues(EnumeratedMembers.Spell(request)));
        if (ShouldProcess(Kind.Describe(request), "Create") && Call(new ApiCall(Kind.Create) { Body = request }) is { Body: T created })
        {
            Write(created);
        }
    });

    /// <summary>Changes the object of an id: what was not given stays as it is.</summary>
    private protected void Update(string id) => ForInput(() =>
    {
        if (Read(id) is { } current)
        {
            Replace(id, current, JsonView.Copy(current));
        }
    });

    /// <summary>Replaces an object by the one given, if it is still the one that was read.</summary>
    /// <param name="input">The object.</param>
    /// <param name="force">Whether to replace it whatever happened to it meanwhile.</param>
    private protected void Update(PSObject input, bool force) => ForInput(() =>
    {
        var given = ConfigurationInput.ReadWhole<T>(input, Kind.Noun);
        var id = Kind.IdOf(given) ?? throw SetupErrors.PartialObject("The object has no id of a " + Kind.Noun + ".");
        if (Read(id) is not { } current)
        {
            return;
        }

        var differences = JsonView.Compare(current, given);
        var whole = PlainValues.Unwrap(input) as T;
        if (Missing(differences, given.GetAssignedMembers()).Except(whole?.GetRemovedMembers() ?? []).ToList() is { Count: > 0 } missing)
        {
            throw SetupErrors.PartialObject(
                $"The object lacks {string.Join(", ", missing.Take(5))}{(missing.Count > 5 ? $" and {missing.Count - 5} more" : "")}, which every whole {Kind.Noun} has.");
        }

        if (!force && differences.FirstOrDefault(difference => difference.Name is "modifiedAt" && !ConfigurationKind.IsSame(difference)) is { } modified)
        {
            throw SetupErrors.ConcurrentChange(Kind.Noun, id, modified.Right is null
                ? "has no modifiedAt, so that nobody can tell whether it was changed meanwhile"
                : "has another modifiedAt than the one on the server, which was changed meanwhile");
        }

        if (whole is not null)
        {
            RemoveEmptied(differences.Where(difference => difference.Right == "\"\"").Select(difference => difference.Name), whole, given);
        }

        Replace(id, current, given);
    });

    /// <summary>Writes the object as it is now.</summary>
    private protected virtual void Write(T item) => WriteView(item);

    private T? Read(string id) => Call(new ApiCall(Kind.Read).WithPathValue(Kind.PathName, id), id)?.Body as T;

    private void Replace(string id, T current, T wanted)
    {
        var known = wanted.GetUnknownPaths().Concat(current.GetUnknownPaths()).ToList();
        Fill(wanted);
        var differences = JsonView.Compare(current, wanted);
        var assigned = wanted.GetAssignedMembers();
        TakeOver(current, wanted, differences.Where(difference => assigned.Contains(difference.Name)).ToList());
        var unknown = EnumeratedMembers.Spell(wanted, differences.Select(difference => difference.Name).ToList());
        var changes = JsonView.Compare(current, wanted).Where(difference => !ConfigurationKind.IsSame(difference)).ToList();
        Warn(ChangeWarnings.UnknownFields(wanted.GetUnknownPaths().Except(known)));
        Warn(ChangeWarnings.UnknownValues(unknown.Where(value => changes.Exists(change => change.Name == value.Name) && !Holds(current.GetMember(value.Name), value.Value))));
        if (changes.Count == 0)
        {
            Write(current);
            return;
        }

        var text = ChangeText.Of($"Change {Kind.Noun} {id}", typeof(T), changes);
        if (ShouldProcess(text, text, "Confirm") && Call(new ApiCall(Kind.Update) { Body = wanted }.WithPathValue(Kind.PathName, id), id) is { Body: T changed })
        {
            Warn(ChangeWarnings.Kept(changes, JsonView.Compare(current, changed)));
            Write(changed);
        }
    }

    private void Warn(IEnumerable<string> warnings)
    {
        foreach (var warning in warnings)
        {
            WriteWarning(warning);
        }
    }

    private static bool Holds(object? value, string text) => value is object?[] items ? items.Contains(text) : Equals(value, text);

    /// <summary>What only the server sets goes back as it has it; who has changed it is told.</summary>
    private void TakeOver(T current, T wanted, IReadOnlyList<MemberDifference> assigned)
    {
        Warn(ChangeWarnings.LeftOut(assigned));
        foreach (var difference in assigned)
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

    /// <summary>Takes away the texts that a script has emptied: $object.Description = $null sets empty text, for the engine knows no null for it.</summary>
    private static void RemoveEmptied(IEnumerable<string> names, T whole, T given)
    {
        foreach (var name in names.Where(name => whole.WasSet(name) && whole.Shape.Knows(name)).ToList())
        {
            given.RemoveMember(name);
        }
    }

    // The server writes every Boolean and number, be they false and 0: what lacks one was not read from it.
    private static IEnumerable<string> Missing(IEnumerable<MemberDifference> differences, IReadOnlyCollection<string> assigned) => differences
        .Where(difference => difference is { Right: null, Left: { Length: > 0 } left } && left[0] is not ('"' or '{' or '[') && !assigned.Contains(difference.Name))
        .Select(difference => difference.Name);
}
