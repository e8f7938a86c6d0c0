using System;
using System.Globalization;
using System.IO;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace Authlete.ApiClient.Transport;

/// <summary>Sends calls to one endpoint. Safe to share between threads.</summary>
public sealed class AuthleteApi
{
    private readonly HttpClientPool _pool;

    /// <param name="endpoint">Where the API is.</param>
    /// <param name="policy">How calls are made.</param>
    public AuthleteApi(ApiEndpoint endpoint, CallPolicy policy)
        : this(endpoint, policy, HttpClientPool.Shared) { }

    internal AuthleteApi(ApiEndpoint endpoint, CallPolicy policy, HttpClientPool pool)
    {
        Endpoint = endpoint ?? throw new ArgumentNullException(nameof(endpoint));
        Policy = policy ?? throw new ArgumentNullException(nameof(policy));
        _pool = pool;
    }

    /// <summary>Where the API is.</summary>
    public ApiEndpoint Endpoint { get; }

    /// <summary>How calls are made.</summary>
    public CallPolicy Policy { get; }

    /// <summary>Sends a call once.</summary>
    /// <param name="call">The call.</param>
    /// <param name="credential">The credential to authenticate with; null for none.</param>
    /// <param name="cancellationToken">Ends the call at once.</param>
    /// <exception cref="AuthleteApiException">The call failed.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<OperationResult> SendAsync(ApiCall call, ApiCredential? credential, CancellationToken cancellationToken)
    {
        if (call is null)
        {
            throw new ArgumentNullException(nameof(call));
        }

        var attempt = new HttpAttempt(_pool.Get(Endpoint), Endpoint.BaseUri, call, credential);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        ending.CancelAfter(Policy.Timeout);
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
                    "{0}: no whole answer from {1} within {2} s.",
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
