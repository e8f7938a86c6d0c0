using System.Management.Automation;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Creates an access token without a flow, and a refresh token if the grant type has one.</summary>
/// <remarks>
/// <para>Use it for token exchange, for tokens that another system issued, and for tests. The service must support the grant type. A scope that the service doesn't have is an error. Calls POST /auth/token/create.</para>
/// <para>An action other than OK is an error, with the result code as its ID. The output contains the token: keep it out of logs.</para>
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
/// <seealso cref="SetAuthleteAccessTokenCommand"/>
/// <seealso cref="RevokeAuthleteAccessTokenCommand"/>
/// <seealso cref="InvokeAuthleteTokenCommand"/>
/// <seealso cref="InvokeAuthleteIntrospectionCommand"/>
/// <seealso>about_Authlete</seealso>
/// <seealso href="docs/recipes.md">Recipes</seealso>
[Cmdlet(VerbsCommon.New, "AuthleteAccessToken", SupportsShouldProcess = true, HelpUri = CmdletPage.Folder + "New-AuthleteAccessToken.md")]
[OutputType(typeof(TokenCreateResponse))]
public sealed partial class NewAuthleteAccessTokenCommand : OperationCmdlet;
