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

        var differences = JsonView.Compare(current, given);
        if (differences.Where(difference => difference.Right is null && IsAlwaysThere(difference)).Select(difference => difference.Name).ToList() is { Count: > 0 } missing)
        {
            throw SetupErrors.PartialObject(
                $"The object lacks {string.Join(", ", missing.Take(5))}{(missing.Count > 5 ? $" and {missing.Count - 5} more" : "")}, which every whole {Kind.Noun} has.");
        }

        if (!force && differences.Any(difference => difference.Name is "modifiedAt"))
        {
            throw SetupErrors.ConcurrentChange(Kind.Noun, id);
        }

        Replace(id, current, given);
    });

    private T? Read(string id) => Call(new ApiCall(Kind.Read).WithPathValue(Kind.PathName, id), id)?.Body as T;

    private void Replace(string id, T current, T wanted)
    {
        Fill(wanted);
        var assigned = wanted.GetAssignedMembers();
        var changes = JsonView.Compare(current, wanted).Where(difference => !assigned.Contains(difference.Name)).ToList();
        if (changes.Count == 0)
        {
            WriteView(current);
        }
        else if (ShouldProcess(ChangeText.Of($"Change {Kind.Noun} {id}", changes), $"Change {Kind.Noun} {id}?", Kind.Update.ToString()))
        {
            Relay(new ApiCall(Kind.Update) { Body = wanted }.WithPathValue(Kind.PathName, id), id);
        }
    }

    // The server writes every Boolean and number, be they false and 0: who lacks one was not read from it.
    private static bool IsAlwaysThere(MemberDifference difference) => difference.Left is { Length: > 0 } left && left[0] is not ('"' or '{' or '[');
}
