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

/// <summary>An import: its plan, its prompts, and its steps. The caller runs the steps, and decides how many run at once.</summary>
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
    /// <param name="folder">The content of the folder.</param>
    /// <param name="live">The service and its clients on the server.</param>
    /// <param name="options">The options of the import.</param>
    /// <param name="findScopes">Reads the scopes of the service if its settings couldn't be read; null if that isn't possible.</param>
    /// <exception cref="ConfigurationException">The folder can't be imported.</exception>
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

    /// <summary>Whether to remove clients.</summary>
    public bool IsRemoving { get; set; } = true;

    /// <summary>The prompt before objects are created or changed; null if there is nothing to confirm.</summary>
    public string? ChangeQuestion =>
        Ask(
            $"Change service {_live.ApiKey} to match {_path}",
            Plan.Targets.Where(target => target.Action is PlanAction.Create or PlanAction.Update)
        );

    /// <summary>The prompt before clients are removed; null if there is nothing to confirm.</summary>
    public string? RemovalQuestion =>
        Ask($"Remove clients of service {_live.ApiKey} and their tokens", Plan.Targets.Where(target => target.Action == PlanAction.Remove));

    /// <summary>The summary of all failures; null if there are none.</summary>
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

    /// <summary>Records the client of each matched file in ids.json, and checks that the file is writable.</summary>
    /// <exception cref="ConfigurationException">The file can't be written.</exception>
    public void Begin() => _import.Begin(_folder, _live);

    /// <summary>Waits a few seconds until the clients that were unlocked are locked again, even if the import is stopped.</summary>
    public void WaitForLocks() => _import.WhenLockedAgain.Wait(s_timeToLock);

    /// <summary>Checks against the server's clients, directly before the first client is created, that none of them exists yet.</summary>
    /// <param name="clients">The clients; null if they can't be read.</param>
    /// <param name="failure">The reason why they can't be read.</param>
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

    /// <summary>Moves to the next phase. Call it when all steps of the current phase are reported.</summary>
    /// <returns>False if there is no further phase.</returns>
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

    /// <summary>Whether the phase has clients that may or may not have been created.</summary>
    public bool HasUnknown => Phase.Any(_import.IsUnknown);

    /// <summary>Returns the step for the next target of the phase. Steps of one phase can run at once.</summary>
    /// <param name="send">Sends a call with the credential that its operation requires, and throws if it fails.</param>
    /// <param name="report">Receives the result of the target.</param>
    /// <returns>The step; null if no target is left.</returns>
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

    /// <summary>Returns a step that finds a client whose creation was sent but not confirmed, and completes it. Run one such step at a time.</summary>
    /// <param name="clients">The clients that are on the server now; null if they can't be read.</param>
    /// <param name="send">Sends a call with the credential that its operation requires, and throws if it fails.</param>
    /// <param name="report">Receives the result of the target.</param>
    /// <returns>The step; null if no such client is left.</returns>
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

    /// <summary>Reports every target of the plan without carrying it out.</summary>
    public void ReportPlan(TargetReport report)
    {
        foreach (var target in Plan.Targets)
        {
            report(TargetResult.Plan(target));
        }
    }

    /// <summary>Reports the targets that have nothing to do or that the user chose not to remove.</summary>
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
        // A removal that the user declined is not a failure.
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
