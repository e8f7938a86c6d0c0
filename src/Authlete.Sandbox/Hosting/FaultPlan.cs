using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Authlete.Sandbox;

/// <summary>
/// The faults to come. Each applies to the next calls whose path starts with its prefix, in the order they were added.
/// A path is meant without the base path: <c>/auth/token</c>.
/// </summary>
public sealed class FaultPlan
{
    private readonly Lock _gate = new();
    private readonly List<Planned> _planned = [];
    private readonly List<string> _waitingPaths = [];
    private readonly List<Observer> _observers = [];

    /// <summary>The number of calls that are being held by a fault at this moment.</summary>
    public int Waiting
    {
        get
        {
            lock (_gate) return _waitingPaths.Count;
        }
    }

    /// <summary>Plans a fault for the next <paramref name="times"/> calls of a path that starts with the prefix, or of any path.</summary>
    public void Enqueue(Fault fault, string? pathPrefix = null, int times = 1)
    {
        ArgumentNullException.ThrowIfNull(fault);
        ArgumentOutOfRangeException.ThrowIfLessThan(times, 1);
        lock (_gate) _planned.Add(new Planned(fault, pathPrefix ?? "", times));
    }

    /// <summary>Forgets all faults that have not been applied.</summary>
    public void Clear()
    {
        lock (_gate) _planned.Clear();
    }

    /// <summary>Completes as soon as a call of such a path has arrived and is being held by a fault.</summary>
    public async Task WaitForCallAsync(string pathPrefix, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(pathPrefix);
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            if (_waitingPaths.Exists(path => path.StartsWith(pathPrefix, StringComparison.Ordinal))) return;
            _observers.Add(new Observer(pathPrefix, arrived));
        }

        await arrived.Task.WaitAsync(cancellationToken);
    }

    internal Fault? Take(string path)
    {
        lock (_gate)
        {
            var index = _planned.FindIndex(planned => path.StartsWith(planned.Prefix, StringComparison.Ordinal));
            if (index < 0) return null;
            var taken = _planned[index];
            if (taken.Times == 1) _planned.RemoveAt(index);
            else _planned[index] = taken with { Times = taken.Times - 1 };
            return taken.Fault;
        }
    }

    internal IDisposable Hold(string path)
    {
        lock (_gate)
        {
            _waitingPaths.Add(path);
            foreach (var observer in _observers.FindAll(observer => path.StartsWith(observer.Prefix, StringComparison.Ordinal)))
            {
                observer.Arrived.TrySetResult();
                _observers.Remove(observer);
            }
        }

        return new Held(this, path);
    }

    private void Release(string path)
    {
        lock (_gate) _waitingPaths.Remove(path);
    }

    private sealed record Planned(Fault Fault, string Prefix, int Times);

    private sealed record Observer(string Prefix, TaskCompletionSource Arrived);

    private sealed class Held(FaultPlan plan, string path) : IDisposable
    {
        public void Dispose() => plan.Release(path);
    }
}
