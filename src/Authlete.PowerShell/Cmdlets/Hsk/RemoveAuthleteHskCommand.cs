using System.Management.Automation;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Deletes a key on a hardware security module.</summary>
/// <remarks>
/// <para>Calls Calls DELETE /hsk/delete/{handle}. Prompts for confirmation; in a script or in CI, specify <c>-Confirm:$false</c>. An action other than SUCCESS is an error.</para>
/// <para>Uses the service's API key and secret. With <c>-ServiceOwner</c>, it uses the service owner's.</para>
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
/// <inputs type="Authlete.ApiClient.Models.Hsk">A key, or an object from another module or a file with the property Handle.</inputs>
/// <outputs>None. This cmdlet returns no output.</outputs>
/// <seealso cref="GetAuthleteHskCommand"/>
/// <seealso cref="NewAuthleteHskCommand"/>
/// <seealso>about_Authlete</seealso>
/// <seealso href="docs/sandbox.md">Sandbox</seealso>
[Cmdlet(
    VerbsCommon.Remove,
    "AuthleteHsk",
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.High,
    HelpUri = CmdletPage.Folder + "Remove-AuthleteHsk.md"
)]
[OutputType(typeof(void))]
public sealed partial class RemoveAuthleteHskCommand : ThrottledOperationCmdlet;
