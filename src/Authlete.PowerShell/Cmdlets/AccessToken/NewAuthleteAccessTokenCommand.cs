using System.Management.Automation;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Creates an access token without an authorization flow.</summary>
/// <remarks>
/// <para>Use this cmdlet for token exchange, for tests, and to migrate tokens from another system. If the grant type has refresh tokens, the cmdlet also creates a refresh token. The service must support the grant type and have the scopes.</para>
/// <para>The output contains the tokens. Keep it out of logs.</para>
/// <para>Calls POST /auth/token/create. An action other than OK is an error.</para>
/// </remarks>
/// <example>
/// <para>Create a token for a user.</para>
/// <code>
/// New-AuthleteAccessToken -ClientId $clientId -Subject user-1 `
///     -GrantType AUTHORIZATION_CODE -Scopes openid, profile
/// </code>
/// </example>
/// <example>
/// <para>Create a token that is valid for five minutes.</para>
/// <code>
/// $token = New-AuthleteAccessToken -ClientId $clientId `
///     -GrantType CLIENT_CREDENTIALS -AccessTokenDuration 300
/// $token.ExpiresIn
/// </code>
/// </example>
/// <example>
/// <para>Store properties with a token.</para>
/// <code>
/// New-AuthleteAccessToken -ClientId $clientId -Subject user-1 `
///     -GrantType AUTHORIZATION_CODE -Properties @{ branch = '42' }
/// </code>
/// </example>
/// <seealso cref="GetAuthleteAccessTokenCommand"/>
/// <seealso cref="SetAuthleteAccessTokenCommand"/>
/// <seealso cref="RevokeAuthleteAccessTokenCommand"/>
/// <seealso cref="InvokeAuthleteTokenCommand"/>
/// <seealso cref="InvokeAuthleteIntrospectionCommand"/>
/// <seealso>about_Authlete</seealso>
/// <seealso href="docs/recipes.md">Recipes</seealso>
[Cmdlet(VerbsCommon.New, "AuthleteAccessToken", SupportsShouldProcess = true, HelpUri = CmdletPage.Folder + "New-AuthleteAccessToken.md")]
[OutputType(typeof(TokenCreateResponse))]
public sealed partial class NewAuthleteAccessTokenCommand : OperationCmdlet;
