using System.Management.Automation;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Deletes the record of the scopes that a user has granted to a client application.</summary>
/// <remarks>
/// <para>The user is asked for consent again next time. Tokens stay valid. A record that doesn't exist isn't an error. Calls DELETE /client/granted_scopes/delete/{clientId}.</para>
/// </remarks>
/// <example>
/// <para>Delete the record of a user's grants.</para>
/// <code>
/// Remove-AuthleteGrantedScope -ClientId $clientId -Subject 'user-1'
/// </code>
/// </example>
/// <example>
/// <para>See what would happen for each client.</para>
/// <code>
/// Get-AuthleteClientAuthorization 'user-1' | Remove-AuthleteGrantedScope -Subject 'user-1' -WhatIf
/// </code>
/// </example>
/// <inputs type="Authlete.ApiClient.Models.Client">A client, a client ID as a number, or an object from another module or a file with the property ClientId.</inputs>
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
