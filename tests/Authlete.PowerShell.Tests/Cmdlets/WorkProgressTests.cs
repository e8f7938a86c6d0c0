using System;
using System.Management.Automation;
using System.Reflection;
using Xunit;

namespace Authlete.PowerShell.Tests.Cmdlets;

/// <summary>When progress is shown, with the clock of the test.</summary>
public sealed class WorkProgressTests
{
    private static readonly Type s_type = ImportedModule.FindType("Authlete.PowerShell.Cmdlets.WorkProgress")!;

    private TimeSpan _elapsed = TimeSpan.FromSeconds(10);

    [Fact]
    public void Few_objects_show_no_progress_no_matter_how_long_they_take()
    {
        var progress = New();

        for (var count = 1; count <= 20; count++)
        {
            Assert.Null(Count(progress));
        }

        Assert.Null(End(progress));
    }

    [Fact]
    public void Many_objects_show_no_progress_in_the_first_two_seconds()
    {
        var progress = New();
        _elapsed = TimeSpan.FromSeconds(1.99);

        for (var count = 1; count <= 1000; count++)
        {
            Assert.Null(Count(progress));
        }

        Assert.Null(End(progress));
    }

    [Fact]
    public void A_CI_system_shows_no_progress()
    {
        var progress = New(isSilent: true);

        for (var count = 1; count <= 1000; count++)
        {
            Assert.Null(Count(progress));
        }

        Assert.Null(End(progress));
    }

    [Fact]
    public void Long_work_shows_progress_from_the_twenty_first_object_until_it_is_complete()
    {
        var progress = CountTo(21);

        var last = Count(progress);
        var end = End(progress);

        Assert.Null(last);
        Assert.Equal(("Set-AuthleteClient", ProgressRecordType.Completed), (end!.Activity, end.RecordType));
    }

    [Fact]
    public void Progress_is_updated_at_most_four_times_a_second()
    {
        var progress = CountTo(21);
        var shown = 0;

        for (var step = 0; step < 1000; step++)
        {
            _elapsed += TimeSpan.FromMilliseconds(1);
            shown += Count(progress) is null ? 0 : 1;
        }

        Assert.Equal(4, shown);
    }

    [Fact]
    public void Progress_shows_the_number_of_objects_and_their_rate()
    {
        var progress = CountTo(99);
        _elapsed = TimeSpan.FromSeconds(20);

        var record = Count(progress)!;

        Assert.Equal(ProgressRecordType.Processing, record.RecordType);
        Assert.Contains("100 objects", record.StatusDescription, StringComparison.Ordinal);
        Assert.Contains("5 per second", record.StatusDescription, StringComparison.Ordinal);
    }

    private object CountTo(int count)
    {
        var progress = New();
        for (var i = 1; i < count; i++)
        {
            Count(progress);
        }

        Assert.Equal(count == 21, Count(progress) is not null);
        return progress;
    }

    private object New(bool isSilent = false) =>
        Activator.CreateInstance(
            s_type,
            BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic,
            null,
            ["Set-AuthleteClient", (Func<TimeSpan>)(() => _elapsed), isSilent],
            null
        )!;

    private static ProgressRecord? Count(object progress) => (ProgressRecord?)s_type.GetMethod("Count")!.Invoke(progress, []);

    private static ProgressRecord? End(object progress) => (ProgressRecord?)s_type.GetMethod("End")!.Invoke(progress, []);
}
