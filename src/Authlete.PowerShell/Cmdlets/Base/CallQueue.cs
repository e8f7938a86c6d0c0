using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>
/// Keeps several records in flight and finishes them in the order of the input. All its methods are called on the pipeline thread;
/// other threads only send.
/// </summary>
internal sealed class CallQueue : IDisposable
{
    // The time that calls need to notice that they were canceled.
    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(50);

    private readonly int _limit;
    private readonly CancellationTokenSource _cancellation;
    private readonly SemaphoreSlim _ended = new(0);
    private readonly Queue<Entry> _entries = new();

    /// <param name="limit">The maximum number of records in flight, and of records that wait for those before them.</param>
    /// <param name="stop">Cancels all calls.</param>
    public CallQueue(int limit, CancellationToken stop)
    {
        _limit = limit;
        _cancellation = CancellationTokenSource.CreateLinkedTokenSource(stop);
    }

    public bool IsEmpty => _entries.Count == 0;

    /// <summary>Starts a record as soon as there is room for it, and finishes those that are ready.</summary>
    public void Add(QueuedCall call) =>
        CancelIfFails(() =>
        {
            Advance();
            while (HasNoRoomFor(call))
            {
                WaitForOne();
            }

            _entries.Enqueue(new Entry(call, StartCounted(call.Start)));
        });

    /// <summary>Finishes all records.</summary>
    public void Drain() =>
        CancelIfFails(() =>
        {
            Advance();
            while (_entries.Count > 0)
            {
                WaitForOne();
            }
        });

    /// <summary>Cancels the calls in flight. Nothing is sent after that.</summary>
    public void Dispose()
    {
        if (_cancellation.IsCancellationRequested && _entries.Count == 0)
        {
            return;
        }

        _cancellation.Cancel();
        try
        {
            Task.WaitAll(_entries.Select(entry => (Task)entry.Running).ToArray(), s_patience);
        }
        catch (AggregateException)
        {
            // They were canceled, or their outcome is no longer needed.
        }

        _entries.Clear();
    }

    private bool HasNoRoomFor(QueuedCall call)
    {
        var inFlight = _entries.Count(entry => !entry.IsDone);
        return inFlight >= _limit
            || _entries.Count - inFlight >= _limit
            || (
                call.Key is not null
                && _entries.Any(entry => !entry.IsDone && string.Equals(entry.Call.Key, call.Key, StringComparison.Ordinal))
            );
    }

    private void WaitForOne()
    {
        _ended.Wait(_cancellation.Token);
        Advance();
    }

    /// <summary>Decides on second calls and finishes records, both in the order of the input, up to the first record that isn't ready.</summary>
    private void Advance()
    {
        foreach (var entry in _entries.Where(entry => entry.IsUndecided).TakeWhile(entry => entry.Running.IsCompleted).ToList())
        {
            entry.IsUndecided = false;
            if (entry.Call.Continue!(Take(entry.Running)) is { } next)
            {
                entry.Running = StartCounted(next);
            }
        }

        while (_entries.Count > 0 && _entries.Peek().IsDone)
        {
            var entry = _entries.Dequeue();
            entry.Call.Finish(Take(entry.Running));
        }
    }

    private Task<CallOutcome> StartCounted(Func<CancellationToken, Task<CallOutcome>> start)
    {
        var running = start(_cancellation.Token);
        running.ContinueWith(
            static (_, ended) => ((SemaphoreSlim)ended!).Release(),
            _ended,
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default
        );
        return running;
    }

    private static CallOutcome Take(Task<CallOutcome> ended) => ended.GetAwaiter().GetResult();

    /// <summary>An exception that ends the pipeline, such as an error or a stop by a cmdlet downstream, cancels the calls in flight.</summary>
    private void CancelIfFails(Action step)
    {
        var isDone = false;
        try
        {
            step();
            isDone = true;
        }
        catch (OperationCanceledException)
        {
            throw new PipelineStoppedException();
        }
        finally
        {
            if (!isDone)
            {
                Dispose();
            }
        }
    }

    private sealed class Entry(QueuedCall call, Task<CallOutcome> running)
    {
        public QueuedCall Call { get; } = call;

        public Task<CallOutcome> Running { get; set; } = running;

        /// <summary>Whether the decision on the second call is pending.</summary>
        public bool IsUndecided { get; set; } = call.Continue is not null;

        public bool IsDone => !IsUndecided && Running.IsCompleted;
    }
}
