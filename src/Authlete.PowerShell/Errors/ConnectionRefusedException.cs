using System;
using System.Management.Automation;

namespace Authlete.PowerShell.Errors;

/// <summary>Carries the error of a pair that could not be proved to where it is decided whether it ends the command.</summary>
internal sealed class ConnectionRefusedException(ErrorRecord record) : Exception(record.Exception.Message)
{
    public ErrorRecord Record { get; } = record;
}
