using System;
using System.Management.Automation;
using Authlete.Configuration.Rules;
using Authlete.PowerShell.Completion;
using Authlete.PowerShell.Connections;
using Authlete.PowerShell.Errors;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>A cmdlet that applies security rules. Has the parameters for rules, suppressions and findings.</summary>
public abstract class RuleCmdlet : ConfigurationCmdlet
{
    /// <summary>The profile to check against: Bcp (RFC 9700 and related documents), Fapi1 or Fapi2. Fapi1 and Fapi2 check each client as a FAPI client.</summary>
    [Parameter]
    [ValidateSet("Bcp", "Fapi1", "Fapi2")]
    public string Profile { get; set; } = "Bcp";

    /// <summary>The IDs of the rules to apply. You can use wildcards. By default, all rules of the profile.</summary>
    [Parameter]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(RuleCompleter))]
    public string[] Rule { get; set; } = [];

    /// <summary>The IDs of the rules to leave out. You can use wildcards.</summary>
    [Parameter]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(RuleCompleter))]
    public string[] ExcludeRule { get; set; } = [];

    /// <summary>The lowest severity to return: Info, Low, Medium or High.</summary>
    [Parameter]
    [ValidateSet("Info", "Low", "Medium", "High")]
    public string MinimumSeverity { get; set; } = "Info";

    /// <summary>A JSON file that lists the findings that you accept. The cmdlet returns them with the outcome Suppressed.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? SuppressionFile { get; set; }

    /// <summary>The severity from which a failed check is an error: Info, Low, Medium or High. The cmdlet writes one error after all findings.</summary>
    [Parameter]
    [ValidateSet("Info", "Low", "Medium", "High")]
    public string? FailOn { get; set; }

    /// <summary>Creates the check of the selected rules. Errors in the selection or the suppression file are found before a call.</summary>
    private protected RuleCheck NewCheck()
    {
        try
        {
            return new RuleCheck(
                new RuleOptions
                {
                    Profile = Profile,
                    Include = Rule,
                    Exclude = ExcludeRule,
                    Fits = RulePatterns.Fits,
                    MinimumSeverity = MinimumSeverity,
                    SuppressionFile = SuppressionFile is null ? null : ResolveFolder(SuppressionFile),
                    Now = SessionClock.UtcNow,
                }
            );
        }
        catch (ArgumentException e)
        {
            throw SetupErrors.InvalidArgument(e.Message);
        }
    }

    /// <summary>Writes the warnings of a check, and an error if -FailOn applies.</summary>
    private protected void Conclude(RuleCheck check, bool isComplete)
    {
        Warn(check.Warnings);
        Warn(isComplete ? check.DescribeUnusedSuppressions() : []);

        if (check.SkippedCount > 0)
        {
            WriteWarning(
                $"{check.SkippedCount} {(check.SkippedCount == 1 ? "check was" : "checks were")} skipped. The Message property of each skipped finding has the reason."
            );
        }

        if (FailOn is not null && check.CountFailures(FailOn) is > 0 and var count)
        {
            WriteError(SetupErrors.ChecksFailed(count, FailOn).ToErrorRecord());
        }
    }

    /// <summary>Writes all findings at once, which takes half the time.</summary>
    private protected void Write(RuleFindingList findings)
    {
        var output = new ConfigurationFinding[findings.Count];
        for (var i = 0; i < output.Length; i++)
        {
            output[i] = FindingText.ToOutput(findings[i]);
        }

        WriteObject(output, enumerateCollection: true);
    }
}
