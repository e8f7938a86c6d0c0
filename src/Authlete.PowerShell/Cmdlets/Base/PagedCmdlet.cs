using System;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using Authlete.ApiClient.Json;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>
/// A cmdlet that lists what the API gives in pages. No object is written twice, and when others are removed meanwhile, none that
/// stays is left out if the total count goes down: as many added as removed between two pages hide that, and so does what goes from
/// before -Skip. The number of requests is bounded; a list that can't be read to its end ends the command with an error.
/// </summary>
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
        var wanted = (long)Math.Min(PagingParameters.First, long.MaxValue);
        wanted = seeksOne ? Math.Min(1, wanted) : wanted;
        var countAsked = PagingParameters.IncludeTotalCount.IsPresent;
        var position = new ListPosition((long)Math.Min(PagingParameters.Skip, int.MaxValue), PageSize);
        CallAhead? ahead = null;
        while ((wanted > 0 || countAsked) && !position.IsAtEnd && position.Start < int.MaxValue)
        {
            var (start, end) = (position.Start, position.EndFor(seeksOne ? PageSize : Math.Min(Math.Max(wanted, 1), PageSize)));
            if (TakePage(ahead ?? BeginPage(list, start, end)) is not { } page)
            {
                return null;
            }

            ahead = null;
            var total = TotalCountOf(page);
            if (countAsked)
            {
                WriteObject(PagingParameters.NewTotalCount((ulong)Math.Max(total ?? 0, 0), total is null ? 0.0 : 1.0));
                countAsked = false;
            }

            var items = ItemsOf(page) ?? [];
            var isNew = Accept(position, items, total, end - start);
            var selected = items
                .Where((item, index) => isNew[index] && (list.IsSought?.Invoke(item) ?? true))
                .Take((int)Math.Min(wanted, int.MaxValue))
                .ToList();
            wanted -= selected.Count;
            if (wanted > 0 && !position.IsAtEnd)
            {
                // Under way while this page is written.
                ahead = BeginPage(list, position.Start, position.EndFor(seeksOne ? PageSize : Math.Min(wanted, PageSize)));
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

    private bool[] Accept(ListPosition position, TItem[] items, int? total, long requested) =>
        RunOrTerminate(() => position.Accept(Array.ConvertAll(items, KeyOf), total, requested));

    private int? ListAtOnce(PreparedList<TItem> list)
    {
        if (!TrySend(new PreparedCall(list.NewCall()) { Target = list.Target, IsList = true }, out var body) || body is not TPage page)
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

    private CallAhead BeginPage(PreparedList<TItem> list, long start, long end)
    {
        var call = list.NewCall()
            .WithQuery("start", start.ToString(CultureInfo.InvariantCulture))
            .WithQuery("end", end.ToString(CultureInfo.InvariantCulture));
        var cancellation = CancellationTokenSource.CreateLinkedTokenSource(StopToken);
        return new CallAhead(
            Runner.RunAsync(new PreparedCall(call) { Target = list.Target, IsList = true }, cancellation.Token),
            cancellation
        );
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
