using System.Management.Automation;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Issues the userinfo response with the claims that you gathered.</summary>
/// <remarks>
/// <para>If the action is JSON or JWT, <c>ResponseContent</c> is the content for the client, in the format that the client registered. Calls POST /auth/userinfo/issue.</para>
/// <para>It repeats the checks of Invoke-AuthleteUserInfo.</para>
/// </remarks>
/// <example>
/// <para>Return a name and an address.</para>
/// <code>
/// $token = New-AuthleteAccessToken -ClientId $clientId -GrantType AUTHORIZATION_CODE -Subject 'user-1' -Scopes openid
/// Approve-AuthleteUserInfo $token.AccessToken -Claims ([ordered]@{ name = 'Max'; email = 'max@example.com' })
/// </code>
/// </example>
/// <example>
/// <para>See what the client gets.</para>
/// <code>
/// $token = New-AuthleteAccessToken -ClientId $clientId -GrantType AUTHORIZATION_CODE -Subject 'user-1' -Scopes openid
/// (Approve-AuthleteUserInfo $token.AccessToken -Claims '{"name":"Max"}').GetResponseObject().sub
/// </code>
/// </example>
/// <seealso cref="InvokeAuthleteUserInfoCommand"/>
/// <seealso cref="InvokeAuthleteTokenCommand"/>
/// <seealso>about_Authlete</seealso>
/// <seealso href="samples/authorization-code-flow.ps1">Sample of an authorization code flow</seealso>
[Cmdlet(VerbsLifecycle.Approve, "AuthleteUserInfo", HelpUri = CmdletPage.Folder + "Approve-AuthleteUserInfo.md")]
[OutputType(typeof(UserInfoIssueResponse))]
public sealed partial class ApproveAuthleteUserInfoCommand : OperationCmdlet;
