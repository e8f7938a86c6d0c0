using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Authlete.PowerShell.Tests.Support;

/// <summary>The effect of a <see cref="ChaosProxy"/> on a request.</summary>
internal enum Chaos
{
    Pass,

    /// <summary>The request is lost.</summary>
    CutBefore,

    /// <summary>The server carries out the request, but the response is lost.</summary>
    CutAfter,

    /// <summary>The server carries out the request, but half of the response is lost.</summary>
    CutWithin,

    /// <summary>The server receives the request twice.</summary>
    Duplicate,

    /// <summary>The request is delayed, so that later ones overtake it.</summary>
    Delay,

    /// <summary>Another proxy can't reach the server.</summary>
    BadGateway,

    /// <summary>The server is busy, and doesn't carry out the request.</summary>
    Busy,
}

/// <summary>
/// A proxy that cuts, delays, and duplicates requests. The effect on a request depends only on the seed, its text, and the number of times
/// that it has arrived, not on the order of requests.
/// </summary>
internal sealed class ChaosProxy : IAsyncDisposable
{
    private static readonly Chaos[] s_kinds = Enum.GetValues<Chaos>();

    private readonly ConcurrentDictionary<string, List<Chaos>> _arrivals = new(StringComparer.Ordinal);
    private readonly HttpClient _client = new(new SocketsHttpHandler { UseProxy = false });
    private readonly WebApplication _app;
    private readonly Uri _target;
    private readonly int _seed;

    private ChaosProxy(Uri target, int seed)
    {
        (_target, _seed) = (target, seed);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Run(ServeAsync);
    }

    public Uri BaseUri => new(_app.Urls.Single() + _target.AbsolutePath);

    /// <summary>The effects on each request, by its method, target, and body.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Chaos>> Arrivals =>
        _arrivals.ToDictionary(pair => pair.Key, pair => (IReadOnlyList<Chaos>)[.. pair.Value]);

    public static async Task<ChaosProxy> StartAsync(Uri target, int seed)
    {
        var proxy = new ChaosProxy(target, seed);
        await proxy._app.StartAsync();
        return proxy;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(new System.Threading.CancellationToken(canceled: true));
        await _app.DisposeAsync();
        _client.Dispose();
    }

    private async Task ServeAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        var chaos = Decide($"{context.Request.Method} {context.Request.Path}{context.Request.QueryString} {body}");
        switch (chaos)
        {
            case Chaos.CutBefore:
                context.Abort();
                return;
            case Chaos.BadGateway:
                context.Response.StatusCode = 502;
                return;
            case Chaos.Busy:
                context.Response.StatusCode = 429;
                context.Response.Headers.RetryAfter = "0";
                return;
            case Chaos.Delay:
                await Task.Delay(TimeSpan.FromMilliseconds(20), context.RequestAborted);
                break;
            default:
                break;
        }

        using var answer = await ForwardAsync(context.Request, body);
        if (chaos == Chaos.Duplicate)
        {
            (await ForwardAsync(context.Request, body)).Dispose();
        }

        if (chaos == Chaos.CutAfter)
        {
            context.Abort();
            return;
        }

        await WriteAsync(context, answer, isCut: chaos == Chaos.CutWithin);
    }

    /// <summary>Decides the effect. Half of the first attempts pass, and more of the later ones.</summary>
    private Chaos Decide(string request)
    {
        var arrivals = _arrivals.GetOrAdd(request, _ => []);
        lock (arrivals)
        {
            var number = new Random(GetSeed(request, arrivals.Count)).Next(2 * s_kinds.Length);
            arrivals.Add(number < s_kinds.Length ? s_kinds[number] : Chaos.Pass);
            return arrivals[^1];
        }
    }

    /// <summary>Computes a seed. GetHashCode isn't suitable, because it differs from run to run.</summary>
    private int GetSeed(string request, int arrivals) =>
        request.Aggregate(unchecked(_seed * 486187739 + arrivals), static (hash, character) => unchecked(hash * 31 + character));

    private async Task<HttpResponseMessage> ForwardAsync(HttpRequest request, string body)
    {
        using var message = new HttpRequestMessage(
            new HttpMethod(request.Method),
            new Uri(_target, request.Path.Value + request.QueryString.Value)
        );
        message.Headers.Authorization = AuthenticationHeaderValue.Parse(request.Headers.Authorization.ToString());
        if (body.Length > 0)
        {
            message.Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        }

        return await _client.SendAsync(message);
    }

    private static async Task WriteAsync(HttpContext context, HttpResponseMessage answer, bool isCut)
    {
        var body = await answer.Content.ReadAsByteArrayAsync();
        context.Response.StatusCode = (int)answer.StatusCode;
        if (body.Length > 0)
        {
            context.Response.ContentType = answer.Content.Headers.ContentType?.ToString();
            context.Response.ContentLength = body.Length;
            await context.Response.Body.WriteAsync(isCut ? body.AsMemory(0, body.Length / 2) : body);
        }

        if (isCut)
        {
            context.Abort();
        }
    }
}
