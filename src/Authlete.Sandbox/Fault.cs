using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using Authlete.Sandbox.Faults;

namespace Authlete.Sandbox;

/// <summary>A fault of a call: another response, a delivery failure, or both.</summary>
public sealed class Fault
{
    private const string Json = "application/json;charset=UTF-8";

    private Fault(FaultEffect effect) => Effect = effect;

    internal FaultEffect Effect { get; }

    /// <summary>Responds with this status and, if specified, this body and these headers.</summary>
    public static Fault Status(int code, string? body = null, string? contentType = null, IDictionary<string, string>? headers = null) =>
        new(
            new FaultEffect
            {
                Answer = new HttpAnswer(
                    code,
                    headers ?? new Dictionary<string, string>(),
                    body is null ? null : Encoding.UTF8.GetBytes(body),
                    body is null ? null : contentType ?? Json
                ),
            }
        );

    /// <summary>Responds normally after this time on the sandbox's clock.</summary>
    public static Fault Delay(TimeSpan delay) => new(new FaultEffect { DelayBefore = delay });

    /// <summary>Never responds.</summary>
    public static Fault Hang() => new(new FaultEffect { Delivery = FaultDelivery.Hang });

    /// <summary>Sends the headers and a part of the body, and then nothing.</summary>
    public static Fault HangInBody() => new(Sample().Effect with { Delivery = FaultDelivery.HangInBody });

    /// <summary>Resets the connection without a response.</summary>
    public static Fault Reset() => new(new FaultEffect { Delivery = FaultDelivery.Reset });

    /// <summary>Announces a complete body, sends half of a JSON object, and closes the connection.</summary>
    public static Fault Truncated() => new(Sample().Effect with { Delivery = FaultDelivery.Truncated });

    /// <summary>Responds with an HTML page, as a proxy would.</summary>
    public static Fault Html(int code) =>
        Status(
            code,
            string.Create(CultureInfo.InvariantCulture, $"<html><head><title>{code}</title></head><body><h1>{code}</h1></body></html>"),
            "text/html"
        );

    /// <summary>Responds with 302 and this location.</summary>
    public static Fault Redirect(string location) => Status(302, headers: new Dictionary<string, string> { ["Location"] = location });

    /// <summary>Responds with 429, and with a Retry-After header if seconds are specified.</summary>
    public static Fault TooManyRequests(int? retryAfterSeconds) =>
        Status(
            429,
            headers: retryAfterSeconds is { } seconds
                ? new Dictionary<string, string> { ["Retry-After"] = seconds.ToString(CultureInfo.InvariantCulture) }
                : null
        );

    /// <summary>Responds with 204 without a body.</summary>
    public static Fault NoContent() => Status(204);

    private static Fault Sample() => Status(200, """{"resultCode":"A004001","resultMessage":"[A004001] Half of this is sent."}""");
}
