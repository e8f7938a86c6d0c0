using System.Management.Automation;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Issues a new ID token with a refreshed access token.</summary>
/// <remarks>
/// <para>Call this cmdlet after Invoke-AuthleteToken returned the action ID_TOKEN_REISSUABLE for a refresh token. <c>IdToken</c> is the new ID token, and <c>ResponseContent</c> is the JSON for the client.</para>
/// <para>Calls POST /idtoken/reissue. An action other than OK is an error.</para>
/// </remarks>
/// <example>
/// <para>Reissue an ID token.</para>
/// <code>
/// $response = Update-AuthleteIdToken -AccessToken $accessToken `
///     -RefreshToken $refreshToken
/// $response.IdToken
/// </code>
/// </example>
/// <example>
/// <para>Add a claim to the ID token.</para>
/// <code>
/// Update-AuthleteIdToken -AccessToken $accessToken `
///     -RefreshToken $refreshToken -Claims @{ given_name = 'Max' }
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
