using System.Management.Automation;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Issues the response to an authorization request that the user approved.</summary>
/// <remarks>
/// <para>The cmdlet exchanges the ticket of Invoke-AuthleteAuthorization for a response with a code, tokens or an ID token. If the action is LOCATION, redirect the browser to the URI in <c>ResponseContent</c>. <c>ResponseParameters</c> contains its decoded parameters, such as the code. If the action is FORM, return the HTML page in <c>ResponseContent</c>. A ticket works once.</para>
/// <para>Only the ticket comes from the pipeline. Specify the user who logged in with <c>-Subject</c>. The subject in the response of Invoke-AuthleteAuthorization is the one that the client asked for, not the one who logged in.</para>
/// <para>Every action is a result and not an error.</para>
/// <para>Calls POST /auth/authorization/issue.</para>
/// </remarks>
/// <example>
/// <para>Approve a request.</para>
/// <code>
/// $request = Invoke-AuthleteAuthorization -Parameters @{
///     response_type = 'code'
///     client_id     = $clientId
///     redirect_uri  = $redirectUri
///     scope         = 'openid'
/// }
/// $request | Approve-AuthleteAuthorization -Subject user-1
/// </code>
/// </example>
/// <example>
/// <para>Add claims to the ID token, and get the code.</para>
/// <code>
/// $request = Invoke-AuthleteAuthorization -Parameters @{
///     response_type = 'code'
///     client_id     = $clientId
///     redirect_uri  = $redirectUri
///     scope         = 'openid'
/// }
/// $response = $request | Approve-AuthleteAuthorization -Subject user-1 `
///     -Claims @{ name = 'Max' } -AuthTime ([DateTimeOffset]::UtcNow)
/// $response.ResponseParameters.code
/// </code>
/// </example>
/// <inputs type="Authlete.ApiClient.Models.AuthorizationResponse">A response of Invoke-AuthleteAuthorization. The cmdlet uses only its ticket.</inputs>
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
