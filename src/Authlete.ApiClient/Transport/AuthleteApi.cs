using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Threading;
using System.Threading.Tasks;
using Authlete.ApiClient.Api;

namespace Authlete.ApiClient.Transport;

/// <summary>Sends calls to one endpoint. Safe to share between threads.</summary>
public sealed class AuthleteApi
{
    // The largest real answer, a page of services, is about a megabyte.
    private const int MaxBodyLength = 64 * 1024 * 1024;

    private static readonly MediaTypeHeaderValue s_json = new("application/json") { CharSet = "utf-8" };

    private readonly HttpClientPool _pool;

    /// <param name="endpoint">Where the API is.</param>
    public AuthleteApi(ApiEndpoint endpoint)
        : this(endpoint, HttpClientPool.Shared)
    {
    }

    internal AuthleteApi(ApiEndpoint endpoint, HttpClientPool pool)
    {
        Endpoint = endpoint ?? throw new ArgumentNullException(nameof(endpoint));
        _pool = pool;
    }

    /// <summary>Where the API is.</summary>
    public ApiEndpoint Endpoint { get; }

    /// <summary>Sends a call once.</summary>
    /// <param name="call">The call.</param>
    /// <param name="keys">The key and secret to authenticate with; null for none.</param>
    /// <param name="cancellationToken">Ends the call at once.</param>
    /// <exception cref="AuthleteApiException">The call failed.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<ApiAnswer> SendAsync(ApiCall call, ApiKeyPair? keys, CancellationToken cancellationToken)
    {
        if (call is null)
        {
            throw new ArgumentNullException(nameof(call));
        }

        var watch = Stopwatch.StartNew();
        using var attempt = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        attempt.CancelAfter(Endpoint.Timeout);
        try
        {
            return await SendOnceAsync(call, keys, watch, attempt.Token).ConfigureAwait(false);
        }
        catch (AuthleteApiException e)
        {
            e.Elapsed = watch.Elapsed;
            throw;
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        catch (Exception) when (attempt.IsCancellationRequested)
        {
            throw new AuthleteApiException(
                ApiErrorKind.Timeout,
                call.Operation,
                string.Format(CultureInfo.InvariantCulture, "{0}: no whole answer from {1} within {2} s.", call.Operation, Endpoint.BaseUri.Host, Endpoint.Timeout.TotalSeconds))
            {
                Elapsed = watch.Elapsed,
            };
        }
        catch (Exception e) when (e is HttpRequestException or IOException or InvalidDataException or ObjectDisposedException)
        {
            throw ConnectionErrors.Explain(e, call.Operation, Endpoint.BaseUri, watch.Elapsed);
        }
    }

    private async Task<ApiAnswer> SendOnceAsync(ApiCall call, ApiKeyPair? keys, Stopwatch watch, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(new HttpMethod(call.Operation.Method), call.ToUri(Endpoint.BaseUri));
        request.Headers.Authorization = keys?.Header;
        if (call.Body is { } body)
        {
            request.Content = new ByteArrayContent(body.ToUtf8Json()) { Headers = { ContentType = s_json } };
        }

        using var response = await _pool.Get(Endpoint)
            .SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);

        // On .NET Framework a read that waits does not see the token; losing its connection it does.
        using var abort = cancellationToken.Register(static state => ((HttpResponseMessage)state).Dispose(), response);
        var received = await ReadBodyAsync(response, call.Operation, cancellationToken).ConfigureAwait(false);
        return Answers.Interpret(call, keys, response, received, watch.Elapsed);
    }

    private static async Task<byte[]> ReadBodyAsync(HttpResponseMessage response, Operation operation, CancellationToken cancellationToken)
    {
        if (response.Content is null)
        {
            return [];
        }

        var announced = response.Content.Headers.ContentLength;
        if (announced > MaxBodyLength)
        {
            throw Answers.TooLarge(operation, response, announced.Value);
        }

        using var stream = await response.Content.ReadAsStreamAsync().ConfigureAwait(false);
        var buffer = new byte[announced is { } length && length > 0 ? (int)length : 4096];
        var count = 0;
        while (true)
        {
            if (count == buffer.Length)
            {
                // A body as long as announced ends here; one more byte is asked for without growing first.
                var next = new byte[1];
                if (await stream.ReadAsync(next, 0, 1, cancellationToken).ConfigureAwait(false) == 0)
                {
                    return buffer;
                }

                if (count >= MaxBodyLength)
                {
                    throw Answers.TooLarge(operation, response, count);
                }

                Array.Resize(ref buffer, Math.Max(4096, buffer.Length * 2));
                buffer[count++] = next[0];
            }

            var read = await stream.ReadAsync(buffer, count, buffer.Length - count, cancellationToken).ConfigureAwait(false);
            if (read == 0)
            {
                Array.Resize(ref buffer, count);
                return buffer;
            }

            count += read;
        }
    }
}
