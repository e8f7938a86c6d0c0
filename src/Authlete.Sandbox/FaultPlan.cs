using System;
using System.Threading;
using System.Threading.Tasks;
using Authlete.Sandbox.Faults;

namespace Authlete.Sandbox;

/// <summary>
/// The pending faults. Each applies to the next matching calls, in the order of the plan. At most one applies to a call.
/// Paths don't contain the base path: <c>/auth/token</c>.
/// </summary>
public sealed class FaultPlan
{
    internal FaultQueue Queue { get; } = new();

    /// <summary>The number of calls that a fault is holding.</summary>
    public int Waiting => Queue.Waiting;

    /// <summary>Plans a fault for the next <paramref name="times"/> calls of a path that starts with the prefix, or of any path.</summary>
    public void Enqueue(Fault fault, string? pathPrefix = null, int times = 1)
    {
        ArgumentNullException.ThrowIfNull(fault);
        ArgumentOutOfRangeException.ThrowIfLessThan(times, 1);
        Queue.Add([new PlannedFault(fault.Effect, OperationPattern.Prefix(pathPrefix ?? ""), times)]);
    }

    /// <summary>Plans a fault from text, such as <c>operation=/client/get/*; status=503; retry-after=2; count=3</c>.</summary>
    /// <exception cref="FormatException">The text isn't a fault.</exception>
    public void Enqueue(string plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        Queue.Add([FaultReader.Read(plan)]);
    }

    /// <summary>Removes all pending faults.</summary>
    public void Clear() => Queue.Clear();

    /// <summary>Completes as soon as a fault holds a call with this path prefix.</summary>
    public Task WaitForCallAsync(string pathPrefix, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(pathPrefix);
        return Queue.WaitForCallAsync(pathPrefix, cancellationToken);
    }
}
