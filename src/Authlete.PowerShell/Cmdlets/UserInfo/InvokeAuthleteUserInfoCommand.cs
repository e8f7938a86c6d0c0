using System.Management.Automation;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Checks a userinfo request and returns which claims to gather.</summary>
/// <remarks>
/// <para>Checks the access token of a request to the userinfo endpoint (OpenID Connect Core section 5.3), with POST /auth/userinfo. If the action is OK, gather the values of <c>Claims</c> for <c>Subject</c> and call Approve-AuthleteUserInfo. Otherwise, <c>ResponseContent</c> is a value for the WWW-Authenticate header.</para>
/// </remarks>
/// <example>
/// <para>Check a userinfo request.</para>
/// <code>
/// $token = New-AuthleteAccessToken -ClientId $clientId -GrantType AUTHORIZATION_CODE -Subject 'user-1' -Scopes openid
/// Invoke-AuthleteUserInfo $token.AccessToken
/// </code>
/// </example>
/// <example>
/// <para>Take the token from the pipeline.</para>
/// <code>
/// $token = New-AuthleteAccessToken -ClientId $clientId -GrantType AUTHORIZATION_CODE -Subject 'user-1' -Scopes openid
/// ($token | Invoke-AuthleteUserInfo).Subject
/// </code>
/// </example>
/// <inputs type="System.String">An access token, or an object with the property AccessToken.</inputs>
/// <seealso cref="ApproveAuthleteUserInfoCommand"/>
/// <seealso cref="InvokeAuthleteIntrospectionCommand"/>
/// <seealso cref="GetAuthleteAccessTokenCommand"/>
/// <seealso>about_Authlete</seealso>
/// <seealso href="samples/authorization-code-flow.ps1">Sample of an authorization code flow</seealso>
[Cmdlet(VerbsLifecycle.Invoke, "AuthleteUserInfo", HelpUri = CmdletPage.Folder + "Invoke-AuthleteUserInfo.md")]
[OutputType(typeof(UserInfoResponse))]
public sealed partial class InvokeAuthleteUserInfoCommand : ThrottledOperationCmdlet;
