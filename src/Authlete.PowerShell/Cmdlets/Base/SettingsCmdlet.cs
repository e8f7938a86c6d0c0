using System;
using System.Collections.Generic;
using System.Management.Automation;
using System.Threading.Tasks;
using Authlete.ApiClient.Api;
using Authlete.ApiClient.Changes;
using Authlete.ApiClient.Json;
using Authlete.ApiClient.Transport;
using Authlete.PowerShell.Binding;
using Authlete.PowerShell.Connections;
using Authlete.PowerShell.Errors;
using Authlete.PowerShell.Formatting;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>A cmdlet that creates or changes a whole settings object, from an object, the parameters, or both.</summary>
/// <typeparam name="T">The type of the object.</typeparam>
public abstract class SettingsCmdlet<T> : ConnectedCmdlet
    where T : JsonView, new()
{
    private static readonly TimeSpan s_longestAnswer = TimeSpan.FromSeconds(1);

    // Objects that are created after all names of vault entries are known to be different.
    private readonly List<Action> _held = [];
    private SecretDestination? _destination;

    /// <summary>The maximum number of objects from the pipeline to process at the same time, from 1 to 256. The output keeps the order of the input.</summary>
    [Parameter]
    [Number]
    [ValidateRange(1, 256)]
    public int ThrottleLimit { get; set; } = 1;

    private protected override int RecordsAtOnce => ThrottleLimit;

    private protected abstract SettingsKind Kind { get; }

    private protected override CredentialKind CredentialKind => Kind.Update.Credential;

    /// <summary>Sets the members whose parameters were specified.</summary>
    private protected abstract void Fill(T request);

    /// <summary>Finds the vault for the secret of a new object. Returns null if there is none.</summary>
    private protected virtual SecretDestination? OpenDestination() => null;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        _destination = RunOrTerminate(OpenDestination);
        base.BeginProcessing();
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        _held.ForEach(RunForRecord);
        base.EndProcessing();
    }

    /// <summary>Creates an object without the values that only the server sets.</summary>
    private protected void Create(PSObject? input) =>
        RunForRecord(() =>
        {
            var source = PlainValues.Unwrap(input);
            var request = input is null ? new T() : SettingsInput.ReadAny<T>(input, Kind.Noun);
            var creation = SettingsCreation<T>.Plan(request, source as T, isFromApi: source is JsonView or string, Fill);
            Warn(creation.Warnings);
            var secret = _destination is null ? null : new NewSecret(_destination, request);
            if (secret is { HasOwnName: false } && MyInvocation.ExpectingInput)
            {
                RunOrTerminate(secret.Claim);
                _held.Add(() => Create(creation.Request, secret));
            }
            else
            {
                Create(creation.Request, secret);
            }
        });

    private void Create(T request, NewSecret? secret)
    {
        if (!ShouldProcess(Kind.Describe(request), secret?.Action ?? "Create"))
        {
            return;
        }

        secret?.Prepare();
        Submit(
            new PreparedCall(new ApiCall(Kind.Create) { Body = request })
            {
                Target = Kind.NameOf(request),
                Project = created =>
                {
                    secret?.Store(created);
                    return Decorate((T)created);
                },
            }
        );
    }

    /// <summary>Changes the object with the specified ID. Settings that weren't specified stay as they are.</summary>
    /// <param name="id">The id.</param>
    /// <param name="force">Whether to overwrite changes of the same settings that somebody else makes in the meantime.</param>
    private protected void Update(string id, bool force) =>
        RunForRecord(() => Submit(id, current => SettingsChange<T>.Plan(current, JsonView.Copy(current), Fill), force, static () => { }));

    /// <summary>Replaces an object with the specified one, if the server's is still the one that was read.</summary>
    /// <param name="input">The object.</param>
    /// <param name="force">Whether to overwrite changes that somebody else made in the meantime.</param>
    private protected void Update(PSObject input, bool force) =>
        RunForRecord(() =>
        {
            var given = SettingsInput.ReadWhole<T>(input, Kind.Noun, char.ToUpperInvariant(Kind.PathName[0]) + Kind.PathName.Substring(1));
            var original = PlainValues.Unwrap(input) as JsonView;
            var id = Kind.IdOf(given) ?? throw SetupErrors.PartialObject($"The object has no {Kind.PathName}.");
            SettingsReplacement<T>? replacement = null;
            Submit(
                id,
                current =>
                {
                    replacement = new SettingsReplacement<T>(Kind.Noun, current, JsonView.Copy(given), original);
                    return PlanReplacement(id, replacement, force);
                },
                force,
                () => replacement?.Remember()
            );
        });

    /// <summary>The object in the form in which it is written.</summary>
    private protected virtual object Decorate(T item) => OutputDecorator.Decorate(item);

    private SettingsChange<T> PlanReplacement(string id, SettingsReplacement<T> replacement, bool force)
    {
        if (replacement.FindMissingMembers() is { } partiality)
        {
            throw SetupErrors.PartialObject(partiality);
        }

        var change = replacement.Plan(Fill);

        // If the object is already as wanted, nothing is overwritten, whoever changed it.
        return force || change.Differences.Count == 0 || replacement.FindConflict() is not { } conflict
            ? change
            : throw SetupErrors.ConcurrentChange(Kind.Noun, id, conflict);
    }

    /// <summary>Reads the current object, prompts, sends the object if it differs, and writes the new state.</summary>
    /// <param name="id">The id.</param>
    /// <param name="plan">Plans the change of the server's object.</param>
    /// <param name="force">Whether to overwrite changes that somebody else makes in the meantime.</param>
    /// <param name="done">Runs when the server's object is as wanted.</param>
    private void Submit(string id, Func<T, SettingsChange<T>> plan, bool force, Action done)
    {
        SettingsChange<T>? sent = null;
        var isDeclined = false;
        Submit(
            new QueuedCall(
                token => Runner.RunAsync(NewRead(id), token),
                outcome =>
                {
                    if (Conclude(outcome, out _) is T item && !isDeclined)
                    {
                        done();
                        Warn(sent?.FindIgnored(item) ?? []);
                        WriteObject(Decorate(item));
                    }
                }
            )
            {
                Key = id,
                Continue = outcome =>
                {
                    if (outcome.Body is not T current)
                    {
                        return null;
                    }

                    var change = plan(current);
                    Warn(change.Warnings);
                    if (change.Differences.Count == 0)
                    {
                        return null;
                    }

                    var confirmed = Confirm(id, change, plan, force, out var latest);
                    if (confirmed is { Differences.Count: > 0 })
                    {
                        sent = confirmed;

                        // The object may have been read by its alias, which the update doesn't accept.
                        return token => Runner.RunAsync(NewUpdate(Kind.IdOf(current) ?? id, sent), token);
                    }

                    isDeclined = confirmed is null;
                    return latest is null ? null : _ => Task.FromResult(latest);
                },
            }
        );
    }

    /// <summary>Asks whether to make a change.</summary>
    /// <param name="id">The id.</param>
    /// <param name="change">The change.</param>
    /// <param name="plan">Plans it again.</param>
    /// <param name="force">Whether to overwrite changes that somebody else makes in the meantime.</param>
    /// <param name="latest">The outcome of the read after a prompt that waited. Null if there was none.</param>
    /// <returns>The change to make, planned again if the prompt waited. Null if there is none.</returns>
    private SettingsChange<T>? Confirm(
        string id,
        SettingsChange<T> change,
        Func<T, SettingsChange<T>> plan,
        bool force,
        out CallOutcome? latest
    )
    {
        latest = null;
        var text = change.Describe($"Change {Kind.Noun} {id}");
        var asked = SessionClock.UtcNow;
        if (!ShouldProcess(text, text, "Confirm"))
        {
            return null;
        }

        if ((SessionClock.UtcNow - asked).Duration() <= s_longestAnswer)
        {
            return change;
        }

        // While a prompt waits, others can change the object.
        latest = WaitFor(Runner.RunAsync(NewRead(id), StopToken));
        if (latest.Body is not T current)
        {
            return null;
        }

        var again = plan(current);
        return force || change.FindOverlap(again) is not { Count: > 0 } overlap
            ? again
            : throw SetupErrors.ConcurrentChange(
                Kind.Noun,
                id,
                "was changed on the server while the prompt waited: " + ShortList.Of(overlap)
            );
    }

    private PreparedCall NewRead(string id) => new(new ApiCall(Kind.Read).WithPathValue(Kind.PathName, id)) { Target = id };

    private PreparedCall NewUpdate(string id, SettingsChange<T> change)
    {
        var call = new ApiCall(Kind.Update)
        {
            Body = change.Wanted,
            CheckBeforeRepeat = new RepeatCheck(
                NewRead(id).Call,
                latest =>
                    latest switch
                    {
                        T current when change.IsUndone(current) => null,
                        T current when change.IsDone(current) => current,
                        _ => throw SetupErrors.ConcurrentChange(Kind.Noun, id, "was changed on the server while the change was retried"),
                    }
            ),
        };
        return new PreparedCall(call.WithPathValue(Kind.PathName, id)) { Target = id };
    }
}
