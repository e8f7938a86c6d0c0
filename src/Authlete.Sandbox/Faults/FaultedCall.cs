using System;
using System.Globalization;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;

namespace Authlete.Sandbox.Faults;

/// <summary>A call that a fault applies to.</summary>
/// <param name="fault">The fault.</param>
/// <param name="http">The call.</param>
/// <param name="clock">The clock of the delays.</param>
/// <param name="waiting">Marks the call as held until disposed.</param>
/// <param name="cancelled">Ends calls that hang.</param>
internal sealed class FaultedCall(
    FaultEffect fault,
    HttpContext http,
    TimeProvider clock,
    Func<IDisposable> waiting,
    CancellationToken cancelled
)
{
    /// <summary>Applies the part of the fault that precedes the processing of the call.</summary>
    /// <returns>Whether the call is finished.</returns>
    public async Task<bool> BeginAsync()
    {
        if (fault.DelayBefore > TimeSpan.Zero)
        {
            await WaitAsync(fault.DelayBefore);
        }

        if (fault.Delivery == FaultDelivery.Hang)
        {
            await WaitAsync(Timeout.InfiniteTimeSpan);
        }

        if (fault.Delivery != FaultDelivery.Reset)
        {
            return false;
        }

        http.Abort();
        return true;
    }

    /// <summary>Delivers the fault's response or, if it has none, processes the call and delivers its response.</summary>
    public async Task EndAsync(Func<HttpAnswer> carryOut)
    {
        var answer = fault.Answer ?? carryOut();
        var body = answer.Body ?? [];
        if (fault.Delivery == FaultDelivery.ResetAfter || (fault.Delivery == FaultDelivery.Truncated && body.Length == 0))
        {
            http.Abort();
            return;
        }

        if (answer.RetryDateAfter is { } after)
        {
            http.Response.Headers.RetryAfter = (clock.GetUtcNow() + after).ToString("R", CultureInfo.InvariantCulture);
        }

        (answer with { ContentType = fault.ContentType ?? answer.ContentType }).Begin(http.Response);
        if (body.Length > 0)
        {
            await WriteBodyAsync(body);
        }
    }

    private async Task WriteBodyAsync(byte[] body)
    {
        var half = body.Length / 2;
        var whole = fault is { Delivery: FaultDelivery.Whole, DelayWithin.Ticks: 0 };
        await http.Response.Body.WriteAsync(body.AsMemory(0, whole ? body.Length : half), cancelled);
        if (whole)
        {
            return;
        }

        await http.Response.Body.FlushAsync(cancelled);
        if (fault.DelayWithin > TimeSpan.Zero)
        {
            await WaitAsync(fault.DelayWithin);
        }

        if (fault.Delivery == FaultDelivery.HangInBody)
        {
            await WaitAsync(Timeout.InfiniteTimeSpan);
        }

        // Kestrel closes a connection with an incomplete body. An abort could discard data that was sent.
        if (fault.Delivery != FaultDelivery.Truncated)
        {
            await http.Response.Body.WriteAsync(body.AsMemory(half), cancelled);
        }
    }

    private async Task WaitAsync(TimeSpan time)
    {
        using (waiting())
        {
            await Task.Delay(time, clock, cancelled);
        }
    }
}
