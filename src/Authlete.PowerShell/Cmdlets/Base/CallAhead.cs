using System;
using System.Threading;
using System.Threading.Tasks;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>A call that is in flight before its answer is wanted.</summary>
internal sealed class CallAhead(Task<CallOutcome> outcome, CancellationTokenSource cancellation) : IDisposable
{
    public Task<CallOutcome> Outcome { get; } = outcome;

    /// <summary>Ends the call if nobody has waited for its answer.</summary>
    public void Dispose()
    {
        cancellation.Cancel();
        cancellation.Dispose();
    }
}
