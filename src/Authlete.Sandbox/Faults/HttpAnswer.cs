using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;

namespace Authlete.Sandbox.Faults;

/// <summary>An answer that is ready to be written.</summary>
internal sealed record HttpAnswer(int Status, IDictionary<string, string> Headers, byte[]? Body, string? ContentType)
{
    /// <summary>The time from now for a Retry-After header with a date; null for no such header.</summary>
    public TimeSpan? RetryDateAfter { get; init; }

    /// <summary>Writes the status and the headers.</summary>
    public async Task BeginAsync(HttpResponse response, CancellationToken cancellationToken)
    {
        response.StatusCode = Status;
        foreach (var (name, value) in Headers) response.Headers[name] = value;
        if (Body is null) return;
        response.ContentType = ContentType;
        response.ContentLength = Body.Length;
        await response.StartAsync(cancellationToken);
    }

    public async Task WriteAsync(HttpResponse response, CancellationToken cancellationToken)
    {
        await BeginAsync(response, cancellationToken);
        if (Body is not null) await response.Body.WriteAsync(Body, cancellationToken);
    }
}
