using System.Collections.Generic;
using System.Threading;
using Authlete.Sandbox.Hosting;
using Microsoft.AspNetCore.Http;

namespace Authlete.Sandbox;

/// <summary>The received calls. If there are too many, the oldest are removed.</summary>
internal sealed class CallLog
{
    private const int Capacity = 10_000;

    private readonly Lock _gate = new();
    private readonly Queue<SandboxCall> _calls = new();

    public void Add(HttpRequest request, string body)
    {
        var call = Recorded(request, body);
        lock (_gate)
        {
            if (_calls.Count == Capacity)
            {
                _calls.Dequeue();
            }

            _calls.Enqueue(call);
        }
    }

    public IReadOnlyList<SandboxCall> Snapshot()
    {
        lock (_gate)
        {
            return _calls.ToArray();
        }
    }

    private static SandboxCall Recorded(HttpRequest request, string body)
    {
        var header = request.Headers.Authorization.ToString();
        return new SandboxCall(
            request.Method,
            request.Path.Value ?? "",
            request.QueryString.Value ?? "",
            header.Length == 0 ? null : BasicCredential.SchemeOf(header),
            BasicCredential.Parse(header)?.UserName,
            body,
            request.Headers.Count
        );
    }
}
