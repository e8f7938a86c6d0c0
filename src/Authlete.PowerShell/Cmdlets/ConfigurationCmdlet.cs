using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using Authlete.ApiClient.Api;
using Authlete.ApiClient.Models;
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
    private const string ModifiedAt = "modifiedAt";

    private protected abstract ConfigurationKind Kind { get; }

    private protected override CredentialKind CredentialKind => Kind.Update.Credential;

    /// <summary>Lays the parameters that were given over the object.</summary>
    private protected abstract void Fill(T request);

    /// <summary>Creates an object; what only the server sets is left out.</summary>
    private protected void Create(PSObject? input) => ForInput(() =>
    {
        var request = input is null ? new T() : ConfigurationInput.ReadAny<T>(input, Kind.Noun);
        Fill(request);
        if (ShouldProcess(Kind.Describe(request), "Create"))
        {
            Relay(new ApiCall(Kind.Create) { Body = request });
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

        var isRead = JsonView.Compare(new T(), given).Any(difference => difference.Name is ModifiedAt);
        if (!(isRead && (force || PlainValues.Unwrap(input) is T)) && Missing(current, given) is { Count: > 0 } missing)
        {
            throw SetupErrors.PartialObject(
                $"The object lacks {string.Join(", ", missing.Take(5))}{(missing.Count > 5 ? $" and {missing.Count - 5} more" : "")}, which every whole {Kind.Noun} has.");
        }

        if (!force && JsonView.Compare(current, given).Any(difference => difference.Name is ModifiedAt))
        {
            throw SetupErrors.ConcurrentChange(Kind.Noun, id);
        }

        if (PlainValues.Unwrap(input) is T)
        {
            RemoveEmptied(current, given);
        }

        Replace(id, current, given);
    });

    private T? Read(string id) => Call(new ApiCall(Kind.Read).WithPathValue(Kind.PathName, id), id)?.Body as T;

    private void Replace(string id, T current, T wanted)
    {
        Fill(wanted);
        var assigned = wanted.GetAssignedMembers();
        var changes = JsonView.Compare(current, wanted).Where(difference => !assigned.Contains(difference.Name) && !ConfigurationKind.IsReordered(difference)).ToList();
        if (changes.Count == 0)
        {
            WriteView(current);
            return;
        }

        var text = ChangeText.Of($"Change {Kind.Noun} {id}", changes);
        if (ShouldProcess(text, text, "Confirm"))
        {
            Relay(new ApiCall(Kind.Update) { Body = wanted }.WithPathValue(Kind.PathName, id), id);
        }
    }

    /// <summary>Takes away the texts that became empty: $object.Description = $null sets empty text, for the engine knows no null for it.</summary>
    private static void RemoveEmptied(T current, T given)
    {
        foreach (var emptied in JsonView.Compare(current, given).Where(difference => difference.Right == "\"\""))
        {
            given.RemoveMember(emptied.Name);
        }
    }

    // The server writes every Boolean and number, be they false and 0: what lacks one was not read from it.
    private static List<string> Missing(T current, T given)
    {
        var assigned = given.GetAssignedMembers();
        return JsonView.Compare(current, given)
            .Where(difference => difference is { Right: null, Left: { Length: > 0 } left } && left[0] is not ('"' or '{' or '[') && !assigned.Contains(difference.Name))
            .Select(difference => difference.Name)
            .ToList();
    }
}
