using System;
using System.Collections.Generic;
using System.Threading.Tasks;

namespace Authlete.ApiClient.Tests.Transport;

/// <summary>A fault in one attempt of a call.</summary>
/// <param name="Name">The name.</param>
/// <param name="Kind">The effect on further attempts.</param>
/// <param name="Serve">The behavior of the server.</param>
internal sealed record CallFault(string Name, CallFaultKind Kind, Func<CallFaultScene, Task> Serve)
{
    public static IReadOnlyList<CallFault> All { get; } =
    [
        Status("408 Request Timeout", CallFaultKind.Lost),
        Status("500 Internal Server Error", CallFaultKind.Lost),
        Status("502 Bad Gateway", CallFaultKind.Lost),
        Status("503 Service Unavailable", CallFaultKind.Lost),
        Status("503 Service Unavailable", CallFaultKind.Lost, "Retry-After: garbage\r\n"),
        Status("504 Gateway Timeout", CallFaultKind.Lost),
        Status("503 Service Unavailable", CallFaultKind.HoldsBack, "Retry-After: 0\r\n"),
        Status("429 Too Many Requests", CallFaultKind.HoldsBack),
        Status("429 Too Many Requests", CallFaultKind.HoldsBack, "Retry-After: 0\r\n"),
        new(
            "reset",
            CallFaultKind.Lost,
            scene =>
            {
                scene.Connection.Reset();
                return Task.CompletedTask;
            }
        ),
        new(
            "close",
            CallFaultKind.Lost,
            scene =>
            {
                scene.Connection.Dispose();
                return Task.CompletedTask;
            }
        ),
        new(
            "truncated",
            CallFaultKind.Lost,
            async scene =>
            {
                await scene.Connection.SendAsync("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{\"res");
                scene.Connection.Dispose();
            }
        ),
        new(
            "timeout",
            CallFaultKind.Lost,
            scene =>
            {
                scene.Time.Expire();
                return Task.CompletedTask;
            }
        ),
        Status("400 Bad Request", CallFaultKind.Refused),
        Status("401 Unauthorized", CallFaultKind.Refused),
        Status("403 Forbidden", CallFaultKind.Refused),
        Status("404 Not Found", CallFaultKind.Refused),
        new("a page with 200", CallFaultKind.Foreign, scene => scene.Connection.AnswerAsync("200 OK", "<html>", "text/html")),
    ];

    public override string ToString() => Name;

    private static CallFault Status(string status, CallFaultKind kind, string headers = "") =>
        new((status + " " + headers).Trim(), kind, scene => scene.Connection.AnswerAsync(status, "", headers: headers));
}

internal enum CallFaultKind
{
    /// <summary>The change may have been made, and another attempt may succeed.</summary>
    Lost,

    /// <summary>The change was not made, because the server is busy.</summary>
    HoldsBack,

    /// <summary>The change was not made, and no attempt will succeed.</summary>
    Refused,

    /// <summary>It is unknown whether the change was made, and another attempt won't tell.</summary>
    Foreign,
}

/// <summary>The connection and clock of a fault.</summary>
internal sealed record CallFaultScene(RawConnection Connection, ManualTime Time);
