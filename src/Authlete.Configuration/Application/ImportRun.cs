using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Authlete.ApiClient.Json;
using Authlete.ApiClient.Models;
using Authlete.ApiClient.Transport;
using Authlete.Configuration.Comparison;
using Authlete.Configuration.Folder;
using Authlete.Configuration.Planning;

namespace Authlete.Configuration.Application;

/// <summary>One import: its plan, what to ask, and its steps. Who runs the steps decides how many run at once.</summary>
internal sealed class ImportRun
{
    private const int MaxLines = 20;

    private static readonly TimeSpan s_timeToLock = TimeSpan.FromSeconds(5);

    private readonly string _path;
    private readonly ConfigurationFolder _folder;
    private readonly LiveConfiguration _live;
    private readonly ConfigurationImport _import;
    private int _failures;
    private int _phase = -1;
    private Queue<PlannedTarget> _open = new();

    /// <param name="path">The folder.</param>
    /// <param name="folder">What the folder says.</param>
    /// <param name="live">The service and its clients.</param>
    /// <param name="options">How far the import may go.</param>
    /// <param name="findScopes">Finds the scopes of the service if its settings couldn't be read; null if nobody knows.</param>
    /// <exception cref="ConfigurationException">Something is wrong.</exception>
    public ImportRun(
        string path,
        ConfigurationFolder folder,
        LiveConfiguration live,
        ImportOptions options,
        Func<IReadOnlyCollection<string>?> findScopes
    )
    {
        (_path, _folder, _live) = (path, folder, live);
        Plan = new ImportPlanning(folder, live, options).MakePlan(findScopes);
        _import = new ConfigurationImport(Plan, options, new IdsRecord(path, folder.Ids, live.ApiKey));
    }

    public ConfigurationPlan Plan { get; }

    /// <summary>Whether clients are removed.</summary>
    public bool IsRemoving { get; set; } = true;

    /// <summary>What to ask before anything is created or changed; null if there is nothing to ask.</summary>
    public string? ChangeQuestion =>
        Ask(
            $"Change service {_live.ApiKey} to match {_path}",
            Plan.Targets.Where(target => target.Action is PlanAction.Create or PlanAction.Update)
        );

    /// <summary>What to ask before clients are removed; null if there is nothing to ask.</summary>
    public string? RemovalQuestion =>
        Ask($"Remove clients of service {_live.ApiKey} and their tokens", Plan.Targets.Where(target => target.Action == PlanAction.Remove));

    /// <summary>What went wrong on the whole; null if nothing did.</summary>
    public string? Failure =>
        _failures == 0
            ? null
            : string.Format(
                CultureInfo.CurrentCulture,
                "{0:N0} of {1:N0} targets of {2} failed or were not tried. The Message property of each result has the reason. To finish, run the import again.",
                _failures,
                Plan.Targets.Count,
                _path
            );

    /// <summary>Writes into ids.json which client each matched file stands for, and finds out whether it can be written.</summary>
    /// <exception cref="ConfigurationException">It can't.</exception>
    public void Begin() => _import.Begin(_folder, _live);

    /// <summary>Waits until the clients that were unlocked to be changed are locked again, also if somebody stops the import: that takes a call, and no more than a few seconds are waited for it.</summary>
    public void WaitForLocks() => _import.WhenLockedAgain.Wait(s_timeToLock);

    /// <summary>Says which clients there are right before the first is created.</summary>
    /// <param name="clients">The clients; null if they can't be read.</param>
    /// <param name="failure">Why they can't be read.</param>
    public void CheckCreations(IEnumerable<Client>? clients, string? failure)
    {
        if (clients is null)
        {
            _import.RefuseCreations("No client was created, because the list of clients couldn't be read again: " + failure);
        }
        else
        {
            _import.CheckCreations(clients);
        }
    }

    /// <summary>Goes on to the next phase, when all steps of the one before are reported.</summary>
    /// <returns>False if there is none.</returns>
    public bool MoveToNextPhase()
    {
        if (++_phase >= Plan.Phases.Count)
        {
            return false;
        }

        _open = new Queue<PlannedTarget>(Phase.Where(target => IsRemoving || target.Action != PlanAction.Remove));
        return true;
    }

    /// <summary>Whether the phase creates clients.</summary>
    public bool IsCreating => Phase.Phase == PlanPhase.Create;

    /// <summary>Whether it isn't known of some clients whether they were created.</summary>
    public bool HasUnknown => Phase.Any(_import.IsUnknown);

    /// <summary>The work on the next target of the phase; steps of one phase can run at once.</summary>
    /// <param name="send">Sends a call with the credential that its operation needs, and throws if it fails.</param>
    /// <param name="report">Gets what became of the target.</param>
    /// <returns>Null if there is no target left.</returns>
    public ImportStep? TakeStep(Func<ApiCall, CancellationToken, Task<JsonView?>> send, TargetReport report)
    {
        if (_open.Count == 0)
        {
            return null;
        }

        var (phase, target, server) = (Phase.Phase, _open.Dequeue(), new ConfigurationServer(_live.ApiKey, send));
        return new ImportStep(
            cancellationToken => _import.ApplyAsync(phase, target, server, cancellationToken),
            result => Report(result, report)
        );
    }

    /// <summary>Finds a client whose creation was answered by nothing, and completes it. One such step runs at a time.</summary>
    /// <param name="clients">The clients of the server as they are now; null if they can't be read.</param>
    /// <param name="send">Sends a call with the credential that its operation needs, and throws if it fails.</param>
    /// <param name="report">Gets what became of the target.</param>
    /// <returns>Null if there is no such client left.</returns>
    public ImportStep? TakeCompletion(
        IReadOnlyCollection<Client>? clients,
        Func<ApiCall, CancellationToken, Task<JsonView?>> send,
        TargetReport report
    ) =>
        Phase.FirstOrDefault(_import.IsUnknown) is { } target
            ? new ImportStep(
                cancellationToken => _import.CompleteAsync(target, clients, new ConfigurationServer(_live.ApiKey, send), cancellationToken),
                result => Report(result, report)
            )
            : null;

    /// <summary>Reports the whole plan.</summary>
    public void ReportPlan(TargetReport report)
    {
        foreach (var target in Plan.Targets)
        {
            report(TargetResult.Plan(target));
        }
    }

    /// <summary>Reports the targets with nothing to do, and those that weren't to be removed.</summary>
    public void ReportRest(TargetReport report)
    {
        foreach (
            var target in Plan.Targets.Where(target =>
                target.Action == PlanAction.None || (target.Action == PlanAction.Remove && !IsRemoving)
            )
        )
        {
            Report(_import.Skip(target), report);
        }
    }

    private TargetList Phase => Plan.Phases[_phase];

    private void Report(TargetResult result, TargetReport report)
    {
        // What somebody didn't confirm is no failure.
        var isDeclined = result.Target.Action == PlanAction.Remove && !IsRemoving;
        _failures += result.Status is TargetStatus.Failed or TargetStatus.NotTried && !isDeclined ? 1 : 0;
        report(result);
    }

    private static string? Ask(string title, IEnumerable<PlannedTarget> targets)
    {
        var all = targets.ToList();
        string[] more = all.Count > MaxLines ? [string.Format(CultureInfo.CurrentCulture, "and {0:N0} more", all.Count - MaxLines)] : [];
        return all.Count == 0
            ? null
            : string.Join(Environment.NewLine + "  ", [title, .. all.Take(MaxLines).Select(target => target.Describe()), .. more]);
    }
}
