using System.Management.Automation;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Removes a user's authorization of a client application.</summary>
/// <remarks>
/// <para>The cmdlet deletes all tokens that the client has for the user. If there are none, it succeeds. It prompts for confirmation. In scripts, specify <c>-Confirm:$false</c>.</para>
/// <para>Calls DELETE /client/authorization/delete/{clientId}.</para>
/// </remarks>
/// <example>
/// <para>Remove the authorization of one client.</para>
/// <code>
/// Remove-AuthleteClientAuthorization -ClientId $clientId `
///     -Subject user-1 -Confirm:$false
/// </code>
/// </example>
/// <example>
/// <para>Remove the authorizations of all clients.</para>
/// <code>
/// Get-AuthleteClientAuthorization user-1 |
///     Remove-AuthleteClientAuthorization -Subject user-1 -Confirm:$false
/// </code>
/// </example>
/// <inputs type="Authlete.ApiClient.Models.Client">A client. You can also pipe client IDs as numbers, and objects that aren't from this module, such as rows of a CSV file, with the property ClientId.</inputs>
/// <outputs>None. This cmdlet returns no output.</outputs>
/// <seealso cref="GetAuthleteClientAuthorizationCommand"/>
/// <seealso cref="SetAuthleteClientAuthorizationCommand"/>
/// <seealso cref="RemoveAuthleteGrantedScopeCommand"/>
/// <seealso cref="RevokeAuthleteAccessTokenCommand"/>
/// <seealso>about_Authlete</seealso>
/// <seealso href="docs/recipes.md">Recipes</seealso>
[Cmdlet(
    VerbsCommon.Remove,
    "AuthleteClientAuthorization",
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.High,
    HelpUri = CmdletPage.Folder + "Remove-AuthleteClientAuthorization.md"
)]
[OutputType(typeof(void))]
public sealed partial class RemoveAuthleteClientAuthorizationCommand : ThrottledOperationCmdlet;
