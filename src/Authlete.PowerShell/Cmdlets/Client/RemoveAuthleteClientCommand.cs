using System.Management.Automation;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Deletes a client application.</summary>
/// <remarks>
/// <para>DELETE /client/delete/{clientId}. Asks before it deletes; in a script or in CI say <c>-Confirm:$false</c>. Writes nothing. A client that does not exist is an error.</para>
/// </remarks>
/// <example>
/// <para>Delete a client.</para>
/// <code>
/// $client = New-AuthleteClient -ClientName 'Short-lived'
/// Remove-AuthleteClient -ClientId $client.ClientId -Confirm:$false
/// </code>
/// </example>
/// <example>
/// <para>See which clients of a developer would be deleted.</para>
/// <code>
/// Get-AuthleteClient -Developer 'former-partner' | Remove-AuthleteClient -WhatIf
/// </code>
/// </example>
/// <inputs type="Client">A client id as a number, a client, or an object of another module or a file with a property ClientId.</inputs>
/// <outputs>Nothing.</outputs>
/// <seealso cref="GetAuthleteClientCommand"/>
/// <seealso cref="NewAuthleteClientCommand"/>
/// <seealso cref="LockAuthleteClientCommand"/>
[Cmdlet(VerbsCommon.Remove, "AuthleteClient", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(void))]
public sealed partial class RemoveAuthleteClientCommand : ThrottledOperationCmdlet;
