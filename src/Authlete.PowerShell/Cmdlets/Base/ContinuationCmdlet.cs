using System.Management.Automation;
using Authlete.ApiClient.Encodings;
using Authlete.ApiClient.Json;
using Authlete.ApiClient.Models;
using Authlete.PowerShell.Binding;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>A step of a protocol that continues with the ticket or user code of the previous step.</summary>
public abstract class ContinuationCmdlet : ThrottledOperationCmdlet
{
    private protected const string ByName = "Name";
    private protected const string ByObject = "InputObject";

    /// <summary>The response of the previous step. The cmdlet uses only its ticket or user code.</summary>
    [Parameter(ParameterSetName = ByObject, Mandatory = true, ValueFromPipeline = true)]
    [AllowNull]
    public PSObject? InputObject { get; set; }

    private protected abstract Continuation Continuation { get; }

    /// <summary>The ticket or the user code.</summary>
    private protected abstract string? ContinuationValue { get; set; }

    private protected override PreparedCall Prepare()
    {
        if (ContinuationValue is null && !MyInvocation.ExpectingInput)
        {
            // The engine binds the property only of piped objects.
            ContinuationValue = PlainValues.Unwrap(InputObject) is JsonView view
                ? view.GetMember(MemberNames.ToJson(Continuation.Parameter)) as string
                : TextValues.ToText(PlainValues.Unwrap(InputObject?.Properties[Continuation.Parameter]?.Value));
        }

        return string.IsNullOrEmpty(ContinuationValue) ? throw Continuation.NewError(DescribeInput()) : base.Prepare();
    }

    private string DescribeInput() =>
        PlainValues.Unwrap(InputObject) switch
        {
            null => ParameterSetName == ByObject ? "it is null." : "-" + Continuation.Parameter + " is empty.",
            JsonView view when view.GetMember("action") is string action =>
                $"the {view.GetType().Name} has none. Its action is {PrintableText.Escape(action, PrintableText.MaxMessageLength)}: {(view as ApiResponse)?.DisplayMessage}",
            string => "it is a string. Specify a string as -" + Continuation.Parameter + ".",
            var other => TextValues.Describe(other) + " has none.",
        };
}
