using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Authlete.PowerShell.Tests.Support;

/// <summary>A server that holds requests until a number of them are in flight, and then responds to the last one first.</summary>
internal sealed class GateServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Lock _gate = new();
    private readonly List<TaskCompletionSource> _waiting = [];
    private readonly List<string> _arrived = [];
    private readonly Dictionary<string, int> _inFlightByPath = [];
    private readonly Func<string, (int Status, string Body)> _answer;
    private int _width;
    private int _inFlight;

    private GateServer(int width, Func<string, (int, string)> answer)
    {
        _width = width;
        _answer = answer;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Run(ServeAsync);
    }

    public string BaseUri => _app.Urls.Single() + "/api";

    /// <summary>The highest number of requests in flight at the same time.</summary>
    public int MostAtOnce { get; private set; }

    /// <summary>The highest number of requests for one path in flight at the same time.</summary>
    public int MostForOnePath { get; private set; }

    /// <summary>The paths of the requests, in the order of arrival.</summary>
    public IReadOnlyList<string> Arrived
    {
        get
        {
            lock (_gate)
            {
                return [.. _arrived];
            }
        }
    }

    /// <param name="width">The number of requests to hold before the server responds.</param>
    /// <param name="answer">Returns the response for a path and body.</param>
    public static async Task<GateServer> StartAsync(int width, Func<string, (int Status, string Body)> answer)
    {
        var server = new GateServer(width, answer);
        await server._app.StartAsync();
        return server;
    }

    /// <summary>Responds to all held requests, and from now on to each request immediately.</summary>
    public void Open()
    {
        lock (_gate)
        {
            _width = 1;
            Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        Open();
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
    }

    private async Task ServeAsync(HttpContext context)
    {
        using var reader = new System.IO.StreamReader(context.Request.Body);
        var request = context.Request.Path.Value + await reader.ReadToEndAsync();
        var released = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            _arrived.Add(request);
            MostAtOnce = Math.Max(MostAtOnce, ++_inFlight);
            MostForOnePath = Math.Max(MostForOnePath, _inFlightByPath[request] = _inFlightByPath.GetValueOrDefault(request) + 1);
            _waiting.Add(released);
            if (_waiting.Count >= _width)
            {
                Release();
            }
        }

        await released.Task.WaitAsync(context.RequestAborted);
        lock (_gate)
        {
            _inFlight--;
            _inFlightByPath[request]--;
        }

        var (status, body) = _answer(request);
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = System.Text.Encoding.UTF8.GetByteCount(body);
        await context.Response.WriteAsync(body);
    }

    private void Release()
    {
        for (var i = _waiting.Count - 1; i >= 0; i--)
        {
            _waiting[i].TrySetResult();
        }

        _waiting.Clear();
    }
}
