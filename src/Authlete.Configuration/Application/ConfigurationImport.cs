using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Authlete.ApiClient.Json;
using Authlete.ApiClient.Models;
using Authlete.ApiClient.Transport;
using Authlete.Configuration.Comparison;
using Authlete.Configuration.Fields;
using Authlete.Configuration.Folder;
using Authlete.Configuration.Planning;

namespace Authlete.Configuration.Application;

/// <summary>Carries out a plan, with one or more targets at a time. A failure affects only the targets that depend on the failed one.</summary>
/// <param name="plan">The plan.</param>
/// <param name="options">The options of the import.</param>
/// <param name="ids">Records client IDs.</param>
internal sealed class ConfigurationImport(ConfigurationPlan plan, ImportOptions options, IdsRecord ids)
{
    private readonly ClientLocks _locks = new();
    private readonly ConcurrentDictionary<PlannedTarget, TargetStatus> _ended = new();
    private readonly ConcurrentDictionary<PlannedTarget, JsonView> _released = new();
    private readonly ConcurrentDictionary<PlannedTarget, AuthleteApiException> _unknown = new();
    private readonly Dictionary<PlannedTarget, long> _conflicts = [];
    private HashSet<long> _former = [];
    private string? _refusal;

    /// <summary>Records the client of each matched file in ids.json, and checks that the file is writable.</summary>
    /// <exception cref="ConfigurationException">The file can't be written.</exception>
    public void Begin(ConfigurationFolder folder, LiveConfiguration live)
    {
        _former = [.. live.Clients.Select(client => client.Id!.Value)];
        var files = new HashSet<string>(folder.Clients.Select(file => file.Label!), StringComparer.OrdinalIgnoreCase);
        ids.Begin(
            plan.Targets.Where(target => target is { File: not null, Live: not null, Label: not null })
                .Select(target => new KeyValuePair<string, long>(target.Label!, target.Live!.Id!.Value)),
            folder
                .Ids.Of(live.ApiKey)
                .Where(entry => !_former.Contains(entry.Value) && !files.Contains(entry.Key))
                .Select(entry => entry.Key),
            isProbe: plan.Count(PlanAction.Create) + plan.Count(PlanAction.Remove) > 0
        );
    }

    /// <summary>Excludes from creation the clients that someone else seems to have created since the plan was made.</summary>
    /// <param name="clients">The clients that are on the server now.</param>
    public void CheckCreations(IEnumerable<Client> clients)
    {
        var creations = plan.Targets.Where(target => target.Action == PlanAction.Create).ToList();
        foreach (var client in clients.Where(client => !_former.Contains(client.ClientId ?? 0)))
        {
            foreach (var target in creations.Where(target => LooksLike(client, target.File!)))
            {
                _conflicts[target] = client.ClientId ?? 0;
            }
        }
    }

    /// <summary>Excludes all clients from creation, because the clients on the server are unknown.</summary>
    public void RefuseCreations(string reason) => _refusal = reason;

    /// <summary>Whether the response to the creation of a client was lost, so that the client may exist.</summary>
    public bool IsUnknown(PlannedTarget target) => _unknown.ContainsKey(target) && !_ended.ContainsKey(target);

