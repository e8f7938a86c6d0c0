using System;
using System.Collections.Concurrent;
using System.Globalization;
using System.IO;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Authlete.ApiClient.Api;

namespace Authlete.ApiClient.Transport;

/// <summary>Sends calls to one endpoint. Safe to share between threads.</summary>
internal sealed class AuthleteApi
{
    private readonly HttpClientPool _pool;
    private readonly EndpointLoads _loads;
    private readonly CallTime _time;
    private readonly string _address;

    // The addresses of operations whose path and query never change.
    private readonly ConcurrentDictionary<Operation, Uri> _addresses = new();

    /// <param name="endpoint">The base URI of the API, and how to connect to it.</param>
    /// <param name="policy">The timeout and the retries.</param>
    public AuthleteApi(ApiEndpoint endpoint, CallPolicy policy)
        : this(endpoint, policy, HttpClientPool.Shared, EndpointLoads.Shared, CallTime.System) { }

    internal AuthleteApi(ApiEndpoint endpoint, CallPolicy policy, HttpClientPool pool, EndpointLoads? loads = null, CallTime? time = null)
    {
        Endpoint = endpoint ?? throw new ArgumentNullException(nameof(endpoint));
        Policy = policy ?? throw new ArgumentNullException(nameof(policy));
        _address = endpoint.BaseUri.AbsoluteUri.TrimEnd('/');
        _pool = pool;
        _loads = loads ?? new EndpointLoads();
        _time = time ?? CallTime.System;
    }

    /// <summary>The base URI of the API, and how to connect to it.</summary>
    public ApiEndpoint Endpoint { get; }

    /// <summary>The timeout and the retries.</summary>
    public CallPolicy Policy { get; }

    /// <summary>Sends a call, and retries it if the failure and the policy allow that.</summary>
    /// <param name="call">The call.</param>
    /// <param name="credential">The credential to authenticate with; null for none.</param>
    /// <param name="cancellationToken">Ends the call at once.</param>
    /// <param name="onRetry">Called before each retry, with the failure and the wait.</param>
    /// <exception cref="AuthleteApiException">The call failed.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<OperationResult> SendAsync(
        ApiCall call,
        ApiCredential? credential,
        CancellationToken cancellationToken,
        Action<AuthleteApiException, TimeSpan>? onRetry = null
    )
    {
        if (call is null)
        {
            throw new ArgumentNullException(nameof(call));
        }

        var load = _loads.Of(_address, credential?.Key);
        RetryState? retries = null;
        try
        {
            while (true)
            {
                if (Policy.MaximumRetryCount > 0)
                {
                    await WaitWhileHeldAsync(load, cancellationToken).ConfigureAwait(false);
                }

                AuthleteApiException failure;
                try
                {
                    if (
                        retries is { MayHaveArrived: true }
                        && call.CheckBeforeRepeat is { } check
                        && await SendOnceAsync(check.Read, credential, cancellationToken).ConfigureAwait(false) is var read
                        && check.FindDone(read.Body) is { } done
                    )
                    {
                        return new OperationResult(done, read.StatusCode, read.Elapsed) { Attempts = retries.Attempts };
                    }

                    var answer = await SendOnceAsync(call, credential, cancellationToken).ConfigureAwait(false);
                    load.Earn(wasRetried: retries is not null);
                    return retries is null
                        ? answer
                        : answer with
                        {
                            Attempts = retries.Attempts + 1,
                            FollowsLostAttempt = retries.MayHaveArrived,
                        };
                }
                catch (AuthleteApiException e)
                {
                    failure = e;
                }

                retries ??= new RetryState(load, _time);
                if (retries.FindWait(failure, call, Policy) is not { } wait)
                {
                    throw failure;
                }

                onRetry?.Invoke(failure, wait);
                await _time.DelayAsync(wait, cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            retries?.Dispose();
        }
    }

    private Uri FindAddress(ApiCall call) =>
        call.HasFixedAddress
            ? _addresses.TryGetValue(call.Operation, out var known)
                ? known
                : _addresses.GetOrAdd(call.Operation, call.ToUri(Endpoint.BaseUri))
            : call.ToUri(Endpoint.BaseUri);

    /// <summary>Waits until the pause that the server asked for is over. Other calls can extend the pause repeatedly, so the wait is limited.</summary>
    private async Task WaitWhileHeldAsync(EndpointLoad load, CancellationToken cancellationToken)
    {
        var latest = _time.Elapsed + RetryRules.MaxWait;
        while (load.GetRemainingHold(_time.Elapsed) is { Ticks: > 0 } hold && latest - _time.Elapsed is { Ticks: > 0 } rest)
        {
            await _time.DelayAsync(hold < rest ? hold : rest, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<OperationResult> SendOnceAsync(ApiCall call, ApiCredential? credential, CancellationToken cancellationToken)
    {
        var attempt = new HttpAttempt(_pool.Get(Endpoint), FindAddress(call), call, credential);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _time.CancelAfter(ending, Policy.Timeout);
        try
        {
            return await attempt.SendAsync(ending.Token).ConfigureAwait(false);
        }
        catch (AuthleteApiException e)
        {
            e.Elapsed = attempt.Elapsed;
            throw;
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        catch (Exception) when (ending.IsCancellationRequested)
        {
            throw new AuthleteApiException(
                ApiErrorKind.Timeout,
                call.Operation,
                string.Format(
                    CultureInfo.InvariantCulture,
                    "{0}: no complete response from {1} within {2} s.",
                    call.Operation,
                    Endpoint.BaseUri.Host,
                    Policy.Timeout.TotalSeconds
                )
            )
            {
                Elapsed = attempt.Elapsed,
                Reach = attempt.Reach,
            };
        }
        catch (Exception e) when (e is HttpRequestException or IOException or InvalidDataException or ObjectDisposedException)
        {
            throw ConnectionErrors.Explain(e, call.Operation, Endpoint, attempt);
        }
    }
}
