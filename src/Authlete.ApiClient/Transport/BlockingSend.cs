using System;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace Authlete.ApiClient.Transport;

/// <summary>Sends a request on the calling thread, which would only wait meanwhile: its answer crosses one thread less.</summary>
internal static class BlockingSend
{
    private delegate HttpResponseMessage Send(
        HttpClient client,
        HttpRequestMessage request,
        HttpCompletionOption completion,
        CancellationToken cancellationToken
    );

    // .NET Standard and .NET Framework don't have it. In .NET 5 it connects on this thread, and nothing ends the lookup of a name;
    // PowerShell is supported on .NET 8 and later.
    private static readonly Send? s_send = Environment.Version.Major >= 8 ? Bind() : null;

    /// <summary>Sends a request up to the header of its answer. Where the runtime can't, the task ends later, as that of SendAsync does.</summary>
    public static Task<HttpResponseMessage> SendAsync(HttpClient client, HttpRequestMessage request, CancellationToken cancellationToken) =>
        s_send is null
            ? client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken)
            : Task.FromResult(s_send(client, request, HttpCompletionOption.ResponseHeadersRead, cancellationToken));

    private static Send? Bind() =>
        typeof(HttpClient)
            .GetMethod("Send", [typeof(HttpRequestMessage), typeof(HttpCompletionOption), typeof(CancellationToken)])
            ?.CreateDelegate(typeof(Send)) as Send;
}
