using System.Management.Automation;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Issues a new ID token with a refreshed access token.</summary>
/// <remarks>
/// <para>Call it after a refresh token request returned the action ID_TOKEN_REISSUABLE. <c>IdToken</c> is the new ID token, and <c>ResponseContent</c> is the JSON for the client. An action other than OK is an error. Calls POST /idtoken/reissue.</para>
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
/// <para>Add a claim.</para>
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
