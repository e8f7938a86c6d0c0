using System.Management.Automation;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Checks a token request and issues tokens.</summary>
/// <remarks>
/// <para>Sends the form body of a token request (RFC 6749 section 3.2), as it came to the token endpoint, to POST /auth/token. For a client that authenticates with HTTP Basic, its id and secret go into <c>-ClientId</c> and <c>-ClientSecret</c>; one that sends them in the form has them in <c>-Parameters</c>.</para>
/// <para>The <c>Action</c> says how to go on. OK: <c>ResponseContent</c> is the JSON for the client. PASSWORD: check <c>Username</c> and <c>Password</c>, then call Approve- or Deny-AuthleteToken with the ticket. TOKEN_EXCHANGE and JWT_BEARER: nothing is issued yet; use New-AuthleteAccessToken. BAD_REQUEST, INVALID_CLIENT, INTERNAL_SERVER_ERROR: an error to give back. Any action is a result of this cmdlet, not an error.</para>
/// <para>A code or refresh token is redeemed by the first call: don't repeat it.</para>
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
/// <seealso cref="InvokeAuthleteIntrospectionCommand"/>
/// <seealso>about_Authlete</seealso>
[Cmdlet(VerbsLifecycle.Invoke, "AuthleteToken")]
[OutputType(typeof(TokenResponse))]
public sealed partial class InvokeAuthleteTokenCommand : OperationCmdlet;
