using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Authlete.Sandbox.Faults;

/// <summary>
/// The pending faults. Each applies to the next matching calls, in the order of the plan. At most one applies to a call.
/// Paths don't contain the base path: <c>/auth/token</c>.
/// </summary>
internal sealed class FaultQueue
{
    private readonly Lock _gate = new();
    private readonly List<PlannedFault> _planned = [];
    private readonly List<string> _waitingPaths = [];
    private readonly List<Observer> _observers = [];

    /// <summary>The number of calls that a fault is holding.</summary>
    public int Waiting
    {
        get
        {
            lock (_gate)
            {
                return _waitingPaths.Count;
            }
        }
    }

    /// <summary>Removes all pending faults.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _planned.Clear();
        }
    }

    /// <summary>Completes as soon as a fault holds a call with this path prefix.</summary>
    public async Task WaitForCallAsync(string pathPrefix, CancellationToken cancellationToken = default)
    {
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            if (_waitingPaths.Exists(path => path.StartsWith(pathPrefix, StringComparison.Ordinal)))
            {
                return;
            }

            _observers.Add(new Observer(pathPrefix, arrived));
        }

        await arrived.Task.WaitAsync(cancellationToken);
    }

    /// <summary>A snapshot of the pending faults.</summary>
    public IReadOnlyList<PlannedFault> Planned
    {
        get
        {
            lock (_gate)
            {
                return _planned.ToArray();
            }
        }
    }

    public void Add(IEnumerable<PlannedFault> faults)
    {
        lock (_gate)
        {
            _planned.AddRange(faults);
        }
    }

    /// <summary>The fault of a call; null if there is none. A fault that skips the call counts it, and later faults can apply.</summary>
    public FaultEffect? Take(string path, string? operation)
    {
        lock (_gate)
        {
            for (var index = 0; index < _planned.Count; index++)
            {
                var planned = _planned[index];
                if (!planned.Pattern.Matches(path, operation))
                {
                    continue;
                }

                if (planned.Skip > 0)
                {
                    _planned[index] = planned with { Skip = planned.Skip - 1 };
                    continue;
                }

                if (planned.Count == 1)
                {
                    _planned.RemoveAt(index);
                }
                else
                {
                    _planned[index] = planned with { Count = planned.Count - 1 };
                }

                return planned.Effect;
            }

            return null;
        }
    }

    public IDisposable Hold(string path)
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
        lock (_gate)
        {
            _waitingPaths.Remove(path);
        }
    }

    private sealed record Observer(string Prefix, TaskCompletionSource Arrived);

    private sealed class Held(FaultQueue plan, string path) : IDisposable
    {
        public void Dispose() => plan.Release(path);
    }
}