    /// <summary>Finds a client whose creation was sent but not confirmed, and completes it.</summary>
    /// <param name="target">The client.</param>
    /// <param name="clients">The clients that are on the server now; null if they can't be read.</param>
    /// <param name="server">The server.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public Task<TargetResult?> CompleteAsync(
        PlannedTarget target,
        IEnumerable<Client>? clients,
        ConfigurationServer server,
        CancellationToken cancellationToken
    )
    {
        var failure = _unknown[target];
        var found = clients
            ?.Where(client => !_former.Contains(client.ClientId ?? 0) && !ids.Contains(client.ClientId ?? 0))
            .FirstOrDefault(client =>
                !new ConfigurationComparison(declaredOnly: true)
                    .CompareObjects(WithoutLock(target.File!), ConfigurationObject.FromServer(client, server.ApiKey))
                    .Any(difference => difference.Property != FieldKinds.ClientSecret)
            );
        return RunAsync(
            target,
            () =>
                found is null
                    ? throw failure
                    : new TargetWork(target, options, server, null).FinishCreationAsync(found, ids, cancellationToken)
        );
    }

    /// <summary>Completes when the clients that were unlocked are locked again, even if the import is stopped.</summary>
    public Task WhenLockedAgain => _locks.WhenLockedAgain;

    /// <summary>Performs the step of a phase for a target.</summary>
    /// <returns>The result; null if it isn't known yet or was already reported.</returns>
    public async Task<TargetResult?> ApplyAsync(
        PlanPhase phase,
        PlannedTarget target,
        ConfigurationServer server,
        CancellationToken cancellationToken
    )
    {
        if (_ended.ContainsKey(target))
        {
            return null;
        }

        if (target.Refusal is { } refusal)
        {
            return End(target, TargetStatus.Failed, target.Id, refusal, "ClientLocked");
        }

        if (_conflicts.TryGetValue(target, out var other))
        {
            return End(
                target,
                TargetStatus.Failed,
                null,
                $"Client {other} with this alias or name was created after the plan was made. Run the import again.",
                nameof(ConfigurationProblem.ConcurrentChange)
            );
        }

        if (phase == PlanPhase.Create && _refusal is not null)
        {
            return End(target, TargetStatus.Failed, null, _refusal, "ListNotReadable");
        }

        _released.TryGetValue(target, out var basis);
        var work = new TargetWork(target, options, server, basis ?? target.Live?.View);
        if (phase != PlanPhase.ReleaseAliases && target.DependsOn.FirstOrDefault(IsMissing) is { } missing)
        {
            return await LeaveAsync(target, missing, server, work, cancellationToken).ConfigureAwait(false);
        }

        try
        {
            return await RunAsync(target, () => WorkAsync(phase, target, server, work, cancellationToken)).ConfigureAwait(false);
        }
        catch (AuthleteApiException e) when (phase == PlanPhase.Create && e.OutcomeUnknown)
        {
            _unknown[target] = e;
            return null;
        }
    }

    private Task<WorkResult?> WorkAsync(
        PlanPhase phase,
        PlannedTarget target,
        ConfigurationServer server,
        TargetWork work,
        CancellationToken cancellationToken
    )
    {
        return phase switch
        {
            PlanPhase.Service => work.ChangeServiceAsync(cancellationToken),
            PlanPhase.Create => work.CreateAsync(_former, ids, cancellationToken),
            PlanPhase.ReleaseAliases => ReleaseAliasAsync(),
            PlanPhase.Remove => Unlocked(() => work.RemoveAsync(ids, cancellationToken), isRemoval: true),
            _ => Unlocked(() => work.ChangeClientAsync(cancellationToken)),
        };

        Task<T> Unlocked<T>(Func<Task<T>> change, bool isRemoval = false) =>
            _locks.UnlockForAsync(target, server, change, cancellationToken, isRemoval);

        async Task<WorkResult?> ReleaseAliasAsync()
        {
            _released[target] = await Unlocked(() => work.ReleaseAliasAsync(cancellationToken)).ConfigureAwait(false);
            return null;
        }
    }

    /// <summary>Skips a target because one that it depends on failed. If it released its alias for that target, restores the alias.</summary>
    private async Task<TargetResult?> LeaveAsync(
        PlannedTarget target,
        PlannedTarget missing,
        ConfigurationServer server,
        TargetWork work,
        CancellationToken cancellationToken
    )
    {
        var reason = $"It depends on {missing}, which wasn't changed.";
        if (!_released.ContainsKey(target))
        {
            return End(target, TargetStatus.NotTried, target.Id, reason, null);
        }

        var failure = await RunAsync(
                target,
                async () =>
                {
                    await _locks
                        .UnlockForAsync(target, server, () => work.ReturnAliasAsync(cancellationToken), cancellationToken)
                        .ConfigureAwait(false);
                    _released.TryRemove(target, out _);
                    return null;
                }
            )
            .ConfigureAwait(false);
        return failure ?? End(target, TargetStatus.NotTried, target.Id, reason + " Its alias was restored.", null);
    }

    private async Task<TargetResult?> RunAsync(PlannedTarget target, Func<Task<WorkResult?>> work)
    {
        try
        {
            return await work().ConfigureAwait(false) is { } result
                ? End(target, result.ErrorId is null ? TargetStatus.Done : TargetStatus.Failed, result.Id, result.Message, result.ErrorId)
                : null;
        }
        catch (AuthleteApiException e) when (target.Action != PlanAction.Create || !e.OutcomeUnknown || _unknown.ContainsKey(target))
        {
            return End(target, TargetStatus.Failed, target.Id, e.Message, e.ErrorId);
        }
        catch (ConfigurationException e)
        {
            return End(target, TargetStatus.Failed, target.Id, e.Message, e.Problem.ToString());
        }
    }

    /// <summary>Returns the result of a target that has nothing to do or was excluded.</summary>
    public TargetResult Skip(PlannedTarget target) =>
        target.Action == PlanAction.None
            ? End(target, TargetStatus.Done, target.Id, null, null)
            : End(target, TargetStatus.NotTried, target.Id, "The removal wasn't confirmed.", null);

    private TargetResult End(PlannedTarget target, TargetStatus status, long? id, string? message, string? errorId)
    {
        _ended[target] = status;
        if (status != TargetStatus.Done && _released.ContainsKey(target))
        {
            message = TargetResult.Join(message, "Its alias was removed to give it to another client, and wasn't restored.");
        }

        return new TargetResult(target, status, id, TargetResult.Join(message, status == TargetStatus.Done ? target.Note : null), errorId);
    }

    private bool IsMissing(PlannedTarget needed) =>
        needed.ReleasesAlias
            ? !_released.ContainsKey(needed)
            : needed.Action != PlanAction.None && !(_ended.TryGetValue(needed, out var status) && status == TargetStatus.Done);

    private static bool LooksLike(Client client, ConfigurationObject file) =>
        (file.Alias is not null && file.Alias == client.ClientIdAlias) || (file.Name is { Length: > 0 } name && name == client.ClientName);

    private static ConfigurationObject WithoutLock(ConfigurationObject file) => file with { IsLocked = null };
}
