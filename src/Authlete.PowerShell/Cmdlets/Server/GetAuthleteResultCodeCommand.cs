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

/// <summary>Gets the meaning of result codes.</summary>
/// <remarks>
/// <para>The cmdlet looks up codes in a table for Authlete 2.3 that comes with the module, and makes no call. The table says which operations return a code, what it means, and who has to act. You can use wildcards, or pipe codes, responses or errors. For example, <c>$Error[0] | Get-AuthleteResultCode</c> explains the last error. If the table doesn't have a code, it is an error.</para>
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
/// Invoke-AuthleteIntrospection unknown-token | Get-AuthleteResultCode
/// </code>
/// </example>
/// <example>
/// <para>Get the codes of introspection.</para>
/// <code>
/// Get-AuthleteResultCode A056*
/// </code>
/// </example>
/// <inputs type="System.Object">A result code, an object with the property ResultCode, or an ErrorRecord.</inputs>
/// <outputs type="Authlete.ApiClient.Results.ResultCode">A result code, with its operations, usual action and HTTP status, origin, and meaning.</outputs>
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

    /// <summary>The result codes. You can use wildcards. By default, all codes.</summary>
    [Parameter(ParameterSetName = "Code", Position = 0)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ResultCodeCompleter))]
    public string[]? Code { get; set; }

    /// <summary>The result codes, responses or errors to explain.</summary>
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
                        "This module doesn't know the result code " + PrintableText.Escape(pattern, MaxCodeLength) + "."
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
