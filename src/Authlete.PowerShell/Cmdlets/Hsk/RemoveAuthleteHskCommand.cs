using System.Management.Automation;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Deletes a key from a hardware security module.</summary>
/// <remarks>
/// <para>The cmdlet prompts for confirmation. In scripts, specify <c>-Confirm:$false</c>.</para>
/// <para>The cmdlet uses the service's credential, or with <c>-ServiceOwner</c> the service owner's.</para>
/// <para>Calls DELETE /hsk/delete/{handle}. An action other than SUCCESS is an error.</para>
/// </remarks>
/// <example>
/// <para>Delete a key.</para>
/// <code>
/// $response = New-AuthleteHsk -Kty EC -Use sig -Alg ES256 -HsmName google
/// Remove-AuthleteHsk -Handle $response.Hsk.Handle -Confirm:$false
/// </code>
/// </example>
/// <example>
/// <para>Show which keys would be deleted.</para>
/// <code>
/// Get-AuthleteHsk | Remove-AuthleteHsk -WhatIf
/// </code>
/// </example>
/// <inputs type="Authlete.ApiClient.Models.Hsk">A key. You can also pipe objects that aren't from this module, such as rows of a CSV file, with the property Handle.</inputs>
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
