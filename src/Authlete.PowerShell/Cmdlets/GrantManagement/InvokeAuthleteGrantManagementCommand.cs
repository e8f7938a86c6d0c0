using System.Management.Automation;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Processes a request to the grant management endpoint.</summary>
/// <remarks>
/// <para>Queries or revokes a grant (Grant Management for OAuth 2.0) with an access token that has the scope for it. Calls POST /gm. This cmdlet returns any action; none is an error. <c>ResponseContent</c> is the content for the client.</para>
/// </remarks>
/// <example>
/// <para>Query a grant.</para>
/// <code>
/// $token = New-AuthleteAccessToken -ClientId $clientId -GrantType AUTHORIZATION_CODE -Subject 'user-1' -Scopes openid
/// Invoke-AuthleteGrantManagement -GmAction QUERY -GrantId 'a-grant-id' -AccessToken $token.AccessToken
/// </code>
/// </example>
/// <example>
/// <para>Revoke a grant.</para>
/// <code>
/// $token = New-AuthleteAccessToken -ClientId $clientId -GrantType AUTHORIZATION_CODE -Subject 'user-1' -Scopes openid
/// (Invoke-AuthleteGrantManagement -GmAction REVOKE -GrantId 'a-grant-id' -AccessToken $token.AccessToken).Action
/// </code>
/// </example>
/// <seealso cref="InvokeAuthleteAuthorizationCommand"/>
/// <seealso cref="InvokeAuthleteTokenCommand"/>
/// <seealso cref="InvokeAuthleteIntrospectionCommand"/>
/// <seealso cref="GetAuthleteGrantedScopeCommand"/>
/// <seealso>about_Authlete</seealso>
/// <seealso href="docs/sandbox.md">Sandbox</seealso>
/// <seealso href="https://openid.net/specs/oauth-v2-grant-management.html">Grant Management for OAuth 2.0</seealso>
[Cmdlet(VerbsLifecycle.Invoke, "AuthleteGrantManagement", HelpUri = CmdletPage.Folder + "Invoke-AuthleteGrantManagement.md")]
[OutputType(typeof(GMResponse))]
public sealed partial class InvokeAuthleteGrantManagementCommand : OperationCmdlet;
