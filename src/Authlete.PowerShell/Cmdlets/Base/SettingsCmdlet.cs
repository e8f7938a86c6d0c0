using System.Collections.Generic;
using System.Management.Automation;
using Authlete.ApiClient.Api;
using Authlete.ApiClient.Changes;
using Authlete.ApiClient.Json;
using Authlete.ApiClient.Transport;
using Authlete.PowerShell.Binding;
using Authlete.PowerShell.Errors;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>A cmdlet that creates or changes a whole settings object, from an object, the parameters, or both.</summary>
/// <typeparam name="T">The type of the object.</typeparam>
public abstract class SettingsCmdlet<T> : ConnectedCmdlet
    where T : JsonView, new()
{
    /// <summary>How many objects from the pipeline to work on at once, from 1 to 256. The output keeps the order of the input.</summary>
    [Parameter]
    [ValidateRange(1, 256)]
    public int ThrottleLimit { get; set; } = 1;

    private protected override int RecordsAtOnce => ThrottleLimit;

    private protected abstract SettingsKind Kind { get; }

    private protected override CredentialKind CredentialKind => Kind.Update.Credential;

    /// <summary>Sets the members whose parameters were used.</summary>
    private protected abstract void Fill(T request);

    /// <summary>Creates an object; what only the server sets is left out.</summary>
    private protected void Create(PSObject? input) =>
        RunForRecord(() =>
        {
            var source = PlainValues.Unwrap(input);
            var request = input is null ? new T() : SettingsInput.ReadAny<T>(input, Kind.Noun);
            var creation = SettingsCreation<T>.Plan(request, source as T, isFromApi: source is JsonView or string, Fill);
            Warn(creation.Warnings);
            if (
                ShouldProcess(Kind.Describe(request), "Create")
                && TrySend(new PreparedCall(new ApiCall(Kind.Create) { Body = creation.Request }), out var body)
                && body is T created
            )
            {
                Write(created);
            }
        });

    /// <summary>Changes the object of an id: what was not given stays as it is.</summary>
    private protected void Update(string id) =>
        RunForRecord(() =>
        {
            if (Read(id) is { } current)
            {
                Replace(id, current, JsonView.Copy(current));
            }
        });

    /// <summary>Replaces an object by the one given, if it is still the one that was read.</summary>
    /// <param name="input">The object.</param>
    /// <param name="force">Whether to replace it whatever happened to it meanwhile.</param>
    private protected void Update(PSObject input, bool force) =>
        RunForRecord(() =>
        {
            var given = SettingsInput.ReadWhole<T>(input, Kind.Noun);
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

    private T? Read(string id) =>
        TrySend(new PreparedCall(new ApiCall(Kind.Read).WithPathValue(Kind.PathName, id)) { Target = id }, out var body) ? body as T : null;

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
        var update = new PreparedCall(new ApiCall(Kind.Update) { Body = change.Wanted }.WithPathValue(Kind.PathName, id)) { Target = id };
        if (ShouldProcess(text, text, "Confirm") && TrySend(update, out var body) && body is T changed)
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
