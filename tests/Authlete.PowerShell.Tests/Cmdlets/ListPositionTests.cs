using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CsCheck;
using Xunit;

namespace Authlete.PowerShell.Tests.Cmdlets;

/// <summary>Lists that change while they are read.</summary>
public sealed class ListPositionTests
{
    // An even number removes an object, an odd one adds one. The rest of the number determines the position.
    private static readonly Gen<int[]> s_changes = Gen.Int[0, 2_000].Array[0, 6];

    private static readonly Gen<(int Count, int PageSize, int[][] Changes)> s_cases = Gen.Select(
        Gen.Int[0, 120],
        Gen.Int[1, 20],
        s_changes.Array[0, 40]
    );

    [Fact]
    public void Objects_that_stay_are_written_once_if_the_total_shows_all_changes()
    {
        var completed = 0;

        s_cases.Sample(
            test =>
            {
                var server = new ChangingList(test.Count, test.Changes);

                var reading = ListReading.Run(test.PageSize, server.Page);

                Assert.Equal(reading.Written.Distinct(), reading.Written);
                Assert.InRange(reading.Requests, 1, Bound(server));
                if (reading.Error is null)
                {
                    completed++;
                    Assert.Empty(server.Staying.Except(reading.Written));
                }
            },
            iter: 5_000,
            threads: 1
        );

        Assert.True(completed > 4_500, completed + " lists were read to their end.");
    }

    [Fact]
    public void A_page_that_holds_one_object_twice_lacks_another_and_ends_the_list()
    {
        var reading = ListReading.Run(3, (start, _) => new ListPage(start == 0 ? ["1", "2", "3"] : ["4", "4", "6"], 9));

        Assert.NotNull(reading.Error);
        Assert.Equal(2, reading.Requests);
        Assert.Equal(["1", "2", "3"], reading.Written);
    }

    [Theory]
    [InlineData(2_000, 100, 20)]
    [InlineData(2_000, 100, 60)]
    [InlineData(500, 10, 5)]
    [InlineData(50, 1, 0)]
    public void A_list_that_loses_objects_at_every_request_is_read_to_its_end(int count, int pageSize, int removed)
    {
        var random = new Random(4711);
        var changes = Enumerable
            .Range(0, 1_000)
            .Select(_ => Enumerable.Range(0, removed).Select(_ => 2 * random.Next(10_000)).ToArray())
            .ToArray();
        var server = new ChangingList(count, changes);

        var reading = ListReading.Run(pageSize, server.Page);

        Assert.Null(reading.Error);
        Assert.Empty(server.Staying.Except(reading.Written));
        Assert.Equal(reading.Written.Distinct(), reading.Written);
        Assert.InRange(reading.Requests, 1, Bound(server));
    }

    [Theory]
    [InlineData(0, 10, 0, 1)]
    [InlineData(10, 10, 0, 1)]
    [InlineData(25, 10, 0, 3)]
    [InlineData(25, 10, 20, 1)]
    [InlineData(25, 10, 30, 1)]
    public void An_unchanging_list_is_read_without_extra_requests(int count, int pageSize, int skip, int requests)
    {
        var server = new ChangingList(count, []);

        var reading = ListReading.Run(pageSize, server.Page, skip);

        Assert.Null(reading.Error);
        Assert.Equal(requests, reading.Requests);
        Assert.Equal(server.Staying.Skip(skip), reading.Written);
    }

    [Fact]
    public void A_changing_total_is_read_a_limited_number_of_times()
    {
        for (var count = 1; count < 60; count++)
        {
            var request = 0;
            var server = new ChangingList(count, []);

            var reading = ListReading.Run(5, (start, end) => server.Page(start, end) with { Total = count + (request++ % 2 * 7) });

            Assert.InRange(reading.Requests, 1, Bound(server));
            Assert.Equal(reading.Written.Distinct(), reading.Written);
        }
    }

    [Theory]
    [InlineData(50)]
    [InlineData(2_000_000_000)]
    [InlineData(null)]
    public void A_server_that_returns_the_same_page_forever_is_an_error(int? total)
    {
        var reading = ListReading.Run(2, (_, _) => new ListPage(["1", "2"], total));

        Assert.NotNull(reading.Error);
        Assert.InRange(reading.Requests, 2, 50);
        Assert.Equal(["1", "2"], reading.Written);
    }

    [Fact]
    public void A_list_that_grows_for_ever_is_an_error()
    {
        var reading = ListReading.Run(10, (start, end) => new ListPage(Keys(start, end), (int)end + 10));

        Assert.NotNull(reading.Error);
        Assert.InRange(reading.Requests, 2, 200);
        Assert.Equal(reading.Written.Distinct(), reading.Written);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(9, true)]
    public void An_empty_page_is_an_error_only_if_there_is_more(int total, bool fails)
    {
        var reading = ListReading.Run(10, (_, _) => new ListPage([], total));

        Assert.Equal(fails, reading.Error is not null);
        Assert.Equal(1, reading.Requests);
    }

    [Fact]
    public void Without_a_total_a_short_page_is_the_last()
    {
        var reading = ListReading.Run(10, (start, end) => new ListPage(Keys(start, Math.Min(end, 25)), null));

        Assert.Null(reading.Error);
        Assert.Equal(3, reading.Requests);
        Assert.Equal(25, reading.Written.Count);
    }

    private static string[] Keys(long start, long end) =>
        [.. Enumerable.Range((int)start, (int)Math.Max(0, end - start)).Select(number => number.ToString(CultureInfo.InvariantCulture))];

    private static int Bound(ChangingList server) => 101 + (4 * server.FirstTotal / Math.Max(1, server.FirstCount));

    /// <summary>A server whose list changes before each request but the first: either more objects are removed than added, or none is removed.</summary>
    private sealed class ChangingList(int count, int[][] changes)
    {
        private readonly List<string> _keys = [.. Keys(0, count)];
        private readonly HashSet<string> _first = [.. Keys(0, count)];
        private int _added = count;
        private int _requests;

        public int FirstTotal { get; private set; }

        public int FirstCount { get; private set; }

        /// <summary>The objects that were never removed.</summary>
        public IEnumerable<string> Staying => _keys.Where(_first.Contains);

        public ListPage Page(long start, long end)
        {
            if (_requests > 0 && _requests <= changes.Length)
            {
                Change(changes[_requests - 1]);
            }

            var page = _keys.Skip((int)start).Take((int)(end - start)).ToList();
            if (_requests++ == 0)
            {
                (FirstTotal, FirstCount) = (_keys.Count, page.Count);
            }

            return new ListPage(page, _keys.Count);
        }

        private void Change(int[] steps)
        {
            var removed = 0;
            foreach (var step in steps.Where(step => step % 2 == 0 && _keys.Count > 0))
            {
                _keys.RemoveAt(step / 2 % _keys.Count);
                removed++;
            }

            foreach (var step in steps.Where(step => step % 2 == 1).Take(removed == 0 ? steps.Length : removed - 1))
            {
                _keys.Insert(step / 2 % (_keys.Count + 1), (_added++).ToString(CultureInfo.InvariantCulture));
            }
        }
    }
}
