using System.Collections.Generic;
using System.Management.Automation;
using Authlete.ApiClient.Api;
using Authlete.ApiClient.Changes;
using Authlete.ApiClient.Json;
using Authlete.ApiClient.Transport;
using Authlete.PowerShell.Binding;
using Authlete.PowerShell.Errors;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>A cmdlet that writes a whole configuration object: made of an object given, and over it the parameters.</summary>
/// <typeparam name="T">The type of the object.</typeparam>
public abstract class ConfigurationCmdlet<T> : ConnectedCmdlet
    where T : JsonView, new()
{
    private protected abstract SettingsKind Kind { get; }

    private protected override CredentialKind CredentialKind => Kind.Update.Credential;

    /// <summary>Lays the parameters that were given over the object.</summary>
    private protected abstract void Fill(T request);

    /// <summary>Creates an object; what only the server sets is left out.</summary>
    private protected void Create(PSObject? input) => ForInput(() =>
    {
        var source = PlainValues.Unwrap(input);
        var request = input is null ? new T() : ConfigurationInput.ReadAny<T>(input, Kind.Noun);
        var creation = SettingsCreation<T>.Plan(request, source as T, isFromApi: source is JsonView or string, Fill);
        Warn(creation.Warnings);
        if (ShouldProcess(Kind.Describe(request), "Create") && Call(new ApiCall(Kind.Create) { Body = creation.Request }) is { Body: T created })
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

        var replacement = new SettingsReplacement<T>(Kind.Noun, current, given, PlainValues.Unwrap(input) as T);
        if (replacement.FindPartiality() is { } partiality)
        {
            throw SetupErrors.PartialObject(partiality);
        }

        if (!force && replacement.FindConflict() is { } conflict)
        {
            throw SetupErrors.ConcurrentChange(Kind.Noun, id, conflict);
        }

        replacement.RemoveNulledStrings();
        Replace(id, current, given);
    });

    /// <summary>Writes the object as it is now.</summary>
    private protected virtual void Write(T item) => WriteView(item);

    private T? Read(string id) => Call(new ApiCall(Kind.Read).WithPathValue(Kind.PathName, id), id)?.Body as T;

    private void Replace(string id, T current, T wanted)
    {
        var change = SettingsChange<T>.Plan(current, wanted, Fill);
        Warn(change.Warnings);
        if (change.Differences.Count == 0)
        {
            Write(current);
            return;
        }

        var text = change.Describe($"Change {Kind.Noun} {id}");
        if (ShouldProcess(text, text, "Confirm") && Call(new ApiCall(Kind.Update) { Body = change.Wanted }.WithPathValue(Kind.PathName, id), id) is { Body: T changed })
        {
            Warn(change.FindIgnored(changed));
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
}
