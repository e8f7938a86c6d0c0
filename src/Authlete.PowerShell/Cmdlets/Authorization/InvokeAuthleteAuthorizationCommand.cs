using System.Management.Automation;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Checks an authorization request and returns the next step.</summary>
/// <remarks>
/// <para>Specify the parameters of the request as your authorization endpoint received them (RFC 6749 section 4.1.1, OpenID Connect Core section 3.1.2.1). The <c>Action</c> of the response is the next step:</para>
/// <list type="bullet">
/// <item>INTERACTION: show a login and consent page. Then use the ticket to call Approve-AuthleteAuthorization or Deny-AuthleteAuthorization.</item>
/// <item>NO_INTERACTION: call the same cmdlets without showing a page.</item>
/// <item>LOCATION: redirect the browser to the URI in <c>ResponseContent</c>.</item>
/// <item>FORM: return the HTML page in <c>ResponseContent</c>.</item>
/// <item>BAD_REQUEST, INTERNAL_SERVER_ERROR: show an error, and don't redirect.</item>
/// </list>
/// <para>Every action is a result and not an error. A ticket works once, for 24 hours.</para>
/// <para>Calls POST /auth/authorization.</para>
/// </remarks>
/// <example>
/// <para>Start an authorization code flow with PKCE.</para>
/// <code>
/// $pkce = New-AuthletePkce
/// Invoke-AuthleteAuthorization -Parameters @{
///     response_type         = 'code'
///     client_id             = $clientId
///     redirect_uri          = $redirectUri
///     scope                 = 'openid profile'
///     state                 = 'af0ifjsldkj'
///     code_challenge        = $pkce.CodeChallenge
///     code_challenge_method = $pkce.CodeChallengeMethod
/// }
/// </code>
/// </example>
/// <example>
/// <para>Check the URL of an authorization request.</para>
/// <code>
/// $url = 'https://as.example.com/authorize?response_type=code&amp;client_id='
/// (Invoke-AuthleteAuthorization "$url$clientId").Action
/// </code>
/// <para>The cmdlet sends the query of the URL unchanged.</para>
/// </example>
/// <seealso cref="NewAuthletePkceCommand"/>
/// <seealso cref="PushAuthleteAuthorizationRequestCommand"/>
/// <seealso cref="ApproveAuthleteAuthorizationCommand"/>
/// <seealso cref="DenyAuthleteAuthorizationCommand"/>
/// <seealso cref="InvokeAuthleteTokenCommand"/>
/// <seealso>about_Authlete</seealso>
/// <seealso href="samples/authorization-code-flow.ps1">Sample of an authorization code flow</seealso>
[Cmdlet(VerbsLifecycle.Invoke, "AuthleteAuthorization", HelpUri = CmdletPage.Folder + "Invoke-AuthleteAuthorization.md")]
[OutputType(typeof(AuthorizationResponse))]
public sealed partial class InvokeAuthleteAuthorizationCommand : OperationCmdlet;
