using System;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using Authlete.ApiClient.Json;
using Authlete.PowerShell.Binding;

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
    [Number]
    [ValidateRange(1, 10000)]
    public int PageSize { get; set; } = 100;

    /// <summary>Whether the API gives pages; if not, the one answer is cut here.</summary>
    private protected virtual bool IsPaged => true;

    private protected abstract TItem[]? ItemsOf(TPage page);

    private protected abstract int? TotalCountOf(TPage page);

    private protected abstract string? KeyOf(TItem item);

    private protected virtual void WriteItem(TItem item) => WriteView(item);

    /// <summary>Lists and writes.</summary>
    /// <returns>How many items were written; null if a call failed, which is an error by then.</returns>
    private protected int? List(PreparedList<TItem> list)
    {
        if (!IsPaged)
        {
            return ListAtOnce(list);
        }

        var written = 0;
        var seeksOne = list.IsSought is not null;

        var skip = (long)Math.Min(PagingParameters.Skip, int.MaxValue);
        var start = skip;
        var wanted = seeksOne
            ? Math.Min(1, (long)Math.Min(PagingParameters.First, long.MaxValue))
            : (long)Math.Min(PagingParameters.First, long.MaxValue);
        var countAsked = PagingParameters.IncludeTotalCount.IsPresent;
        var seen = new RecentKeys(PageSize);
        int? previousTotal = null;
        CallAhead? ahead = null;
        while ((wanted > 0 || countAsked) && start < int.MaxValue)
        {
            var size = seeksOne ? PageSize : Math.Min(Math.Max(wanted, 1), PageSize);
            if (TakePage(ahead ?? BeginPage(list, start, size)) is not { } page)
            {
                return null;
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
            var selected = fresh.Where(item => list.IsSought?.Invoke(item) ?? true).Take((int)Math.Min(wanted, int.MaxValue)).ToList();
            wanted -= selected.Count;
            start += items.Length;
            if (items.Length == 0 || start >= total || (total is null && (items.Length < size || fresh.Count == 0)))
            {
                wanted = 0;
            }
            else if (wanted > 0)
            {
                // Under way while this page is written.
                ahead = BeginPage(list, start, seeksOne ? PageSize : Math.Min(wanted, PageSize));
            }

            var isWritten = false;
            try
            {
                selected.ForEach(WriteItem);
                written += selected.Count;
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

        return written;
    }

    private int? ListAtOnce(PreparedList<TItem> list)
    {
        if (!TrySend(new PreparedCall(list.NewCall()) { Target = list.Target }, out var body) || body is not TPage page)
        {
            return null;
        }

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

    private CallAhead BeginPage(PreparedList<TItem> list, long start, long size)
    {
        var call = list.NewCall()
            .WithQuery("start", start.ToString(CultureInfo.InvariantCulture))
            .WithQuery("end", Math.Min(start + size, int.MaxValue).ToString(CultureInfo.InvariantCulture));
        var cancellation = CancellationTokenSource.CreateLinkedTokenSource(StopToken);
        return new CallAhead(Runner.RunAsync(new PreparedCall(call) { Target = list.Target }, cancellation.Token), cancellation);
    }

    /// <summary>Waits for a page; null if the call failed, which is an error by then.</summary>
    private TPage? TakePage(CallAhead page)
    {
        using (page)
        {
            return Complete(page.Outcome, out _) as TPage;
        }
    }
}
