using System;
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
    private static readonly TimeSpan s_longestAnswer = TimeSpan.FromSeconds(1);

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
    /// <param name="id">The id.</param>
    /// <param name="force">Whether to change it even if somebody else changes the same meanwhile.</param>
    private protected void Update(string id, bool force) =>
        RunForRecord(() => Change(id, current => SettingsChange<T>.Plan(current, JsonView.Copy(current), Fill), force));

    /// <summary>Replaces an object by the one given, if it is still the one that was read.</summary>
    /// <param name="input">The object.</param>
    /// <param name="force">Whether to replace it whatever happened to it meanwhile.</param>
    private protected void Update(PSObject input, bool force) =>
        RunForRecord(() =>
        {
            var given = SettingsInput.ReadWhole<T>(input, Kind.Noun);
            var original = PlainValues.Unwrap(input) as JsonView;
            var id = Kind.IdOf(given) ?? throw SetupErrors.PartialObject("The object has no id of a " + Kind.Noun + ".");
            SettingsReplacement<T>? replacement = null;
            if (
                Change(
                    id,
                    current =>
                    {
                        replacement = new SettingsReplacement<T>(Kind.Noun, current, JsonView.Copy(given), original);
                        return PlanReplacement(id, replacement, force);
                    },
                    force
                )
            )
            {
                replacement?.Remember();
            }
        });

    /// <summary>Writes the object as it is now.</summary>
    private protected virtual void Write(T item) => WriteView(item);

    private T? Read(string id) =>
        TrySend(new PreparedCall(new ApiCall(Kind.Read).WithPathValue(Kind.PathName, id)) { Target = id }, out var body) ? body as T : null;

    private SettingsChange<T> PlanReplacement(string id, SettingsReplacement<T> replacement, bool force)
    {
        if (replacement.FindPartiality() is { } partiality)
        {
            throw SetupErrors.PartialObject(partiality);
        }

        var change = replacement.Plan(Fill);

        // An object that is as wanted already overwrites nothing, whoever made it so.
        return force || change.Differences.Count == 0 || replacement.FindConflict() is not { } conflict
            ? change
            : throw SetupErrors.ConcurrentChange(Kind.Noun, id, conflict);
    }

    /// <summary>Reads the current object, asks, and sends what differs.</summary>
    /// <returns>Whether the server has the object as wanted.</returns>
    private bool Change(string id, Func<T, SettingsChange<T>> plan, bool force)
    {
        if (Read(id) is not { } current)
        {
            return false;
        }

        var change = plan(current);
        Warn(change.Warnings);
        if (change.Differences.Count == 0)
        {
            Write(current);
            return true;
        }

        var text = change.Describe($"Change {Kind.Noun} {id}");
        var asked = SessionClock.UtcNow;
        if (!ShouldProcess(text, text, "Confirm"))
        {
            return false;
        }

        // While a question waits, others go on working.
        if ((SessionClock.UtcNow - asked).Duration() > s_longestAnswer)
        {
            if (Read(id) is not { } latest)
            {
                return false;
            }

            var again = plan(latest);
            if (!force && change.FindOverlap(again) is { Count: > 0 } overlap)
            {
                throw SetupErrors.ConcurrentChange(
                    Kind.Noun,
                    id,
                    "was changed on the server while the question waited: " + ShortList.Of(overlap)
                );
            }

            if (again.Differences.Count == 0)
            {
                Write(latest);
                return true;
            }

            change = again;
        }

        var update = new PreparedCall(new ApiCall(Kind.Update) { Body = change.Wanted }.WithPathValue(Kind.PathName, id)) { Target = id };
        if (!TrySend(update, out var body) || body is not T changed)
        {
            return false;
        }

        Warn(change.FindIgnored(changed));
        Write(changed);
        return true;
    }

    private void Warn(IEnumerable<string> warnings)
    {
        foreach (var warning in warnings)
        {
            WriteWarning(warning);
        }
    }
}
