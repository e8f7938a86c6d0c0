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

/// <summary>What a <see cref="ChaosProxy"/> does to a request.</summary>
internal enum Chaos
{
    Pass,

    /// <summary>The request is lost.</summary>
    CutBefore,

    /// <summary>The server has carried the request out, and the answer is lost.</summary>
    CutAfter,

    /// <summary>The server has carried the request out, and half of the answer is lost.</summary>
    CutWithin,

    /// <summary>The server gets the request twice.</summary>
    Duplicate,

    /// <summary>The request waits, so that later ones overtake it.</summary>
    Delay,

    /// <summary>Another proxy in between has no server.</summary>
    BadGateway,

    /// <summary>The server is busy, and has not carried the request out.</summary>
    Busy,
}

/// <summary>
/// Stands before a server and cuts, delays and duplicates. What happens to a request depends on the seed, its text, and how often it has
/// arrived, and not on the order in which requests come.
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

    /// <summary>What happened to each request, by its method, target and body.</summary>
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

    /// <summary>Half of the first attempts pass, and more of those that follow.</summary>
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

    /// <summary>Not GetHashCode, which differs from run to run.</summary>
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
