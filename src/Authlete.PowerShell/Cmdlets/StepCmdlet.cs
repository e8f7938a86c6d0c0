using System.Management.Automation;
using Authlete.ApiClient.Json;
using Authlete.PowerShell.Binding;
using Authlete.PowerShell.Errors;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>A step of a protocol that goes on with what an earlier answer gave: a ticket, or a user code.</summary>
public abstract class StepCmdlet : OperationCmdlet
{
    private protected const string ByName = "Name";
    private protected const string ByObject = "InputObject";

    /// <summary>The answer that is gone on with. Nothing but its ticket, or its user code, is used; the rest is for the error where there is none.</summary>
    [Parameter(ParameterSetName = ByObject, Mandatory = true, ValueFromPipeline = true)]
    [AllowNull]
    public PSObject? InputObject { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => ForInput(() =>
    {
        if (Given is null && !MyInvocation.ExpectingInput)
        {
            // The engine takes the property of piped objects only.
            Given = PlainValues.Unwrap(InputObject) is JsonView view
                ? view.GetMember(MemberNames.ToJson(GivenName)) as string
                : PlainValues.ToText(PlainValues.Unwrap(InputObject?.Properties[GivenName]?.Value));
        }

        if (string.IsNullOrEmpty(Given))
        {
            throw GivenName == "Ticket" ? SetupErrors.NoTicket(Reason()) : SetupErrors.NoUserCode(Reason());
        }

        base.ProcessRecord();
    });

    /// <summary>The parameter that holds what is gone on with.</summary>
    private protected abstract string GivenName { get; }

    private protected abstract string? Given { get; set; }

    private string Reason() => PlainValues.Unwrap(InputObject) switch
    {
        null => ParameterSetName == ByObject ? "null was given." : "-" + GivenName + " is empty.",
        JsonView view when view.GetMember("action") is string action => $"the {view.GetType().Name} has none. Its action is {action}: {view.GetMember("resultMessage")}",
        string => "a text was given as the object; as text it is given as -" + GivenName + ".",
        var other => TextAttribute.Describe(other) + " was given, which has none.",
    };
}
