using System.Management.Automation;
using Authlete.ApiClient.Models;
using Authlete.PowerShell.Binding;
using Authlete.PowerShell.Errors;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>A cmdlet that goes on with the ticket of an earlier answer.</summary>
public abstract class TicketCmdlet : OperationCmdlet
{
    /// <summary>The answer whose ticket is gone on with. Nothing but its ticket is used; the rest is for the error where there is none.</summary>
    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => ForInput(() =>
    {
        if (string.IsNullOrEmpty(GivenTicket))
        {
            throw SetupErrors.NoTicket(Reason());
        }

        base.ProcessRecord();
    });

    private protected abstract string? GivenTicket { get; }

    private string Reason() => PlainValues.Unwrap(InputObject) is JsonView view
        ? "the " + view.GetType().Name + " has none. " + (view.GetMember("action") is string action ? "Its action is " + action + ": " + view.GetMember("resultMessage") : "")
        : "-Ticket is empty.";
}
