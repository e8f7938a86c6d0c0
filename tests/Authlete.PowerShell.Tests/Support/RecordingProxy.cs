using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Tasks;

namespace Authlete.PowerShell.Tests.Support;

/// <summary>A proxy on loopback that records the headers of each request and rejects it.</summary>
internal sealed class RecordingProxy : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentQueue<string> _requests = new();
    private readonly string _status;

    /// <param name="status">The status code and phrase of the response.</param>
    public RecordingProxy(string status = "502 Bad Gateway")
    {
        _status = status;
        _listener.Start();
        _ = AcceptAsync();
    }

    public Uri Uri => new("http://127.0.0.1:" + ((IPEndPoint)_listener.LocalEndpoint).Port + "/");

    /// <summary>The headers of all requests.</summary>
    public IReadOnlyCollection<string> Requests => _requests;

    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync();
                using var reader = new StreamReader(client.GetStream(), Encoding.ASCII);
                var header = new StringBuilder();
                while (await reader.ReadLineAsync() is { Length: > 0 } line)
                {
                    header.AppendLine(line);
                }

                _requests.Enqueue(header.ToString());
                await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {_status}\r\nContent-Length: 0\r\n\r\n"));
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or IOException)
        {
            // The test has ended.
        }
    }
}
