using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using static System.Globalization.CultureInfo;

namespace Authlete.PowerShell.Tests.Support;

/// <summary>A server whose clients disappear: at each request but the first, some more are gone.</summary>
internal sealed partial class VanishingClients : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Random _random = new(4711);
    private readonly List<long> _clients;
    private readonly int _goneAtEach;
    private readonly Task _serving;

    public VanishingClients(int count, int goneAtEach)
    {
        _clients = [.. Enumerable.Range(1, count).Select(id => (long)id)];
        _goneAtEach = goneAtEach;
        _listener.Start();
        _serving = ServeAsync();
    }

    public Uri BaseUri => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/api");

    /// <summary>The clients that still exist.</summary>
    public IReadOnlyList<long> Remaining => _clients;

    public int Requests { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _serving;
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var connection = await _listener.AcceptTcpClientAsync(_stop.Token);
                await AnswerAsync(connection.GetStream());
            }
        }
        catch (OperationCanceledException)
        {
            // The test has ended.
        }
    }

    private async Task AnswerAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, leaveOpen: true);
        var range = Range().Match(await reader.ReadLineAsync(_stop.Token) ?? "");
        while (await reader.ReadLineAsync(_stop.Token) is { Length: > 0 })
        {
            // The headers don't matter.
        }

        var body = Page(Number(range, 1), Number(range, 2));
        await stream.WriteAsync(
            Encoding.UTF8.GetBytes($"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: {body.Length}\r\n\r\n{body}"),
            _stop.Token
        );
    }

    private string Page(int start, int end)
    {
        for (var i = 0; i < _goneAtEach && Requests > 0; i++)
        {
            _clients.RemoveAt(_random.Next(_clients.Count));
        }

        Requests++;
        return Answers.Clients(_clients.Count, [.. _clients.Skip(start).Take(end - start)]);
    }

    private static int Number(Match match, int group) => int.Parse(match.Groups[group].Value, InvariantCulture);

    [GeneratedRegex(@"start=(\d+)&end=(\d+)")]
    private static partial Regex Range();
}
