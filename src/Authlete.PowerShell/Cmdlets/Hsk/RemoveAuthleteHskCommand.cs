using System.Management.Automation;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Deletes a key on a hardware security module.</summary>
/// <remarks>
/// <para>DELETE /hsk/delete/{handle}. Asks before it deletes; in a script or in CI say <c>-Confirm:$false</c>. Writes nothing. An action other than SUCCESS is an error of this cmdlet.</para>
/// <para>Called with the service's key and secret; <c>-ServiceOwner</c> calls with the service owner's.</para>
/// </remarks>
/// <example>
/// <para>Delete a key.</para>
/// <code>
/// $key = New-AuthleteHsk -Kty EC -Use sig -Alg ES256 -Kid 'key-3' -HsmName google
/// Remove-AuthleteHsk -Handle $key.Handle -Confirm:$false
/// </code>
/// </example>
/// <example>
/// <para>See which keys would be deleted.</para>
/// <code>
/// Get-AuthleteHsk | Remove-AuthleteHsk -WhatIf
/// </code>
/// </example>
/// <inputs type="Hsk">A key, or an object of another module or a file with a property Handle.</inputs>
/// <outputs>Nothing.</outputs>
/// <seealso cref="GetAuthleteHskCommand"/>
/// <seealso cref="NewAuthleteHskCommand"/>
[Cmdlet(VerbsCommon.Remove, "AuthleteHsk", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(void))]
public sealed partial class RemoveAuthleteHskCommand : ThrottledOperationCmdlet;
