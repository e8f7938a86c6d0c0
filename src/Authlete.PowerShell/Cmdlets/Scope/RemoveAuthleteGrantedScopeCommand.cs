using System.Management.Automation;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Deletes the record of the scopes that a user has granted to a client application.</summary>
/// <remarks>
/// <para>The next time, the user is asked for consent again. Tokens stay valid. If there is no record, the cmdlet succeeds.</para>
/// <para>Calls DELETE /client/granted_scopes/delete/{clientId}.</para>
/// </remarks>
/// <example>
/// <para>Delete the record of a user at one client.</para>
/// <code>
/// Remove-AuthleteGrantedScope -ClientId $clientId -Subject user-1
/// </code>
/// </example>
/// <example>
/// <para>Show what would be deleted for all clients.</para>
/// <code>
/// Get-AuthleteClientAuthorization user-1 |
///     Remove-AuthleteGrantedScope -Subject user-1 -WhatIf
/// </code>
/// </example>
/// <inputs type="Authlete.ApiClient.Models.Client">A client. You can also pipe client IDs as numbers, and objects that aren't from this module, such as rows of a CSV file, with the property ClientId.</inputs>
/// <outputs>None. This cmdlet returns no output.</outputs>
/// <seealso cref="GetAuthleteGrantedScopeCommand"/>
/// <seealso cref="RemoveAuthleteClientAuthorizationCommand"/>
/// <seealso cref="RevokeAuthleteAccessTokenCommand"/>
/// <seealso>about_Authlete</seealso>
/// <seealso href="docs/recipes.md">Recipes</seealso>
[Cmdlet(
    VerbsCommon.Remove,
    "AuthleteGrantedScope",
    SupportsShouldProcess = true,
    HelpUri = CmdletPage.Folder + "Remove-AuthleteGrantedScope.md"
)]
[OutputType(typeof(void))]
public sealed partial class RemoveAuthleteGrantedScopeCommand : ThrottledOperationCmdlet;
