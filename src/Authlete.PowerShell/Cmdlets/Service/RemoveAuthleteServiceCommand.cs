using System.Management.Automation;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Deletes a service with all its clients and tokens.</summary>
/// <remarks>
/// <para>The cmdlet prompts for confirmation. In scripts, specify <c>-Confirm:$false</c>. If the service doesn't exist, it is an error. The cmdlet requires the service owner's credential.</para>
/// <para>Calls DELETE /service/delete/{serviceApiKey}.</para>
/// </remarks>
/// <example>
/// <para>Delete a service.</para>
/// <code>
/// $service = New-AuthleteService -ServiceName Trial `
///     -SupportedResponseTypes CODE
/// Remove-AuthleteService -ServiceApiKey $service.ApiKey -Confirm:$false
/// </code>
/// </example>
/// <example>
/// <para>Show which services would be deleted.</para>
/// <code>
/// Get-AuthleteService -Name 'test-*' | Remove-AuthleteService -WhatIf
/// </code>
/// </example>
/// <inputs type="Authlete.ApiClient.Models.Service">A service. You can also pipe API keys as numbers, and objects that aren't from this module, such as rows of a CSV file, with the property ServiceApiKey or ApiKey.</inputs>
/// <outputs>None. This cmdlet returns no output.</outputs>
/// <seealso cref="GetAuthleteServiceCommand"/>
/// <seealso cref="NewAuthleteServiceCommand"/>
/// <seealso cref="ExportAuthleteConfigurationCommand"/>
/// <seealso>about_Authlete</seealso>
/// <seealso href="docs/credentials.md">Credentials</seealso>
[Cmdlet(
    VerbsCommon.Remove,
    "AuthleteService",
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.High,
    HelpUri = CmdletPage.Folder + "Remove-AuthleteService.md"
)]
[OutputType(typeof(void))]
public sealed partial class RemoveAuthleteServiceCommand : ThrottledOperationCmdlet;
