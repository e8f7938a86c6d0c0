using System.Management.Automation;

namespace Authlete.Shell.Builtins;

/// <summary>The error that a script wrote with Write-Error -Message.</summary>
internal sealed class WriteErrorException(string? message) : RuntimeException(message);
