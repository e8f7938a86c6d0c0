using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;

namespace Authlete.Sandbox;

/// <summary>Something that goes wrong with a call, instead of the answer or before it.</summary>
public sealed class Fault
{
    private readonly Func<FaultContext, Task<bool>> _apply;

    private Fault(Func<FaultContext, Task<bool>> apply) => _apply = apply;

    /// <summary>Answers with this status and, if given, this body and these headers.</summary>
    public static Fault Status(
        int code, string? body = null, string? contentType = null, IDictionary<string, string>? headers = null) =>
        new(async context =>
        {
            var response = context.Http.Response;
            response.StatusCode = code;
            foreach (var (name, value) in headers ?? new Dictionary<string, string>()) response.Headers[name] = value;
            if (body is not null)
            {
                response.ContentType = contentType ?? "application/json;charset=UTF-8";
                await response.WriteAsync(body, context.Cancelled);
            }

            return true;
        });

    /// <summary>Answers as usual, but only after this time on the sandbox's clock.</summary>
    public static Fault Delay(TimeSpan delay) => new(async context =>
    {
        using (context.Waiting()) await Task.Delay(delay, context.Clock, context.Cancelled);
        return false;
    });

    /// <summary>Never answers.</summary>
    public static Fault Hang() => new(async context =>
    {
        using (context.Waiting()) await Task.Delay(Timeout.Infinite, context.Cancelled);
        return true;
    });

    /// <summary>Sends the headers and a part of the body, then falls silent.</summary>
    public static Fault HangInBody() => new(async context =>
    {
        await StartBodyAsync(context);
        using (context.Waiting()) await Task.Delay(Timeout.Infinite, context.Cancelled);
        return true;
    });

    /// <summary>Resets the connection without an answer.</summary>
    public static Fault Reset() => new(context =>
    {
        context.Http.Abort();
        return Task.FromResult(true);
    });

    /// <summary>Announces a whole body, sends half of a JSON object, and ends the connection.</summary>
    public static Fault Truncated() => new(async context =>
    {
        // Kestrel closes a connection whose body fell short. An abort could overtake what was sent.
        await StartBodyAsync(context);
        return true;
    });

    /// <summary>Answers with a page as a proxy in front would write it.</summary>
    public static Fault Html(int code) => Status(
        code,
        string.Create(CultureInfo.InvariantCulture, $"<html><head><title>{code}</title></head><body><h1>{code}</h1></body></html>"),
        "text/html");

    /// <summary>Answers 302 with this location.</summary>
    public static Fault Redirect(string location) =>
        Status(302, headers: new Dictionary<string, string> { ["Location"] = location });

    /// <summary>Answers 429, with a Retry-After header if seconds are given.</summary>
    public static Fault TooManyRequests(int? retryAfterSeconds) => Status(
        429,
        headers: retryAfterSeconds is { } seconds
            ? new Dictionary<string, string> { ["Retry-After"] = seconds.ToString(CultureInfo.InvariantCulture) }
            : null);

    /// <summary>Answers 204 without a body.</summary>
    public static Fault NoContent() => Status(204);

    /// <returns>Whether the call is answered by this fault; if not, it goes on as usual.</returns>
    internal Task<bool> ApplyAsync(FaultContext context) => _apply(context);

    private static async Task StartBodyAsync(FaultContext context)
    {
        var part = Encoding.UTF8.GetBytes("""{"resultCode":"A004001","resultMess""");
        var response = context.Http.Response;
        response.StatusCode = 200;
        response.ContentType = "application/json;charset=UTF-8";
        response.ContentLength = part.Length * 2;
        await response.Body.WriteAsync(part, context.Cancelled);
        await response.Body.FlushAsync(context.Cancelled);
    }
}

/// <summary>The call that a fault is applied to.</summary>
internal sealed record FaultContext(HttpContext Http, TimeProvider Clock, Func<IDisposable> Waiting, CancellationToken Cancelled);
