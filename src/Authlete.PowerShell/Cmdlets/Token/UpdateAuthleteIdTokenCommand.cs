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
/// <seealso cref="InvokeAuthleteUserInfoCommand"/>
/// <seealso>about_Authlete</seealso>
/// <seealso href="docs/sandbox.md">Sandbox</seealso>
/// <seealso href="https://openid.net/specs/openid-connect-core-1_0.html">OpenID Connect Core</seealso>
[Cmdlet(VerbsData.Update, "AuthleteIdToken", HelpUri = CmdletPage.Folder + "Update-AuthleteIdToken.md")]
[OutputType(typeof(IdTokenReissueResponse))]
public sealed partial class UpdateAuthleteIdTokenCommand : OperationCmdlet;
