using System.Management.Automation;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Makes the userinfo response from the claims that were gathered.</summary>
/// <remarks>
/// <para>Builds the answer of the userinfo endpoint: POST /auth/userinfo/issue. With the action JSON or JWT, <c>ResponseContent</c> is the content for the client, in the form that the client registered.</para>
/// <para>The checks of Invoke-AuthleteUserInfo are made again.</para>
/// </remarks>
/// <example>
/// <para>Answer with a name and an address.</para>
/// <code>
/// $token = New-AuthleteAccessToken -ClientId $clientId -GrantType AUTHORIZATION_CODE -Subject 'user-1' -Scopes openid
/// Approve-AuthleteUserInfo $token.AccessToken -Claims ([ordered]@{ name = 'Max'; email = 'max@example.com' })
/// </code>
/// </example>
/// <example>
/// <para>Look at what the client gets.</para>
/// <code>
/// $token = New-AuthleteAccessToken -ClientId $clientId -GrantType AUTHORIZATION_CODE -Subject 'user-1' -Scopes openid
/// (Approve-AuthleteUserInfo $token.AccessToken -Claims '{"name":"Max"}').GetResponseObject().sub
/// </code>
/// </example>
/// <seealso cref="InvokeAuthleteUserInfoCommand"/>
[Cmdlet(VerbsLifecycle.Approve, "AuthleteUserInfo")]
[OutputType(typeof(UserInfoIssueResponse))]
public sealed partial class ApproveAuthleteUserInfoCommand : OperationCmdlet;
