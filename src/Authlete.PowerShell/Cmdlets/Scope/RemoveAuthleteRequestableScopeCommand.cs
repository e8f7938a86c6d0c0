using System.Management.Automation;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Removes the limit on the scopes that a client application can request.</summary>
/// <remarks>
/// <para>The client can then request all scopes of the service.</para>
/// <para>Calls DELETE /client/extension/requestable_scopes/delete/{clientId}.</para>
/// </remarks>
/// <example>
/// <para>Remove the limit of a client.</para>
/// <code>
/// Remove-AuthleteRequestableScope -ClientId $clientId
/// </code>
/// </example>
/// <example>
/// <para>Show which limits would be removed.</para>
/// <code>
/// Get-AuthleteClient | Remove-AuthleteRequestableScope -WhatIf
/// </code>
/// </example>
/// <inputs type="Authlete.ApiClient.Models.Client">A client. You can also pipe client IDs as numbers, and objects that aren't from this module, such as rows of a CSV file, with the property ClientId.</inputs>
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
