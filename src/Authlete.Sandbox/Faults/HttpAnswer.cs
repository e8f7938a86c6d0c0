using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;

namespace Authlete.Sandbox.Faults;

/// <summary>A response that is ready to be written.</summary>
internal sealed record HttpAnswer(int Status, IDictionary<string, string> Headers, byte[]? Body, string? ContentType)
{
    /// <summary>The time from now for a Retry-After header with a date; null without this header.</summary>
    public TimeSpan? RetryDateAfter { get; init; }

    /// <summary>Sets the status and the headers.</summary>
    public void Begin(HttpResponse response)
    {
        response.StatusCode = Status;
        foreach (var (name, value) in Headers)
        {
            response.Headers[name] = value;
        }

        if (Body is null)
        {
            return;
        }

        response.ContentType = ContentType;
        response.ContentLength = Body.Length;
    }

    public async Task WriteAsync(HttpResponse response, CancellationToken cancellationToken)
    {
        Begin(response);
        if (Body is not null)
        {
            await response.Body.WriteAsync(Body, cancellationToken);
        }
    }
}
