using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using Authlete.ApiClient.Encodings;
using Authlete.ApiClient.Json;
using Authlete.ApiClient.Results;
using Authlete.ApiClient.Transport;
using Authlete.PowerShell.Binding;
using Authlete.PowerShell.Completion;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Gets the meaning of result codes, without a call.</summary>
/// <remarks>
/// <para>Looks up codes in the table that comes with the module: which operations return a code, what it means, and who has to act. You can use wildcards, or pipe a code, a response or an error.</para>
/// <para>The table covers Authlete 2.3, in the module's own words. A code that isn't in the table is an error.</para>
/// </remarks>
/// <example>
/// <para>Explain a code.</para>
/// <code>
/// Get-AuthleteResultCode A050305
/// </code>
/// </example>
/// <example>
/// <para>Explain a response.</para>
/// <code>
/// Invoke-AuthleteIntrospection 'unknown' | Get-AuthleteResultCode
/// </code>
/// </example>
/// <inputs type="System.Object">A code, an object with the property ResultCode, or an ErrorRecord.</inputs>
/// <seealso cref="InvokeAuthleteTokenCommand"/>
/// <seealso cref="InvokeAuthleteIntrospectionCommand"/>
/// <seealso>about_Authlete_Errors</seealso>
/// <seealso href="docs/errors.md">Errors</seealso>
/// <seealso href="docs/recipes.md">Recipes</seealso>
[Cmdlet(VerbsCommon.Get, "AuthleteResultCode", DefaultParameterSetName = "Code", HelpUri = CmdletPage.Folder + "Get-AuthleteResultCode.md")]
[OutputType(typeof(ResultCode))]
public sealed class GetAuthleteResultCodeCommand : PSCmdlet
{
    private const int MaxCodeLength = 100;

    /// <summary>The codes. Wildcards are allowed. By default, all codes.</summary>
    [Parameter(ParameterSetName = "Code", Position = 0)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ResultCodeCompleter))]
    public string[]? Code { get; set; }

    /// <summary>A code, a response, or an error.</summary>
    [Parameter(ParameterSetName = "InputObject", Mandatory = true, ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var pattern in ParameterSetName == "InputObject" ? CodesOf(InputObject!) : Code ?? ["*"])
        {
            try
            {
                WriteMatching(pattern);
            }
            catch (WildcardPatternException e)
            {
                WriteError(new ErrorRecord(e, "InvalidPattern", ErrorCategory.InvalidArgument, pattern));
            }
        }
    }

    private void WriteMatching(string pattern)
    {
        var found =
            WildcardPattern.ContainsWildcardCharacters(pattern)
                ? ResultCodes.All.Where(entry => WildcardPattern.Get(pattern, WildcardOptions.IgnoreCase).IsMatch(entry.Code))
            : ResultCodes.Find(pattern) is { } single ? [single]
            : null;
        if (found is null)
        {
            WriteError(
                new ErrorRecord(
                    new ItemNotFoundException(
                        "The table of this module has no result code " + PrintableText.Escape(pattern, MaxCodeLength) + "."
                    ),
                    "ResultCodeNotFound",
                    ErrorCategory.ObjectNotFound,
                    pattern
                )
            );
            return;
        }

        WriteObject(found, enumerateCollection: true);
    }

    private IEnumerable<string> CodesOf(PSObject input)
    {
        var code = PlainValues.Unwrap(input) switch
        {
            string text => text,
            ErrorRecord { Exception: AuthleteApiException exception } => exception.ResultCode,
            AuthleteApiException exception => exception.ResultCode,
            JsonView view => view.GetMember("resultCode") as string,
            _ => input.Properties["ResultCode"]?.Value as string,
        };
        if (!string.IsNullOrEmpty(code))
        {
            return [code!];
        }

        WriteError(
            new ErrorRecord(new PSArgumentException("This object has no result code."), "NoResultCode", ErrorCategory.InvalidArgument, null)
        );
        return [];
    }
}
