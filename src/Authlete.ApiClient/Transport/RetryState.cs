using System;

namespace Authlete.ApiClient.Transport;

/// <summary>The attempts of a call that has failed at least once.</summary>
internal sealed class RetryState : IDisposable
{
    private readonly EndpointLoad _load;
    private readonly CallTime _time;
    private TimeSpan _waited;

    public RetryState(EndpointLoad load, CallTime time)
    {
        _load = load;
        _time = time;
        load.BeginRetrying();
    }

    /// <summary>The number of attempts.</summary>
    public int Attempts { get; private set; }

    /// <summary>Whether one of the attempts may have reached the server.</summary>
    public bool MayHaveArrived { get; private set; }

    /// <summary>Records a failure.</summary>
    /// <returns>The delay before the next attempt; null if the call fails. The failure then describes the attempts.</returns>
    public TimeSpan? FindWait(AuthleteApiException failure, ApiCall call, CallPolicy policy)
    {
        Attempts++;
        failure.Attempts = Attempts;
        failure.Waited = _waited;
        failure.FollowsLostAttempt = MayHaveArrived;
        var retryAfter = RetryRules.ParseRetryAfter(failure.RetryAfter, _time.UtcNow);
        var wait = retryAfter ?? RetryRules.Backoff(policy.RetryInterval, Attempts, _time.NextDouble());
        if (RetryRules.IsHoldingBack(failure) && wait <= RetryRules.MaxWait)
        {
            _load.HoldBack(_time.Elapsed + wait);
        }

        if (policy.MaximumRetryCount == 0 || !RetryRules.MayRepeat(failure, call))
        {
            return null;
        }

        if (wait > RetryRules.MaxWait)
        {
            return GiveUp(
                failure,
                $"The server asks to wait {RetryRules.ToText(wait)}, which is more than the limit of {RetryRules.ToText(RetryRules.MaxWait)}."
            );
        }

        if (Attempts > policy.MaximumRetryCount)
        {
            return null;
        }

        if (!_load.TryTakeAttempt())
        {
            return GiveUp(failure, "It isn't retried, because too many calls to this server are already being retried.");
        }

        MayHaveArrived |= failure.OutcomeUnknown;
        _waited += wait;
        return wait;
    }

    public void Dispose() => _load.EndRetrying();

    private static TimeSpan? GiveUp(AuthleteApiException failure, string reason)
    {
        failure.Explain(failure.Message + " " + reason);
        return null;
    }
}
