using System.Management.Automation;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Checks an authorization request and says what to do next.</summary>
/// <remarks>
/// <para>Sends the parameters of an authorization request (RFC 6749 section 4.1.1, OpenID Connect Core section 3.1.2.1), as they came to the authorization endpoint, to POST /auth/authorization.</para>
/// <para>The <c>Action</c> of the answer says how to go on. INTERACTION: show a login and consent page, then call Approve- or Deny-AuthleteAuthorization with the ticket. NO_INTERACTION: the same without a page. LOCATION and FORM: give <c>ResponseContent</c> to the browser. BAD_REQUEST and INTERNAL_SERVER_ERROR: an error that may not be redirected. Any action is a result of this cmdlet, not an error.</para>
/// <para>A ticket can be used once and lives for 24 hours. Calling again makes another ticket.</para>
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
/// <para>Check a URL that an application would send the browser to.</para>
/// <code>
/// $url = "https://as.example.com/authorize?response_type=code&amp;client_id=$clientId"
/// (Invoke-AuthleteAuthorization $url).Action
/// </code>
/// <para>The query of the URL is taken as it is; nothing is encoded a second time.</para>
/// </example>
/// <seealso cref="ApproveAuthleteAuthorizationCommand"/>
/// <seealso cref="DenyAuthleteAuthorizationCommand"/>
/// <seealso cref="InvokeAuthleteTokenCommand"/>
/// <seealso>about_Authlete</seealso>
[Cmdlet(VerbsLifecycle.Invoke, "AuthleteAuthorization")]
[OutputType(typeof(AuthorizationResponse))]
public sealed partial class InvokeAuthleteAuthorizationCommand : OperationCmdlet;
