using System.Management.Automation;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Checks a token request and issues tokens.</summary>
/// <remarks>
/// <para>Sends the form body of a token request (RFC 6749 section 3.2), as the token endpoint received it, to POST /auth/token. If the client authenticates with HTTP Basic, specify its ID and secret as <c>-ClientId</c> and <c>-ClientSecret</c>. If it sends them in the form, they are in <c>-Parameters</c>.</para>
/// <para><c>Action</c> in the response is the next step. OK: return <c>ResponseContent</c>, the JSON for the client. PASSWORD: check <c>Username</c> and <c>Password</c>, then call Approve- or Deny-AuthleteToken with the ticket. TOKEN_EXCHANGE and JWT_BEARER: nothing is issued yet; use New-AuthleteAccessToken. BAD_REQUEST, INVALID_CLIENT and INTERNAL_SERVER_ERROR: return the error. This cmdlet returns any action; none is an error.</para>
/// <para>The first call redeems a code or refresh token. Don't repeat it.</para>
/// </remarks>
/// <example>
/// <para>Get a token with the client credentials grant.</para>
/// <code>
/// Invoke-AuthleteToken -Parameters @{ grant_type = 'client_credentials'; scope = 'accounts' } -ClientId $clientId -ClientSecret $clientSecret
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
/// $code = ($request | Approve-AuthleteAuthorization -Subject 'user-1').ResponseParameters.code
/// $token = Invoke-AuthleteToken -ClientId $clientId -ClientSecret $clientSecret -Parameters @{
///     grant_type   = 'authorization_code'
///     code         = $code
///     redirect_uri = $redirectUri
/// }
/// $token.AccessTokenExpiresAt
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
