using System;
using System.Threading;
using System.Threading.Tasks;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>A call that is sent before its response is needed.</summary>
internal sealed class CallAhead(Task<CallOutcome> outcome, CancellationTokenSource cancellation) : IDisposable
{
    public Task<CallOutcome> Outcome { get; } = outcome;

    /// <summary>Cancels the call if its response was never read.</summary>
    public void Dispose()
    {
        cancellation.Cancel();
        cancellation.Dispose();
    }
}
