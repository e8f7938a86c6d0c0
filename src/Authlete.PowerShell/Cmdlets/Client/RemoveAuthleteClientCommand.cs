using System.Management.Automation;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Deletes a client application.</summary>
/// <remarks>
/// <para>Calls Calls DELETE /client/delete/{clientId}. Prompts for confirmation; in a script or in CI, specify <c>-Confirm:$false</c>. A client that doesn't exist is an error.</para>
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
/// <inputs type="Authlete.ApiClient.Models.Client">A client, a client ID as a number, or an object from another module or a file with the property ClientId.</inputs>
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
