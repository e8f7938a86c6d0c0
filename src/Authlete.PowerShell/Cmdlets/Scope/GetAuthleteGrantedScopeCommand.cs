using System.Management.Automation;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Gets the scopes that a user has granted to a client application.</summary>
/// <remarks>
/// <para><c>LatestGrantedScopes</c> contains the scopes of the user's latest decision, and <c>MergedGrantedScopes</c> those of all decisions. If there is no record, both are <c>$null</c>.</para>
/// <para>Calls GET /client/granted_scopes/get/{clientId}.</para>
/// </remarks>
/// <example>
/// <para>Get the scopes that a user has granted to a client.</para>
/// <code>
/// $granted = Get-AuthleteGrantedScope -ClientId $clientId -Subject user-1
/// $granted.MergedGrantedScopes
/// </code>
/// </example>
/// <example>
/// <para>Get the scopes that a user has granted to each client.</para>
/// <code>
/// Get-AuthleteClientAuthorization user-1 |
///     Get-AuthleteGrantedScope -Subject user-1
/// </code>
/// </example>
/// <inputs type="Authlete.ApiClient.Models.Client">A client ID as a number, or any object with the property ClientId.</inputs>
/// <seealso cref="RemoveAuthleteGrantedScopeCommand"/>
/// <seealso cref="GetAuthleteClientAuthorizationCommand"/>
/// <seealso cref="GetAuthleteAccessTokenCommand"/>
/// <seealso>about_Authlete</seealso>
/// <seealso href="docs/recipes.md">Recipes</seealso>
[Cmdlet(VerbsCommon.Get, "AuthleteGrantedScope", HelpUri = CmdletPage.Folder + "Get-AuthleteGrantedScope.md")]
[OutputType(typeof(ClientGrantedScopesGetResponse))]
public sealed partial class GetAuthleteGrantedScopeCommand : ThrottledOperationCmdlet;
