using System.Management.Automation;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Issues the authorization response for a user who logged in and agreed.</summary>
/// <remarks>
/// <para>Turns the ticket of an authorization request into a code, tokens or an ID token, with POST /auth/authorization/issue. If the action is LOCATION, <c>ResponseContent</c> is the URI to redirect to, and <c>ResponseParameters</c> has its decoded parameters, such as the code. If it is FORM, <c>ResponseContent</c> is a page.</para>
/// <para>Only the ticket comes from the pipeline. Specify the user who logged in as <c>-Subject</c>: the subject in an authorization response is the one that the client asked for.</para>
/// <para>A ticket can be used once.</para>
/// </remarks>
/// <example>
/// <para>Approve a request for the user who logged in.</para>
/// <code>
/// $request = Invoke-AuthleteAuthorization -Parameters @{
///     response_type = 'code'
///     client_id     = $clientId
///     redirect_uri  = $redirectUri
///     scope         = 'openid'
/// }
/// $request | Approve-AuthleteAuthorization -Subject 'user-1'
/// </code>
/// </example>
/// <example>
/// <para>Take the code out of the response, and issue claims with the ID token.</para>
/// <code>
/// $request = Invoke-AuthleteAuthorization -Parameters @{
///     response_type = 'code'
///     client_id     = $clientId
///     redirect_uri  = $redirectUri
///     scope         = 'openid'
/// }
/// $response = $request | Approve-AuthleteAuthorization -Subject 'user-1' -Claims @{ name = 'Max' } -AuthTime ([DateTimeOffset]::UtcNow)
/// $response.ResponseParameters.code
/// </code>
/// </example>
/// <inputs type="Authlete.ApiClient.Models.AuthorizationResponse">A response of Invoke-AuthleteAuthorization. Only its ticket is used.</inputs>
/// <seealso cref="InvokeAuthleteAuthorizationCommand"/>
/// <seealso cref="DenyAuthleteAuthorizationCommand"/>
/// <seealso cref="InvokeAuthleteTokenCommand"/>
/// <seealso>about_Authlete</seealso>
/// <seealso href="samples/authorization-code-flow.ps1">Sample of an authorization code flow</seealso>
[Cmdlet(
    VerbsLifecycle.Approve,
    "AuthleteAuthorization",
    DefaultParameterSetName = ByName,
    HelpUri = CmdletPage.Folder + "Approve-AuthleteAuthorization.md"
)]
[OutputType(typeof(AuthorizationIssueResponse))]
public sealed partial class ApproveAuthleteAuthorizationCommand : ContinuationCmdlet { }
