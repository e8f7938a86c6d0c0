using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using Authlete.ApiClient.Json;
using Authlete.PowerShell.Binding;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>
/// A cmdlet that lists objects that the API returns in pages. No object is written twice. If objects are removed in the meantime, no other
/// object is missed if the total count goes down. As many additions as removals between two pages hide that, and so do removals
/// before -Skip. The number of requests is limited. If a list can't be read to its end, the command ends with an error.
/// </summary>
/// <typeparam name="TPage">The response that contains a page.</typeparam>
/// <typeparam name="TItem">The type of the items.</typeparam>
public abstract class PagedCmdlet<TPage, TItem> : ConnectedCmdlet
    where TPage : JsonView
    where TItem : JsonView
{
    /// <summary>The number of objects to request with each call. The server can return fewer.</summary>
    [Parameter]
    [Number]
    [ValidateRange(1, 10000)]
    public int PageSize { get; set; } = 100;

    /// <summary>Whether the API returns pages. If not, -First and -Skip apply to its single response.</summary>
    private protected virtual bool IsPaged => true;

    private protected abstract TItem[]? ItemsOf(TPage page);

    private protected abstract int? TotalCountOf(TPage page);

    private protected abstract string? KeyOf(TItem item);

    private protected virtual void WriteItem(TItem item) => WriteView(item);

    /// <summary>Lists and writes items. With other records in flight, only the first page is requested ahead.</summary>
    /// <param name="list">The list.</param>
    /// <param name="finished">Receives the number of items that were written, if the list was read.</param>
    private protected void List(PreparedList<TItem> list, Action<int>? finished = null)
    {
        if (PagingParameters.First == 0 && !PagingParameters.IncludeTotalCount)
        {
            finished?.Invoke(0);
            return;
        }

        var reading = new ListReading(list, PagingParameters, PageSize);
        Submit(
            new QueuedCall(
                token =>
                    Runner.RunAsync(
                        IsPaged ? reading.NewPageCall() : new PreparedCall(list.NewCall()) { Target = list.Target, IsList = true },
                        token
                    ),
                outcome =>
                {
                    if (Conclude(outcome, out _) is TPage page)
                    {
                        var written = IsPaged ? WritePages(reading, page) : WriteAtOnce(page);
                        finished?.Invoke(written);
                    }
                }
            )
        );
    }

    /// <summary>Writes a page and the following pages.</summary>
    /// <returns>The number of items that were written.</returns>
    private int WritePages(ListReading reading, TPage page)
    {
        while (true)
        {
            var total = TotalCountOf(page);
            if (reading.TakeCountRequest())
            {
                WriteObject(
                    PagingParameters.NewTotalCount((ulong)Math.Max(total ?? 0, 0), total is null || reading.IsFiltered ? 0.0 : 1.0)
                );
            }

            var items = ItemsOf(page) ?? [];
            page.Release();
            var selected = RunOrTerminate(() => reading.Select(items, Array.ConvertAll(items, KeyOf), total));

            // It is requested while this page is written.
            var ahead = reading.IsAtEnd ? null : BeginPage(reading);
            var isWritten = false;
            try
            {
                selected.ForEach(WriteItem);
                isWritten = true;
            }
            finally
            {
                if (!isWritten)
                {
                    // The pipeline ends, so the next page isn't needed.
                    ahead?.Dispose();
                }
            }

            if (ahead is null || TakePage(ahead) is not { } next)
            {
                return reading.Selected;
            }

            page = next;
        }
    }

    private int WriteAtOnce(TPage page)
    {
        var items = ItemsOf(page) ?? [];
        if (PagingParameters.IncludeTotalCount)
        {
            WriteObject(PagingParameters.NewTotalCount((ulong)items.Length, 1.0));
        }

        var selected = items
            .Skip((int)Math.Min(PagingParameters.Skip, int.MaxValue))
            .Take((int)Math.Min(PagingParameters.First, int.MaxValue))
            .ToList();
        selected.ForEach(WriteItem);
        return selected.Count;
    }

    private CallAhead BeginPage(ListReading reading)
    {
        var cancellation = CancellationTokenSource.CreateLinkedTokenSource(StopToken);
        return new CallAhead(Runner.RunAsync(reading.NewPageCall(), cancellation.Token), cancellation);
    }

    /// <summary>Waits for a page. Null if the call failed and its error was written.</summary>
    private TPage? TakePage(CallAhead page)
    {
        using (page)
        {
            return Conclude(WaitFor(page.Outcome), out _) as TPage;
        }
    }

    /// <summary>The state of a list that is being read.</summary>
    private sealed class ListReading
    {
        private readonly ListPosition _position;
        private readonly int _pageSize;
        private long _toSkip;
        private long _wanted;
        private bool _isCountWanted;

        public ListReading(PreparedList<TItem> list, PagingParameters paging, int pageSize)
        {
            List = list;
            _pageSize = pageSize;
            var skip = (long)Math.Min(paging.Skip, int.MaxValue);
            _toSkip = list.IsWanted is null ? 0 : skip;
            _position = new ListPosition(skip - _toSkip, pageSize);
            _wanted = (long)Math.Min(paging.First, list.IsSought is null ? long.MaxValue : 1UL);
            _isCountWanted = paging.IncludeTotalCount;
        }

        public PreparedList<TItem> List { get; }

        /// <summary>Whether the cmdlet filters the items. Then their positions and their number aren't known in advance.</summary>
        public bool IsFiltered => List.IsSought is not null || List.IsWanted is not null;

        private long PageLength => IsFiltered ? _pageSize : Math.Min(Math.Max(_wanted, 1), _pageSize);

        public bool IsAtEnd => _wanted == 0 || _position.IsAtEnd || _position.Start >= int.MaxValue;

        public PreparedCall NewPageCall() => _position.NewPageCall(List.NewCall(), PageLength, List.Target);

        /// <summary>The number of items that were selected so far.</summary>
        public int Selected { get; private set; }

        /// <summary>Whether to write the total count. True only once.</summary>
        public bool TakeCountRequest()
        {
            var isWanted = _isCountWanted;
            _isCountWanted = false;
            return isWanted;
        }

        /// <summary>The new items of a page that match.</summary>
        public List<TItem> Select(TItem[] items, string?[] keys, int? total)
        {
            var isNew = _position.Accept(keys, total, _position.EndFor(PageLength) - _position.Start);
            var selected = items
                .Where((item, index) => isNew[index] && (List.IsSought?.Invoke(item) ?? true) && (List.IsWanted?.Invoke(item) ?? true))
                .Where(_ => _toSkip == 0 || _toSkip-- <= 0)
                .Take((int)Math.Min(_wanted, int.MaxValue))
                .ToList();
            _wanted -= selected.Count;
            Selected += selected.Count;
            return selected;
        }
    }
}
