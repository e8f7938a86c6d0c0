using System;
using System.Threading;
using System.Threading.Tasks;
using Authlete.Sandbox.Faults;

namespace Authlete.Sandbox;

/// <summary>
/// The faults to come. Each applies to the next calls that it is meant for, in the order they were added; a call meets one fault at most.
/// A path is meant without the base path: <c>/auth/token</c>.
/// </summary>
public sealed class FaultPlan
{
    internal FaultQueue Queue { get; } = new();

    /// <summary>The number of calls that are being held by a fault at this moment.</summary>
    public int Waiting => Queue.Waiting;

    /// <summary>Plans a fault for the next <paramref name="times"/> calls of a path that starts with the prefix, or of any path.</summary>
    public void Enqueue(Fault fault, string? pathPrefix = null, int times = 1)
    {
        ArgumentNullException.ThrowIfNull(fault);
        ArgumentOutOfRangeException.ThrowIfLessThan(times, 1);
        Queue.Add([new PlannedFault(fault.Effect, OperationPattern.Prefix(pathPrefix ?? ""), times)]);
    }

    /// <summary>Plans what a text says, such as <c>operation=/client/get/*; status=503; retry-after=2; count=3</c>.</summary>
    /// <exception cref="FormatException">The text is no fault.</exception>
    public void Enqueue(string plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        Queue.Add([FaultReader.Read(plan)]);
    }

    /// <summary>Forgets all faults that have not been applied.</summary>
    public void Clear() => Queue.Clear();

    /// <summary>Completes as soon as a call of such a path has arrived and is being held by a fault.</summary>
    public Task WaitForCallAsync(string pathPrefix, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(pathPrefix);
        return Queue.WaitForCallAsync(pathPrefix, cancellationToken);
    }
}
