using System.Collections.Generic;
using System.Threading;

namespace Authlete.Sandbox.Hosting;

/// <summary>The calls as they arrived; the oldest go when there are too many.</summary>
internal sealed class CallLog
{
    private const int Capacity = 10_000;

    private readonly Lock _gate = new();
    private readonly Queue<SandboxCall> _calls = new();

    public void Add(SandboxCall call)
    {
        lock (_gate)
        {
            if (_calls.Count == Capacity) _calls.Dequeue();
            _calls.Enqueue(call);
        }
    }

    public IReadOnlyList<SandboxCall> Snapshot()
    {
        lock (_gate) return _calls.ToArray();
    }
}
