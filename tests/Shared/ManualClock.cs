using System;

namespace Authlete.Tests.Shared;

/// <summary>A clock that moves only when a test moves it.</summary>
internal sealed class ManualClock : TimeProvider
{
    private DateTimeOffset _now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => _now;

    public void Advance() => Advance(TimeSpan.FromMinutes(1));

    public void Advance(TimeSpan time) => _now += time;
}
