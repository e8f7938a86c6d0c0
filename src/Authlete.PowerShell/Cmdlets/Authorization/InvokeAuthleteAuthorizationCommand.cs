using System.Management.Automation;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Checks an authorization request and returns what to do next.</summary>
/// <remarks>
/// <para>Sends the parameters of an authorization request (RFC 6749 section 4.1.1, OpenID Connect Core section 3.1.2.1), as the authorization endpoint received them, to POST /auth/authorization.</para>
/// <para><c>Action</c> in the response is the next step. INTERACTION: show a login and consent page, then call Approve- or Deny-AuthleteAuthorization with the ticket. NO_INTERACTION: do the same without a page. LOCATION and FORM: send <c>ResponseContent</c> to the browser. BAD_REQUEST and INTERNAL_SERVER_ERROR: show an error, and don't redirect. This cmdlet returns any action; none is an error.</para>
/// <para>A ticket works once, for 24 hours. Each call returns another ticket.</para>
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
/// <para>Check a URL that an application sends the browser to.</para>
/// <code>
/// $url = "https://as.example.com/authorize?response_type=code&amp;client_id=$clientId"
/// (Invoke-AuthleteAuthorization $url).Action
/// </code>
/// <para>The query of the URL is sent as it is. Nothing is encoded a second time.</para>
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
