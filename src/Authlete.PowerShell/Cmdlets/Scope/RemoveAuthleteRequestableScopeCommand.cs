using System.Management.Automation;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Removes the limit on the scopes that a client application can request.</summary>
/// <remarks>
/// <para>The client can request all scopes of the service again. Calls DELETE /client/extension/requestable_scopes/delete/{clientId}.</para>
/// </remarks>
/// <example>
/// <para>Remove the limit.</para>
/// <code>
/// Remove-AuthleteRequestableScope -ClientId $clientId
/// </code>
/// </example>
/// <example>
/// <para>Remove the limits of all clients.</para>
/// <code>
/// Get-AuthleteClient | Remove-AuthleteRequestableScope -WhatIf
/// </code>
/// </example>
/// <inputs type="Authlete.ApiClient.Models.Client">A client, a client ID as a number, or an object from another module or a file with the property ClientId.</inputs>
/// <outputs>None. This cmdlet returns no output.</outputs>
/// <seealso cref="GetAuthleteRequestableScopeCommand"/>
/// <seealso cref="SetAuthleteRequestableScopeCommand"/>
/// <seealso>about_Authlete</seealso>
/// <seealso href="docs/recipes.md">Recipes</seealso>
[Cmdlet(
    VerbsCommon.Remove,
    "AuthleteRequestableScope",
    SupportsShouldProcess = true,
    HelpUri = CmdletPage.Folder + "Remove-AuthleteRequestableScope.md"
)]
[OutputType(typeof(void))]
public sealed partial class RemoveAuthleteRequestableScopeCommand : ThrottledOperationCmdlet;
