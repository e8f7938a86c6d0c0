using System.Management.Automation;

namespace Authlete.PowerShell.Errors;

/// <summary>Errors of the cmdlets that work with configuration.</summary>
internal static partial class SetupErrors
{
    public static SetupException InvalidConfiguration(string message) => new("InvalidConfiguration", ErrorCategory.InvalidData, message);

    public static SetupException PlaceholderUnresolved(string message) =>
        new("PlaceholderUnresolved", ErrorCategory.ObjectNotFound, message);

    public static SetupException SecretExposed(string message) => new("SecretExposed", ErrorCategory.SecurityError, message);

    public static SetupException StaleSecrets(string message) => new("StaleSecrets", ErrorCategory.InvalidOperation, message);

    public static SetupException ClientAmbiguous(string message) => new("ClientAmbiguous", ErrorCategory.InvalidData, message);

    public static SetupException ClientGone(string message) => new("ClientGone", ErrorCategory.ObjectNotFound, message);

    public static SetupException AliasTaken(string message) => new("AliasTaken", ErrorCategory.ResourceExists, message);

    public static SetupException PruneRefused(string message) => new("PruneRefused", ErrorCategory.InvalidOperation, message);

    public static SetupException ImportIncomplete(string message) => new("ImportIncomplete", ErrorCategory.InvalidResult, message);

    public static SetupException RuleNotFound(string message) => new("RuleNotFound", ErrorCategory.ObjectNotFound, message);

    public static SetupException InvalidSuppressions(string message) => new("InvalidSuppressions", ErrorCategory.InvalidData, message);

    public static SetupException ChecksFailed(int count, string severity) =>
        new(
            "ChecksFailed",
            ErrorCategory.InvalidResult,
            $"{count} {(count == 1 ? "check" : "checks")} with the severity {severity}{(severity == "High" ? "" : " or a higher one")} failed."
        );

    public static SetupException FolderNotWritable(string message) => new("FolderNotWritable", ErrorCategory.WriteError, message);
}
