using System.Management.Automation;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Queries or revokes a grant at a client's request.</summary>
/// <remarks>
/// <para>Call this cmdlet from your grant management endpoint (Grant Management for OAuth 2.0). The access token must have the scope for the action. <c>ResponseContent</c> is the content for the client. Every action is a result and not an error.</para>
/// <para>Calls POST /gm.</para>
/// </remarks>
/// <example>
/// <para>Query a grant.</para>
/// <code>
/// Invoke-AuthleteGrantManagement -GmAction QUERY -GrantId 'a-grant-id' `
///     -AccessToken $accessToken
/// </code>
/// </example>
/// <example>
/// <para>Revoke a grant, and show the action.</para>
/// <code>
/// $response = Invoke-AuthleteGrantManagement -GmAction REVOKE `
///     -GrantId 'a-grant-id' -AccessToken $accessToken
/// $response.Action
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
