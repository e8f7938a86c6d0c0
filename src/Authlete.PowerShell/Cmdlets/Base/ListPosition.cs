using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Authlete.ApiClient.Transport;
using Authlete.PowerShell.Errors;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>
/// The position in a list that can change while it is read. If objects are removed, the rest moves up and would be missed.
/// So the next page begins with objects that were already read. If it doesn't contain them, the list is read again from further up.
/// </summary>
internal sealed class ListPosition
{
    // So many pages in a row without a new object mean that the server repeats itself, or that the list changes faster than it can be read.
    private const int MaxFruitless = 30;

    // Lists can grow while they are read, but not by this much.
    private const int SpareRequests = 100;
    private const int RequestsPerPage = 4;

    private readonly long _skip;
    private readonly RecentKeys _seen;
    private long _covered;
    private long _overlap;
    private long _read;
    private int? _total;
    private long _remainingRequests = -1;
    private int _fruitless;

    /// <param name="skip">The first position to return.</param>
    /// <param name="pageSize">The maximum number of objects on a page.</param>
    public ListPosition(long skip, int pageSize)
    {
        _skip = skip;
        _covered = skip;
        _seen = new RecentKeys(pageSize);
        Start = skip;
    }

    /// <summary>The position at which the next page begins.</summary>
    public long Start { get; private set; }

    /// <summary>The position at which a page with this number of new objects ends.</summary>
    public long EndFor(long count) => Math.Min(_covered + count, int.MaxValue);

    /// <summary>The call for the next page. The page is released when its objects have been read.</summary>
    /// <param name="call">The call of the list.</param>
    /// <param name="count">The number of new objects to request.</param>
    /// <param name="target">The subject of the list, for errors.</param>
    public PreparedCall NewPageCall(ApiCall call, long count, string? target)
    {
        call.WithQuery("start", Start.ToString(CultureInfo.InvariantCulture))
            .WithQuery("end", EndFor(count).ToString(CultureInfo.InvariantCulture))
            .IsReleased = true;
        return new PreparedCall(call) { Target = target, IsList = true };
    }

    /// <summary>Whether the list has been read to its end.</summary>
    public bool IsAtEnd { get; private set; }

    /// <summary>Processes the page that begins at <see cref="Start"/>.</summary>
    /// <param name="keys">The keys of the objects on the page.</param>
    /// <param name="total">The total number of objects.</param>
    /// <param name="requested">The number of objects that were requested.</param>
    /// <returns>Whether each object on the page is new.</returns>
    /// <exception cref="SetupException">The list has no end or can't be read to its end, or one object appears in place of another.</exception>
    public bool[] Accept(IReadOnlyList<string?> keys, int? total, long requested)
    {
        var known = keys.Where(static key => key is not null).ToList();
        if (known.Distinct().Count() < known.Count)
        {
            throw SetupErrors.ListNotReadable(_read, total);
        }

        var removed = Math.Max(0, (long)((_total - total) ?? 0));
        var hasGap = Start > _skip && (_overlap == 0 ? removed > 0 : keys.Count == 0 || !_seen.Contains(keys[0]));
        _total = total;
        var isNew = new bool[keys.Count];
        var fresh = 0;
        if (hasGap)
        {
            // Unknown objects may have moved up in front of this page, so it isn't used: the objects that were read must have no gap.
            _overlap = Math.Min(Math.Max(_overlap * 2, removed + 1), Math.Max(1, _seen.Count));
            _covered = Start;
        }
        else
        {
            for (var i = 0; i < keys.Count; i++)
            {
                isNew[i] = _seen.Add(keys[i]);
                fresh += isNew[i] ? 1 : 0;
            }

            var end = Start + keys.Count;
            _read += fresh;
            _overlap = Math.Min(removed > 0 ? Math.Max(_overlap, removed * 2) : _overlap / 2, Math.Max(1, keys.Count / 2));
            _covered = end;
            // More objects than the total count mean that the server contradicts itself, and not that the list ends.
            IsAtEnd = keys.Count == 0 || end == total || ((total is null || end > total) && keys.Count < requested);
        }

        CountRequest(keys.Count, total);
        CheckProgress(fresh, total, isCutShort: IsAtEnd && keys.Count == 0 && Start < total);
        Start = Math.Max(_skip, _covered - _overlap);
        return isNew;
    }

    private void CheckProgress(int fresh, int? total, bool isCutShort)
    {
        _fruitless = fresh == 0 ? _fruitless + 1 : 0;
        var repeats = IsAtEnd && fresh == 0 && _read > 0 && _covered > _skip + _read && _skip + _read < total;
        if (isCutShort || repeats || (!IsAtEnd && (_fruitless > MaxFruitless || _remainingRequests == 0)))
        {
            throw SetupErrors.ListNotReadable(_read, total);
        }
    }

    private void CountRequest(int count, int? total)
    {
        _remainingRequests =
            _remainingRequests > 0 ? _remainingRequests - 1
            : _remainingRequests < 0 ? SpareRequests + (RequestsPerPage * (long)(total ?? 0) / Math.Max(1, count))
            : 0;
    }
}
