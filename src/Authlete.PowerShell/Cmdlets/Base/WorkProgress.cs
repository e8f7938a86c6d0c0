using System;
using System.Diagnostics;
using System.Globalization;
using System.Management.Automation;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>The progress of work that takes longer than a few objects and seconds. CI systems show none.</summary>
/// <param name="activity">The activity.</param>
/// <param name="elapsed">The time since the work began.</param>
/// <param name="isSilent">Whether to show no progress.</param>
internal sealed class WorkProgress(string activity, Func<TimeSpan> elapsed, bool isSilent)
{
    private const int MinCount = 20;
    private static readonly TimeSpan s_minTime = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan s_interval = TimeSpan.FromMilliseconds(250);

    private long _count;
    private TimeSpan? _shown;

    public WorkProgress(string activity)
        : this(activity, NewClock(), !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI"))) { }

    /// <summary>Counts an object. Returns the progress if it is time to show it.</summary>
    public ProgressRecord? Count()
    {
        _count++;
        if (isSilent || _count <= MinCount || elapsed() is var now && (now < s_minTime || now - _shown < s_interval))
        {
            return null;
        }

        _shown = now;
        return new ProgressRecord(
            0,
            activity,
            string.Format(CultureInfo.CurrentCulture, "{0:N0} objects, {1:N0} per second", _count, _count / Math.Max(now.TotalSeconds, 1))
        );
    }

    /// <summary>The record that ends the progress, if any was shown.</summary>
    public ProgressRecord? End() =>
        _shown is null ? null : new ProgressRecord(0, activity, "Done") { RecordType = ProgressRecordType.Completed };

    private static Func<TimeSpan> NewClock()
    {
        var watch = Stopwatch.StartNew();
        return () => watch.Elapsed;
    }
}
