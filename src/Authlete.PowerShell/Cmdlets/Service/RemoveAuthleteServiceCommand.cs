using System.Management.Automation;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Deletes a service, with all its clients and tokens.</summary>
/// <remarks>
/// <para>Requires the service owner's API key and secret. Calls DELETE /service/delete/{serviceApiKey}. Prompts for confirmation; in a script or in CI, specify <c>-Confirm:$false</c>. A service that doesn't exist is an error.</para>
/// </remarks>
/// <example>
/// <para>Delete a service.</para>
/// <code>
/// $service = New-AuthleteService -ServiceName 'Trial' -SupportedResponseTypes CODE
/// Remove-AuthleteService -ServiceApiKey $service.ApiKey -Confirm:$false
/// </code>
/// </example>
/// <example>
/// <para>See which services would be deleted.</para>
/// <code>
/// Get-AuthleteService | Where-Object { $_.ServiceName -like 'test-*' } | Remove-AuthleteService -WhatIf
/// </code>
/// </example>
/// <inputs type="Authlete.ApiClient.Models.Service">A service, an API key as a number, or an object from another module or a file with the property ServiceApiKey or ApiKey.</inputs>
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
