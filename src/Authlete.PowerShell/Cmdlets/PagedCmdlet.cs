using System;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using Authlete.ApiClient.Json;
using Authlete.ApiClient.Transport;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>A cmdlet that lists what the API gives in pages. An object that slides onto the next page meanwhile is not written twice, and none is left out when others are removed (with -Skip, when no more go from before it than were read).</summary>
/// <typeparam name="TPage">The answer that holds a page.</typeparam>
/// <typeparam name="TItem">What is listed.</typeparam>
public abstract class PagedCmdlet<TPage, TItem> : ConnectedCmdlet
    where TPage : JsonView
    where TItem : JsonView
{
    /// <summary>How many objects one call fetches; the server may allow fewer.</summary>
    [Parameter]
    [ValidateRange(1, 10000)]
    public int PageSize { get; set; } = 100;

    /// <summary>Whether the API gives pages; if not, the one answer is cut here.</summary>
    private protected virtual bool IsPaged => true;

    private protected abstract ApiCall NewListCall();

    /// <summary>An identifier of what the list is of, for errors; null names the operation.</summary>
    private protected virtual string? Target => null;

    private protected abstract TItem[]? ItemsOf(TPage page);

    private protected abstract int? TotalCountOf(TPage page);

    private protected abstract string? KeyOf(TItem item);

    /// <summary>Whether the item is wanted; where one is looked for, the list ends with it.</summary>
    private protected virtual bool Selects(TItem item) => true;

    private protected virtual bool LooksForOne => false;

    private protected virtual void WriteItem(TItem item) => WriteView(item);

    /// <summary>Lists; false if a call failed, which is an error by then.</summary>
    private protected bool List()
    {
        if (!IsPaged)
        {
            return ListAtOnce();
        }

        var skip = (long)Math.Min(PagingParameters.Skip, int.MaxValue);
        var start = skip;
        var wanted = LooksForOne ? Math.Min(1, (long)Math.Min(PagingParameters.First, long.MaxValue)) : (long)Math.Min(PagingParameters.First, long.MaxValue);
        var countAsked = PagingParameters.IncludeTotalCount.IsPresent;
        var seen = new RecentKeys(PageSize);
        int? previousTotal = null;
        CallAhead? ahead = null;
        while ((wanted > 0 || countAsked) && start < int.MaxValue)
        {
            var size = LooksForOne ? PageSize : Math.Min(Math.Max(wanted, 1), PageSize);
            if (TakePage(ahead ?? BeginPage(start, size)) is not { } page)
            {
                return false;
            }

            ahead = null;
            var total = TotalCountOf(page);
            if (previousTotal - total is > 0 and var removed)
            {
                // What was read is being deleted, by this very pipeline perhaps: the rest has moved up.
                start = Math.Max(skip, start - Math.Min(removed, seen.Count));
                previousTotal = total;
                continue;
            }

            previousTotal = total;
            if (countAsked)
            {
                WriteObject(PagingParameters.NewTotalCount((ulong)Math.Max(total ?? 0, 0), total is null ? 0.0 : 1.0));
                countAsked = false;
            }

            var items = ItemsOf(page) ?? [];
            var fresh = items.Where(item => seen.Add(KeyOf(item))).ToList();
            var selected = fresh.Where(Selects).Take((int)Math.Min(wanted, int.MaxValue)).ToList();
            wanted -= selected.Count;
            start += items.Length;
            if (items.Length == 0 || start >= total || (total is null && (items.Length < size || fresh.Count == 0)))
            {
                wanted = 0;
            }
            else if (wanted > 0)
            {
                // Under way while this page is written.
                ahead = BeginPage(start, LooksForOne ? PageSize : Math.Min(wanted, PageSize));
            }

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
                    // The pipeline ends: nobody wants the next page any more.
                    ahead?.Dispose();
                }
            }
        }

        return true;
    }

    private bool ListAtOnce()
    {
        if (Call(NewListCall(), Target)?.Body is not TPage page)
        {
            return false;
        }

        var items = ItemsOf(page) ?? [];
        if (PagingParameters.IncludeTotalCount)
        {
            WriteObject(PagingParameters.NewTotalCount((ulong)items.Length, 1.0));
        }

        foreach (var item in items.Skip((int)Math.Min(PagingParameters.Skip, int.MaxValue)).Take((int)Math.Min(PagingParameters.First, int.MaxValue)))
        {
            WriteItem(item);
        }

        return true;
    }

    private CallAhead BeginPage(long start, long size)
    {
        var call = NewListCall()
            .WithQuery("start", start.ToString(CultureInfo.InvariantCulture))
            .WithQuery("end", Math.Min(start + size, int.MaxValue).ToString(CultureInfo.InvariantCulture));
        var cancellation = NewCancellation();
        return new CallAhead(call, Used.Api.SendAsync(call, UsedKeys, cancellation.Token), cancellation);
    }

    /// <summary>Waits for a page; null if the call failed, which is an error by then.</summary>
    private TPage? TakePage(CallAhead page)
    {
        using (page)
        {
            return Call(page.Call, Target, begun: page.Sending)?.Body as TPage;
        }
    }
}
