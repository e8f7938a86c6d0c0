using System;

namespace Authlete.ApiClient.Transport;

/// <summary>
/// What all calls of the process to one endpoint share: how long the server wants to be left alone,
/// and how many more attempts they may add together. Safe to share between threads.
/// </summary>
internal sealed class EndpointLoad
{
    // Attempts that calls can add beside each other before answers have to earn more.
    private const double Capacity = 100;

    private const double EarnedByAnswer = 0.1;

    private readonly object _gate = new();
    private double _budget = Capacity;
    private int _retrying;
    private TimeSpan _heldUntil;

    /// <summary>Holds back every call.</summary>
    /// <param name="until">Until when, by the clock that only goes forward.</param>
    public void HoldBack(TimeSpan until)
    {
        lock (_gate)
        {
            _heldUntil = until > _heldUntil ? until : _heldUntil;
        }
    }

    /// <summary>How long calls are still held back.</summary>
    public TimeSpan GetRemainingHold(TimeSpan now)
    {
        lock (_gate)
        {
            return _heldUntil > now ? _heldUntil - now : TimeSpan.Zero;
        }
    }

    /// <summary>A call has failed and is about to be tried again, for the first time.</summary>
    public void BeginRetrying()
    {
        lock (_gate)
        {
            _retrying++;
        }
    }

    /// <summary>The call has ended, whichever way.</summary>
    public void EndRetrying()
    {
        lock (_gate)
        {
            _retrying--;
        }
    }

    /// <summary>Takes another attempt from the budget. A call that is the only one being tried again needs none.</summary>
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

    /// <summary>The server has answered.</summary>
    public void Earn(bool wasRetried)
    {
        lock (_gate)
        {
            _budget = Math.Min(Capacity, _budget + (wasRetried ? 1 : EarnedByAnswer));
        }
    }
}
