using System.Management.Automation;
using Authlete.PowerShell.Binding;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>A cmdlet that calls one operation for each object from the pipeline.</summary>
public abstract class ThrottledOperationCmdlet : OperationCmdlet
{
    /// <summary>The maximum number of objects from the pipeline to process at the same time, from 1 to 256. The output keeps the order of the input.</summary>
    [Parameter]
    [Number]
    [ValidateRange(1, 256)]
    public int ThrottleLimit { get; set; } = 1;

    private protected override int RecordsAtOnce => ThrottleLimit;
}
