using System;
using System.Collections.Concurrent;
using System.Threading;
using System.Threading.Tasks;
using Authlete.ApiClient.Transport;
using Authlete.Configuration.Planning;

namespace Authlete.Configuration.Application;

/// <summary>Unlocks locked clients to change them, and locks them again afterwards. A lock is an emergency measure that must not get lost.</summary>
internal sealed class ClientLocks
{
    private static readonly TimeSpan s_timeToLock = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<Task, bool> _lifted = new();

    /// <summary>Completes when all clients are locked again, or the attempts to do so failed.</summary>
    public Task WhenLockedAgain => Task.WhenAll(_lifted.Keys);

    /// <summary>Unlocks a locked client, runs work, and locks the client again if wanted, even if the work fails.</summary>
    /// <param name="target">The client.</param>
    /// <param name="server">The server.</param>
    /// <param name="work">The work to do while the client is unlocked.</param>
    /// <param name="cancellationToken">Cancels the work. Clients are still locked again.</param>
    /// <param name="isRemoval">Whether the work removes the client, so that there is nothing to lock afterwards.</param>
    public async Task<TResult> UnlockForAsync<TResult>(
        PlannedTarget target,
        ConfigurationServer server,
        Func<Task<TResult>> work,
        CancellationToken cancellationToken,
        bool isRemoval = false
    )
    {
        if (target.Lock is not (LockChange.Unlock or LockChange.UnlockTemporarily))
        {
            return await work().ConfigureAwait(false);
        }

        var id = target.Live!.Id!.Value;
        var isLockWanted = target.Lock == LockChange.UnlockTemporarily;
        var locked = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        _lifted[locked.Task] = true;
        try
        {
            await server.SetLockAsync(id, isLocked: false, cancellationToken).ConfigureAwait(false);
            var result = await work().ConfigureAwait(false);
            isLockWanted &= !isRemoval;
            return result;
        }
        finally
        {
            try
            {
                if (isLockWanted)
                {
                    using var ownTime = new CancellationTokenSource(s_timeToLock);
                    await LockAgainAsync(server, id, ownTime.Token).ConfigureAwait(false);
                }
            }
            finally
            {
                locked.SetResult(true);
                _lifted.TryRemove(locked.Task, out _);
            }
        }
    }

    private static async Task LockAgainAsync(ConfigurationServer server, long id, CancellationToken cancellationToken)
    {
        try
        {
            await server.SetLockAsync(id, isLocked: true, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is AuthleteApiException or OperationCanceledException)
        {
            throw new ConfigurationException(
                ConfigurationProblem.NotLockedAgain,
                $"Client {id} was unlocked for the change, and may still be unlocked, because locking it again failed. {e.Message} Run Lock-AuthleteClient {id}."
            );
        }
    }
}
