using System.Management.Automation;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Issues a new ID token beside a refreshed access token.</summary>
/// <remarks>
/// <para>POST /idtoken/reissue: for a token request with a refresh token whose answer had the action ID_TOKEN_REISSUABLE. With the action OK, <c>IdToken</c> is the new ID token and <c>ResponseContent</c> the JSON for the client; any other action is an error of this cmdlet.</para>
/// </remarks>
/// <example>
/// <para>Reissue the ID token while refreshing.</para>
/// <code>
/// $token = New-AuthleteAccessToken -ClientId $clientId -GrantType AUTHORIZATION_CODE -Subject 'user-1' -Scopes openid
/// $answer = Update-AuthleteIdToken -AccessToken $token.AccessToken -RefreshToken $token.RefreshToken
/// $answer.IdToken
/// </code>
/// </example>
/// <example>
/// <para>Put a claim in.</para>
/// <code>
/// $token = New-AuthleteAccessToken -ClientId $clientId -GrantType AUTHORIZATION_CODE -Subject 'user-1' -Scopes openid
/// Update-AuthleteIdToken -AccessToken $token.AccessToken -RefreshToken $token.RefreshToken -Claims @{ given_name = 'Max' }
/// </code>
/// </example>
/// <seealso cref="InvokeAuthleteTokenCommand"/>
/// <seealso>about_Authlete_Errors</seealso>
[Cmdlet(VerbsData.Update, "AuthleteIdToken")]
[OutputType(typeof(IdTokenReissueResponse))]
public sealed partial class UpdateAuthleteIdTokenCommand : OperationCmdlet;
