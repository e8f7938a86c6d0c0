using System.Management.Automation;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Checks a userinfo request and returns the claims to collect.</summary>
/// <remarks>
/// <para>Call this cmdlet from your userinfo endpoint (OpenID Connect Core section 5.3), with the access token of the request. If the action is OK, collect the values of <c>Claims</c> for the user in <c>Subject</c>, and call Approve-AuthleteUserInfo. Otherwise, <c>ResponseContent</c> is the value for the WWW-Authenticate header. Every action is a result and not an error.</para>
/// <para>Calls POST /auth/userinfo.</para>
/// </remarks>
/// <example>
/// <para>Check a userinfo request.</para>
/// <code>
/// Invoke-AuthleteUserInfo $accessToken
/// </code>
/// </example>
/// <example>
/// <para>Show the user whose claims are requested.</para>
/// <code>
/// ($accessToken | Invoke-AuthleteUserInfo).Subject
/// </code>
/// </example>
/// <inputs type="System.String">An access token, or any object with the property AccessToken.</inputs>
/// <seealso cref="ApproveAuthleteUserInfoCommand"/>
/// <seealso cref="InvokeAuthleteIntrospectionCommand"/>
/// <seealso cref="GetAuthleteAccessTokenCommand"/>
/// <seealso>about_Authlete</seealso>
/// <seealso href="samples/authorization-code-flow.ps1">Sample of an authorization code flow</seealso>
[Cmdlet(VerbsLifecycle.Invoke, "AuthleteUserInfo", HelpUri = CmdletPage.Folder + "Invoke-AuthleteUserInfo.md")]
[OutputType(typeof(UserInfoResponse))]
public sealed partial class InvokeAuthleteUserInfoCommand : ThrottledOperationCmdlet;
