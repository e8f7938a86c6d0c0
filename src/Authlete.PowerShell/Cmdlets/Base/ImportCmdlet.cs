using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using Authlete.ApiClient.Api;
using Authlete.ApiClient.Json;
using Authlete.ApiClient.Models;
using Authlete.ApiClient.Transport;
using Authlete.Configuration.Application;
using Authlete.Configuration.Folder;
using Authlete.Configuration.Planning;
using Authlete.PowerShell.Errors;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Carries out the plan of an import: prompts, sends calls, and writes the result of each target when it is known.</summary>
public abstract class ImportCmdlet : ConfigurationCmdlet
{
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    private bool IsWhatIf =>
        LanguagePrimitives.IsTrue(
            MyInvocation.BoundParameters.TryGetValue("WhatIf", out var bound) ? bound : SessionState.PSVariable.GetValue("WhatIfPreference")
        );

    /// <summary>Writes the plan, or prompts and carries it out.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="folder">The contents of the folder.</param>
    /// <param name="access">The service.</param>
    /// <param name="options">The changes that the import can make.</param>
    /// <param name="throttleLimit">The maximum number of targets to process at the same time.</param>
    private protected void Import(string path, ConfigurationFolder folder, ServiceAccess access, ImportOptions options, int throttleLimit)
    {
        var run = new ImportRun(path, folder, ReadLive(access, folder), options, () => ReadScopes(access));
        foreach (var action in new[] { PlanAction.Create, PlanAction.Update, PlanAction.Remove, PlanAction.None })
        {
            _counts[action.ToString()] = run.Plan.Count(action);
        }

        if (IsWhatIf)
        {
            run.ReportPlan(Write);
        }
        else if (run.ChangeQuestion is not { } question || ShouldProcess(question, question, "Confirm"))
        {
            run.IsRemoving = run.RemovalQuestion is { } removal && ShouldProcess(removal, removal, "Confirm");
            Apply(run, access, throttleLimit);
        }
    }

    private void Apply(ImportRun run, ServiceAccess access, int throttleLimit)
    {
        run.Begin();
        try
        {
            ApplyPhases(run, access, throttleLimit);
        }
        finally
        {
            run.WaitForLocks();
        }

        run.ReportRest(Write);
        if (run.Failure is { } incomplete)
        {
            WriteError(SetupErrors.ImportIncomplete(incomplete).ToErrorRecord());
        }
    }

    private void ApplyPhases(ImportRun run, ServiceAccess access, int throttleLimit)
    {
        while (run.MoveToNextPhase())
        {
            if (run.IsCreating)
            {
                run.CheckCreations(FindClients(access, out var failure), failure);
            }

            using var queue = new CallQueue(throttleLimit, StopToken);
            var sender = new ConfigurationSender(access);
            while (run.TakeStep(sender.SendAsync, Write) is { } step)
            {
                Submit(queue, sender, step);
                sender = new ConfigurationSender(access);
            }

            queue.Drain();
            if (run.HasUnknown)
            {
                Complete(run, access);
            }
        }
    }

    /// <summary>Finds the clients whose creation got no response, one after the other.</summary>
    private void Complete(ImportRun run, ServiceAccess access)
    {
        var clients = FindClients(access, out _);
        while (true)
        {
            var sender = new ConfigurationSender(access);
            if (run.TakeCompletion(clients, sender.SendAsync, Write) is not { } step)
            {
                return;
            }

            using var queue = new CallQueue(1, StopToken);
            Submit(queue, sender, step);
            queue.Drain();
        }
    }

    private void Submit(CallQueue queue, ConfigurationSender sender, ImportStep step) => Submit(queue, sender, step.RunAsync, step.Report);

    private void Submit(CallQueue queue, ConfigurationSender sender, Func<CancellationToken, Task> work, Action report) =>
        queue.Add(
            new QueuedCall(
                token => RunAsync(work, sender, token),
                outcome =>
                {
                    WriteTraces(outcome);
                    ReportProgress();
                    report();
                }
            )
        );

    private static async Task<CallOutcome> RunAsync(
        Func<CancellationToken, Task> work,
        ConfigurationSender sender,
        CancellationToken cancellationToken
    )
    {
        await work(cancellationToken).ConfigureAwait(false);
        return new CallOutcome(new PreparedCall(new ApiCall(Operations.Info)), null, null, sender.Traces);
    }

    /// <summary>The current clients. Null if they can't be read, which doesn't end the import.</summary>
    private List<Client>? FindClients(ServiceAccess access, out string? failure)
    {
        try
        {
            failure = null;
            return [.. ReadClients(access, Take)];
        }
        catch (Exception e) when (e is AuthleteApiException or SetupException)
        {
            failure = e.Message;
            return null;
        }
    }

    private JsonView Take(CallOutcome outcome, CallOrigin origin)
    {
        WriteTraces(outcome);
        return ConfigurationSender.Take(outcome, origin)
            ?? throw outcome.Refusal ?? throw new InvalidOperationException("A read has a body.");
    }

    /// <summary>The scopes of the service in its discovery document. Null if there are none.</summary>
    private string[]? ReadScopes(ServiceAccess access)
    {
        var call = new PreparedCall(new ApiCall(Operations.ServiceConfiguration));
        var document = Require(WaitFor(new CallRunner(access.Api, access.Credential).RunAsync(call, StopToken)), access.Origin);
        return (document.GetMember("scopes_supported") as object?[])?.OfType<string>().ToArray();
    }

    private void Write(TargetResult result)
    {
        var target = result.Target;
        var changes = new List<ConfigurationPropertyChange>();
        for (var i = 0; i < target.Changes.Count; i++)
        {
            var change = target.Changes[i];
            changes.Add(new ConfigurationPropertyChange(change.Name, change.Old, change.New));
        }

        WriteObject(
            new ConfigurationImportResult(target.Kind, target.Action.ToString(), result.Status.ToString())
            {
                Label = target.Label,
                Id = result.Id,
                Properties = changes,
                Message = result.Message,
                ErrorId = result.ErrorId,
                SameAction = _counts[target.Action.ToString()],
            }
        );
    }
}
