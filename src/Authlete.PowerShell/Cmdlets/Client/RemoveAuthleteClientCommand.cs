using System.Management.Automation;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Deletes a client application.</summary>
/// <remarks>
/// <para>The cmdlet prompts for confirmation. In scripts, specify <c>-Confirm:$false</c>. If the client doesn't exist, it is an error.</para>
/// <para>To stop a client temporarily, use Lock-AuthleteClient.</para>
/// <para>Calls DELETE /client/delete/{clientId}.</para>
/// </remarks>
/// <example>
/// <para>Delete a client.</para>
/// <code>
/// Remove-AuthleteClient -ClientId $clientId -Confirm:$false
/// </code>
/// </example>
/// <example>
/// <para>Show which clients of a developer would be deleted.</para>
/// <code>
/// Get-AuthleteClient -Developer former-partner |
///     Remove-AuthleteClient -WhatIf
/// </code>
/// </example>
/// <inputs type="Authlete.ApiClient.Models.Client">A client. You can also pipe client IDs as numbers, and objects that aren't from this module, such as rows of a CSV file, with the property ClientId.</inputs>
/// <outputs>None. This cmdlet returns no output.</outputs>
/// <seealso cref="GetAuthleteClientCommand"/>
/// <seealso cref="NewAuthleteClientCommand"/>
/// <seealso cref="LockAuthleteClientCommand"/>
/// <seealso cref="UnregisterAuthleteClientCommand"/>
/// <seealso>about_Authlete</seealso>
/// <seealso href="docs/recipes.md">Recipes</seealso>
[Cmdlet(
    VerbsCommon.Remove,
    "AuthleteClient",
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.High,
    HelpUri = CmdletPage.Folder + "Remove-AuthleteClient.md"
)]
[OutputType(typeof(void))]
public sealed partial class RemoveAuthleteClientCommand : ThrottledOperationCmdlet;
