using System.Management.Automation;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Processes a token request and returns the next step.</summary>
/// <remarks>
/// <para>Specify the body of the request as your token endpoint received it (RFC 6749 section 3.2). If the client authenticates with HTTP Basic, specify its ID and secret with <c>-ClientId</c> and <c>-ClientSecret</c>. The <c>Action</c> of the response is the next step:</para>
/// <list type="bullet">
/// <item>OK: return <c>ResponseContent</c>, the JSON with the tokens.</item>
/// <item>PASSWORD: check <c>Username</c> and <c>Password</c>. Then use the ticket to call Approve-AuthleteToken or Deny-AuthleteToken.</item>
/// <item>TOKEN_EXCHANGE, JWT_BEARER: no token was issued. Check the request, and call New-AuthleteAccessToken.</item>
/// <item>ID_TOKEN_REISSUABLE: call Update-AuthleteIdToken, or return <c>ResponseContent</c>.</item>
/// <item>BAD_REQUEST, INVALID_CLIENT, INTERNAL_SERVER_ERROR: return the error in <c>ResponseContent</c>.</item>
/// </list>
/// <para>Every action is a result and not an error. The call redeems the code or refresh token. Don't repeat it.</para>
/// <para>Calls POST /auth/token.</para>
/// </remarks>
/// <example>
/// <para>Get a token with the client credentials grant.</para>
/// <code>
/// Invoke-AuthleteToken -ClientId $clientId -ClientSecret $clientSecret `
///     -Parameters @{ grant_type = 'client_credentials' }
/// </code>
/// </example>
/// <example>
/// <para>Exchange a code for tokens.</para>
/// <code>
/// $request = Invoke-AuthleteAuthorization -Parameters @{
///     response_type = 'code'
///     client_id     = $clientId
///     redirect_uri  = $redirectUri
///     scope         = 'openid'
/// }
/// $response = $request | Approve-AuthleteAuthorization -Subject user-1
/// Invoke-AuthleteToken -ClientId $clientId -ClientSecret $clientSecret `
///     -Parameters @{
///         grant_type   = 'authorization_code'
///         code         = $response.ResponseParameters.code
///         redirect_uri = $redirectUri
///     }
/// </code>
/// </example>
/// <seealso cref="InvokeAuthleteAuthorizationCommand"/>
/// <seealso cref="ApproveAuthleteTokenCommand"/>
/// <seealso cref="DenyAuthleteTokenCommand"/>
/// <seealso cref="NewAuthleteAccessTokenCommand"/>
/// <seealso cref="UpdateAuthleteIdTokenCommand"/>
/// <seealso cref="InvokeAuthleteIntrospectionCommand"/>
/// <seealso>about_Authlete</seealso>
/// <seealso href="samples/authorization-code-flow.ps1">Sample of an authorization code flow</seealso>
[Cmdlet(VerbsLifecycle.Invoke, "AuthleteToken", HelpUri = CmdletPage.Folder + "Invoke-AuthleteToken.md")]
[OutputType(typeof(TokenResponse))]
public sealed partial class InvokeAuthleteTokenCommand : OperationCmdlet;
