using System;
using System.Collections.Concurrent;
using System.Threading;
using System.Threading.Tasks;
using Authlete.ApiClient.Transport;
using Authlete.Configuration.Planning;

namespace Authlete.Configuration.Application;

/// <summary>Lifts the locks of clients that are to be changed, and sets them again: a lock is for emergencies.</summary>
internal sealed class ClientLocks
{
    private static readonly TimeSpan s_timeToLock = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<Task, bool> _lifted = new();

    /// <summary>Ends when all locks are set again, or can't be.</summary>
    public Task WhenLockedAgain => Task.WhenAll(_lifted.Keys);

    /// <summary>Unlocks a client that is locked, and locks it again if that is wanted, whatever happens in between.</summary>
    /// <param name="target">The client.</param>
    /// <param name="server">The server.</param>
    /// <param name="work">What to do in between.</param>
    /// <param name="cancellationToken">Ends the work, but no lock stays lifted.</param>
    /// <param name="isRemoval">Whether there is no client to lock after the work.</param>
    public async Task<TResult> LiftAsync<TResult>(
        PlannedTarget target,
        ConfigurationServer server,
        Func<Task<TResult>> work,
        CancellationToken cancellationToken,
        bool isRemoval = false
    )
    {
        if (target.Lock is not (LockChange.Unlock or LockChange.LiftFor))
        {
            return await work().ConfigureAwait(false);
        }

        var id = target.Live!.Id!.Value;
        var isLockWanted = target.Lock == LockChange.LiftFor;
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
