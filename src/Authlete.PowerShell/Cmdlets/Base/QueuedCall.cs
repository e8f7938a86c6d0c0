using System;
using System.Threading;
using System.Threading.Tasks;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>The work of one record: one call, or two calls with a decision between them.</summary>
/// <param name="Start">Sends the first call.</param>
/// <param name="Finish">Writes the result. Called on the pipeline thread, in the order of the input.</param>
internal sealed record QueuedCall(Func<CancellationToken, Task<CallOutcome>> Start, Action<CallOutcome> Finish)
{
    /// <summary>The object of the record. Two records with the same object are never in flight at the same time. Null if there is none.</summary>
    public string? Key { get; init; }

    /// <summary>
    /// Decides on the second call after the first one. Returns null if there is none. Called on the pipeline thread, in the order of the
    /// input, so it can prompt.
    /// </summary>
    public Func<CallOutcome, Func<CancellationToken, Task<CallOutcome>>?>? Continue { get; init; }
}
