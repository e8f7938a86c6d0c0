using System;
using System.Diagnostics;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace Authlete.ApiClient.Transport;

/// <summary>One attempt of a call, and how far it got.</summary>
internal sealed class HttpAttempt(HttpClient client, Uri address, ApiCall call, ApiCredential? credential)
{
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly RequestBody? _body = NewBody(call);
    private volatile bool _isAnswered;

    public TimeSpan Elapsed => _watch.Elapsed;

    /// <summary>How far the request got, or <see cref="RequestReach.Unknown"/> if that isn't certain.</summary>
    public RequestReach Reach =>
        _isAnswered ? RequestReach.Answered
        : _body is { WasRead: false } ? RequestReach.NeverSent
        : RequestReach.Unknown;

    public async Task<OperationResult> SendAsync(CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(call.Operation.HttpMethod, address) { Content = _body };
        request.Headers.Authorization = credential?.Header;
        using var response = await client
            .SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken)
            .ConfigureAwait(false);
        _isAnswered = true;

        // On .NET Framework, a pending read ignores the token, but ends when its connection is closed.
        using var abort = cancellationToken.Register(static state => ((HttpResponseMessage)state).Dispose(), response);
        var body = await BodyReader.ReadAsync(response, call.Operation, cancellationToken).ConfigureAwait(false);
        if (call.IsReleased)
        {
            return ResponseReader.Read(call, credential, response, body.Bytes, Elapsed, cancellationToken, body);
        }

        using (body)
        {
            return ResponseReader.Read(call, credential, response, body.Bytes, Elapsed, cancellationToken);
        }
    }

    /// <summary>
    /// If the server closes the connection before it responds, .NET resends a request without content by itself, up to three times.
    /// Even empty content prevents that. .NET Framework allows no content with GET.
    /// </summary>
    private static RequestBody? NewBody(ApiCall call) =>
        call.Body is { } body ? new RequestBody(body.ToUtf8Json())
        : Runtimes.IsNetFramework && call.Operation.Method == "GET" ? null
        : RequestBody.Empty();
}
