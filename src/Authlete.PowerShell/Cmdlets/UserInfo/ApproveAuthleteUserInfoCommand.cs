using System.Management.Automation;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Issues the userinfo response with the claims that you collected.</summary>
/// <remarks>
/// <para>The cmdlet repeats the checks of Invoke-AuthleteUserInfo. If the action is JSON or JWT, <c>ResponseContent</c> is the content for the client, in the format that the client registered. Every action is a result and not an error.</para>
/// <para>Calls POST /auth/userinfo/issue.</para>
/// </remarks>
/// <example>
/// <para>Return a name and an email address.</para>
/// <code>
/// $claims = [ordered]@{ name = 'Max'; email = 'max@example.com' }
/// Approve-AuthleteUserInfo $accessToken -Claims $claims
/// </code>
/// </example>
/// <example>
/// <para>Show a claim that the client receives.</para>
/// <code>
/// $response = Approve-AuthleteUserInfo $accessToken -Claims '{"name":"Max"}'
/// $response.GetResponseObject().name
/// </code>
/// </example>
/// <seealso cref="InvokeAuthleteUserInfoCommand"/>
/// <seealso cref="InvokeAuthleteTokenCommand"/>
/// <seealso>about_Authlete</seealso>
/// <seealso href="samples/authorization-code-flow.ps1">Sample of an authorization code flow</seealso>
[Cmdlet(VerbsLifecycle.Approve, "AuthleteUserInfo", HelpUri = CmdletPage.Folder + "Approve-AuthleteUserInfo.md")]
[OutputType(typeof(UserInfoIssueResponse))]
public sealed partial class ApproveAuthleteUserInfoCommand : OperationCmdlet;
