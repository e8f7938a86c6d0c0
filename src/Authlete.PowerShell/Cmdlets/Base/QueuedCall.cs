using System;
using System.Threading;
using System.Threading.Tasks;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>The work of one record: a call, or two with a decision between them.</summary>
/// <param name="Start">Sends the first call; runs on.</param>
/// <param name="Finish">Writes what came of it. Called on the pipeline thread, in the order of the input.</param>
internal sealed record QueuedCall(Func<CancellationToken, Task<CallOutcome>> Start, Action<CallOutcome> Finish)
{
    /// <summary>What the record is about: two records about the same thing are never in flight together. Null for nothing.</summary>
    public string? Key { get; init; }

    /// <summary>
    /// Decides, after the first call, on the second: null if there is none. Called on the pipeline thread, in the order of the input,
    /// so it may ask people.
    /// </summary>
    public Func<CallOutcome, Func<CancellationToken, Task<CallOutcome>>?>? Continue { get; init; }
}
