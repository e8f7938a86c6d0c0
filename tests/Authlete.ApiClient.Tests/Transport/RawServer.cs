using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Threading;
using System.Threading.Tasks;

namespace Authlete.ApiClient.Tests.Transport;

/// <summary>A server on loopback that sends exactly the bytes of a test, including faults.</summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<RawRequest> _requests = new();
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Func<RawConnection, Task> _serve;
    private readonly Task _accepting;

    private RawServer(Func<RawServer, RawConnection, Task> serve)
    {
        _serve = connection => serve(this, connection);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public IReadOnlyCollection<RawRequest> Requests => _requests;

    /// <summary>Completes when a test's script signals that the call has reached the intended state.</summary>
    public Task Reached => _reached.Task;

    /// <summary>Responds to each request with the same script.</summary>
    public static RawServer Answering(Func<RawConnection, Task> answer) => Answering((connection, _) => answer(connection));

    /// <summary>Responds to each request with a script that receives the request.</summary>
    public static RawServer Answering(Func<RawConnection, RawRequest, Task> answer) =>
        new(
            async (server, connection) =>
            {
                while (await connection.ReadRequestAsync() is { } request)
                {
                    server._requests.Enqueue(request);
                    await answer(connection, request);
                }
            }
        );

    /// <summary>Runs a script before any request is read, such as a TLS handshake.</summary>
    public static RawServer Connecting(Func<RawServer, RawConnection, Task> serve) => new(serve);

    public void Reach() => _reached.TrySetResult();

    public Uri BaseUri(string scheme = "http") => new($"{scheme}://127.0.0.1:{Port}/api");

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var connections = new List<Task>();
        try
        {
            while (true)
            {
                connections.Add(ServeAsync(await _listener.AcceptSocketAsync(_stop.Token)));
            }
        }
        catch (Exception) when (_stop.IsCancellationRequested)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        using var connection = new RawConnection(socket, _stop.Token);
        try
        {
            await _serve(connection);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or ObjectDisposedException or AuthenticationException)
        {
            // The client has closed the connection, or the test has ended.
        }
    }
}
