using System.Management.Automation;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Removes the authorization that a user gave to a client application.</summary>
/// <remarks>
/// <para>Deletes all tokens that the client has for the user. If there are none, it isn't an error. Calls DELETE /client/authorization/delete/{clientId}.</para>
/// </remarks>
/// <example>
/// <para>Remove the authorization of one application.</para>
/// <code>
/// Remove-AuthleteClientAuthorization -ClientId $clientId -Subject 'user-1' -Confirm:$false
/// </code>
/// </example>
/// <example>
/// <para>Remove the authorizations of all applications.</para>
/// <code>
/// Get-AuthleteClientAuthorization 'user-1' | Remove-AuthleteClientAuthorization -Subject 'user-1' -Confirm:$false
/// </code>
/// </example>
/// <inputs type="Authlete.ApiClient.Models.Client">A client, a client ID as a number, or an object from another module or a file with the property ClientId.</inputs>
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
