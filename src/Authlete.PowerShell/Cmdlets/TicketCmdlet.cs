using System.Management.Automation;
using Authlete.ApiClient.Models;
using Authlete.PowerShell.Binding;
using Authlete.PowerShell.Errors;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>A cmdlet that goes on with the ticket of an earlier answer.</summary>
public abstract class TicketCmdlet : OperationCmdlet
{
    private protected const string ByTicket = "Ticket";
    private protected const string ByObject = "InputObject";

    /// <summary>The answer whose ticket is gone on with. Nothing but its ticket is used; the rest is for the error where there is none.</summary>
    [Parameter(ParameterSetName = ByObject, Mandatory = true, ValueFromPipeline = true)]
    [AllowNull]
    public PSObject? InputObject { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => ForInput(() =>
    {
        if (GivenTicket is null && !MyInvocation.ExpectingInput)
        {
            // The engine takes the property of piped objects only.
            GivenTicket = PlainValues.Unwrap(InputObject) is JsonView view ? view.GetMember("ticket") as string : InputObject?.Properties["Ticket"]?.Value as string;
        }

        if (string.IsNullOrEmpty(GivenTicket))
        {
            throw SetupErrors.NoTicket(Reason());
        }

        base.ProcessRecord();
    });

    private protected abstract string? GivenTicket { get; set; }

    private string Reason() => PlainValues.Unwrap(InputObject) switch
    {
        null => ParameterSetName == ByObject ? "null was given." : "-Ticket is empty.",
        JsonView view when view.GetMember("action") is string action => $"the {view.GetType().Name} has none. Its action is {action}: {view.GetMember("resultMessage")}",
        string => "a text was given as the object; a ticket as text is given as -Ticket.",
        var other => TextAttribute.Describe(other) + " was given, which has none.",
    };
}
