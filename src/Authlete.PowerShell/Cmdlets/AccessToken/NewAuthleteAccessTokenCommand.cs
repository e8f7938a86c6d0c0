using System.Management.Automation;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Creates an access token, and a refresh token where the grant type has one, without a flow.</summary>
/// <remarks>
/// <para>POST /auth/token/create. For token exchange, for tokens that were issued by another system, and for tests. The grant type must be enabled on the service; a scope that the service does not know is an error here.</para>
/// <para>An action other than OK is an error of this cmdlet, with the result code as its id. The token is in the output: keep it out of logs.</para>
/// </remarks>
/// <example>
/// <para>Create a token for a user.</para>
/// <code>
/// New-AuthleteAccessToken -ClientId $clientId -GrantType AUTHORIZATION_CODE -Subject 'user-1' -Scopes openid, profile
/// </code>
/// </example>
/// <example>
/// <para>Create a token of a client that lives for five minutes.</para>
/// <code>
/// $token = New-AuthleteAccessToken -ClientId $clientId -GrantType CLIENT_CREDENTIALS -AccessTokenDuration ([TimeSpan]::FromMinutes(5))
/// $token.ExpiresIn
/// </code>
/// </example>
/// <seealso cref="GetAuthleteAccessTokenCommand"/>
/// <seealso cref="InvokeAuthleteTokenCommand"/>
/// <seealso>about_Authlete_Errors</seealso>
[Cmdlet(VerbsCommon.New, "AuthleteAccessToken", SupportsShouldProcess = true)]
[OutputType(typeof(TokenCreateResponse))]
public sealed partial class NewAuthleteAccessTokenCommand : OperationCmdlet;
