using System;

namespace Authlete.ApiClient.Transport;

/// <summary>
/// State that all calls of the process to one endpoint share: how long the server asked to wait, and the budget of retries.
/// Thread-safe.
/// </summary>
internal sealed class EndpointLoad
{
    // The retries that calls can make concurrently before responses have to earn more.
    private const double Capacity = 100;

    private const double EarnedByAnswer = 0.1;

    private readonly object _gate = new();
    private double _budget = Capacity;
    private int _retrying;
    private TimeSpan _heldUntil;

    /// <summary>Delays every call.</summary>
    /// <param name="until">The end of the delay on the monotonic clock.</param>
    public void HoldBack(TimeSpan until)
    {
        lock (_gate)
        {
            _heldUntil = until > _heldUntil ? until : _heldUntil;
        }
    }

    /// <summary>Returns the remaining delay.</summary>
    public TimeSpan GetRemainingHold(TimeSpan now)
    {
        lock (_gate)
        {
            return _heldUntil > now ? _heldUntil - now : TimeSpan.Zero;
        }
    }

    /// <summary>Registers a call before its first retry.</summary>
    public void BeginRetrying()
    {
        lock (_gate)
        {
            _retrying++;
        }
    }

    /// <summary>Removes a call when it ends.</summary>
    public void EndRetrying()
    {
        lock (_gate)
        {
            _retrying--;
        }
    }

    /// <summary>Takes one retry from the budget. A call needs none if no other call is retrying.</summary>
    public bool TryTakeAttempt()
    {
        lock (_gate)
        {
            if (_retrying <= 1)
            {
                return true;
            }

            if (_budget < 1)
            {
                return false;
            }

            _budget--;
            return true;
        }
    }

    /// <summary>Adds to the budget when the server responds.</summary>
    public void Earn(bool wasRetried)
    {
        lock (_gate)
        {
            _budget = Math.Min(Capacity, _budget + (wasRetried ? 1 : EarnedByAnswer));
        }
    }
}
