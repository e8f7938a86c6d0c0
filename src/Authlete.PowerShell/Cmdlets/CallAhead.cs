using System;
using System.Threading;
using System.Threading.Tasks;
using Authlete.ApiClient.Transport;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>A call that is under way before its answer is wanted.</summary>
internal sealed class CallAhead(ApiCall call, Task<OperationResult> sending, CancellationTokenSource cancellation) : IDisposable
{
    public ApiCall Call { get; } = call;

    public Task<OperationResult> Sending { get; } = sending;

    /// <summary>Ends the call if nobody has waited for its answer.</summary>
    public void Dispose()
    {
        cancellation.Cancel();
        cancellation.Dispose();
    }
}
