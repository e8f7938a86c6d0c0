using System;
using System.Management.Automation;

namespace Authlete.Shell.Builtins;

[Cmdlet(VerbsCommunications.Write, "Error", DefaultParameterSetName = MessageSet)]
internal sealed class WriteErrorCommand : PSCmdlet
{
    private const string MessageSet = "Message";
    private const string ExceptionSet = "Exception";
    private const string ErrorRecordSet = "ErrorRecord";
    private const string DefaultErrorId = "Microsoft.PowerShell.Commands.WriteErrorException";

    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ParameterSetName = MessageSet)]
    [Parameter(ParameterSetName = ExceptionSet)]
    [Alias("Msg")]
    [AllowEmptyString]
    [AllowNull]
    public string? Message { get; set; }

    [Parameter(Mandatory = true, ParameterSetName = ExceptionSet)]
    public Exception? Exception { get; set; }

    [Parameter(Mandatory = true, ParameterSetName = ErrorRecordSet)]
    public ErrorRecord? ErrorRecord { get; set; }

    [Parameter(ParameterSetName = MessageSet)]
    [Parameter(ParameterSetName = ExceptionSet)]
    public ErrorCategory Category { get; set; }

    [Parameter(ParameterSetName = MessageSet)]
    [Parameter(ParameterSetName = ExceptionSet)]
    public string ErrorId { get; set; } = DefaultErrorId;

    [Parameter(ParameterSetName = MessageSet)]
    [Parameter(ParameterSetName = ExceptionSet)]
    public object? TargetObject { get; set; }

    protected override void ProcessRecord()
    {
        var record = ErrorRecord is null
            ? new ErrorRecord(Exception ?? new WriteErrorException(Message), ErrorId, Category, TargetObject)
            : new ErrorRecord(ErrorRecord, null);
        if (ErrorRecord is null && Exception is not null && !string.IsNullOrEmpty(Message))
            record.ErrorDetails = new ErrorDetails(Message);
        WriteError(record);
    }
}
