using System.Management.Automation;
using Authlete.ApiClient.Json;
using Authlete.PowerShell.Binding;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>A cmdlet that lists, or gets one thing for each object from the pipeline.</summary>
/// <typeparam name="TPage">The response that contains a page.</typeparam>
/// <typeparam name="TItem">The type of the items.</typeparam>
public abstract class ThrottledPagedCmdlet<TPage, TItem> : PagedCmdlet<TPage, TItem>
    where TPage : JsonView
    where TItem : JsonView
{
    /// <summary>The maximum number of objects from the pipeline to process at the same time, from 1 to 256. The output keeps the order of the input.</summary>
    [Parameter]
    [Number]
    [ValidateRange(1, 256)]
    public int ThrottleLimit { get; set; } = 1;

    private protected override int RecordsAtOnce => ThrottleLimit;
}
