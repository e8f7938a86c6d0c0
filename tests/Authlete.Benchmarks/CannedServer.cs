using System;
using System.Globalization;
using System.IO;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Authlete.Benchmarks;

/// <summary>Responds with prepared bytes, so that the time of a call is the time of the client.</summary>
/// <remarks>
/// The first segment of a path determines the response: <c>/fast</c>, <c>/slow</c> (after 20 ms), or the number of clients in a list, also
/// after <c>slow</c>. The response to a change is its request.
/// </remarks>
internal static class CannedServer
{
    public const string Argument = "serve";

    public const string ServiceApiKey = "1";

    private const string Slow = "slow";

    public static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(20);

    /// <summary>The work of the process: prints its two addresses, and serves until its input ends.</summary>
    public static async Task RunAsync()
    {
        var bodies = await CannedBodies.ReadAsync();
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        using var certificate = NewCertificate();
        builder
            .WebHost.UseKestrelCore()
            .UseKestrelHttpsConfiguration()
            .ConfigureKestrel(kestrel =>
            {
                kestrel.Listen(IPAddress.Loopback, 0);
                kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(certificate));
            });
        await using var application = builder.Build();
        application.Run(context => AnswerAsync(context, bodies));
        await application.StartAsync();
        Console.WriteLine(string.Join(' ', application.Urls));
        await Console.In.ReadToEndAsync();
    }

    private static async Task AnswerAsync(HttpContext context, CannedBodies bodies)
    {
        var parts = context.Request.Path.Value!.Split('/', 3);
        var path = parts[2];
        if (parts[1].StartsWith(Slow, StringComparison.Ordinal))
        {
            await Task.Delay(Delay);
        }

        var response = context.Response;
        response.ContentType = "application/json;charset=UTF-8";
        if (path.StartsWith("client/update/", StringComparison.Ordinal))
        {
            response.ContentLength = context.Request.ContentLength;
            await context.Request.Body.CopyToAsync(response.Body);
            return;
        }

        await context.Request.Body.CopyToAsync(Stream.Null);
        var body =
            path == "client/get/list"
                ? NewPage(bodies, parts[1].Replace(Slow, "", StringComparison.Ordinal), context.Request.Query)
                : bodies.Find(path);
        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body);
    }

    private static ReadOnlyMemory<byte> NewPage(CannedBodies bodies, string count, IQueryCollection query)
    {
        var total = Number(count);
        return bodies.NewPage(Number(query["start"]), Math.Min(Number(query["end"]), total), total);
    }

    private static int Number(string? text) => int.Parse(text!, CultureInfo.InvariantCulture);

    private static X509Certificate2 NewCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var now = DateTimeOffset.UtcNow;
        return request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
    }
}
