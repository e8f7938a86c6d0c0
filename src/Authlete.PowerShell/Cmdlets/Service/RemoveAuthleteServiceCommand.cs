using System.Management.Automation;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Deletes a service, with all its clients and tokens.</summary>
/// <remarks>
/// <para>DELETE /service/delete/{serviceApiKey}, with the service owner's key and secret. Asks before it deletes; in a script or in CI say <c>-Confirm:$false</c>. Writes nothing. A service that does not exist is an error.</para>
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
/// <inputs type="Service">An API key as a number, a service, or an object of another module or a file with a property ServiceApiKey or ApiKey.</inputs>
/// <outputs>Nothing.</outputs>
/// <seealso cref="GetAuthleteServiceCommand"/>
/// <seealso cref="NewAuthleteServiceCommand"/>
[Cmdlet(VerbsCommon.Remove, "AuthleteService", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(void))]
public sealed partial class RemoveAuthleteServiceCommand : ThrottledOperationCmdlet;
