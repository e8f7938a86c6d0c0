using System.Management.Automation;
using Authlete.ApiClient.Encodings;
using Authlete.Configuration.Rules;
using Authlete.PowerShell.Completion;
using Authlete.PowerShell.Errors;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Gets the security rules of Test-AuthleteConfiguration.</summary>
/// <remarks>
/// <para>A rule has a requirement, a severity, its sources, a recommendation, and known false positives. The page at <c>Uri</c> quotes the sources, and shows the command that changes the setting and when to suppress the rule. The cmdlet makes no call.</para>
/// </remarks>
/// <example>
/// <para>Get all rules.</para>
/// <code>
/// Get-AuthleteConfigurationRule
/// </code>
/// </example>
/// <example>
/// <para>Show all details of a rule.</para>
/// <code>
/// Get-AuthleteConfigurationRule AUT-C03 | Format-List *
/// </code>
/// </example>
/// <seealso cref="TestAuthleteConfigurationCommand"/>
/// <seealso cref="ConvertToAuthleteReportCommand"/>
/// <seealso>about_Authlete_Configuration</seealso>
/// <seealso href="docs/rules/README.md">Security rules</seealso>
[Cmdlet(VerbsCommon.Get, "AuthleteConfigurationRule", HelpUri = CmdletPage.Folder + "Get-AuthleteConfigurationRule.md")]
[OutputType(typeof(ConfigurationRule))]
public sealed class GetAuthleteConfigurationRuleCommand : AuthleteCmdlet
{
    private const int MaxIdLength = 100;

    /// <summary>The IDs of the rules to get. You can use wildcards. By default, all rules.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(RuleCompleter))]
    public string[]? Rule { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var pattern in Rule ?? ["*"])
        {
            RunForRecord(() => WriteMatching(pattern));
        }
    }

    private void WriteMatching(string pattern)
    {
        var isFound = false;
        for (var i = 0; i < RuleCatalogue.Count; i++)
        {
            var rule = RuleCatalogue.At(i);
            if (RulePatterns.Fits(pattern, rule.Id))
            {
                isFound = true;
                WriteObject(
                    new ConfigurationRule
                    {
                        Id = rule.Id,
                        Title = rule.Title,
                        Severity = rule.Severity.ToString(),
                        Kind = rule.Kind.ToString(),
                        Tier = rule.Tier,
                        Profile = rule.Profile.ToString(),
                        OptIn = rule.IsOptIn,
                        Description = rule.Why,
                        Reference = rule.ReferenceText,
                        Recommendation = rule.Recommendation,
                        FalsePositives = rule.FalsePositives,
                        Uri = rule.Uri,
                    }
                );
            }
        }

        if (!isFound && !WildcardPattern.ContainsWildcardCharacters(pattern))
        {
            throw SetupErrors.RuleNotFound($"There is no rule {PrintableText.Escape(pattern, MaxIdLength)}.");
        }
    }
}
