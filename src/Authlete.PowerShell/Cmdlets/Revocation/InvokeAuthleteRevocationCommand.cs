using System.Management.Automation;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Revokes a token on behalf of the client that holds it.</summary>
/// <remarks>
/// <para>Sends the form body of a revocation request (RFC 7009) to POST /auth/revocation. The client authenticates as at the token endpoint. An access token and its refresh token are revoked together. An unknown token isn't an error: the action is OK.</para>
/// </remarks>
/// <example>
/// <para>Revoke an access token.</para>
/// <code>
/// $token = New-AuthleteAccessToken -ClientId $clientId -GrantType AUTHORIZATION_CODE -Subject 'user-1' -Scopes openid
/// Invoke-AuthleteRevocation @{ token = $token.AccessToken } -ClientId $clientId -ClientSecret $clientSecret
/// </code>
/// </example>
/// <example>
/// <para>A wrong client secret.</para>
/// <code>
/// (Invoke-AuthleteRevocation 'token=some-token' -ClientId $clientId -ClientSecret 'wrong').Action
/// </code>
/// <para>INVALID_CLIENT is a response for the client, not an error of this cmdlet.</para>
/// </example>
/// <seealso cref="RevokeAuthleteAccessTokenCommand"/>
/// <seealso cref="InvokeAuthleteTokenCommand"/>
/// <seealso cref="InvokeAuthleteStandardIntrospectionCommand"/>
/// <seealso>about_Authlete</seealso>
/// <seealso href="docs/recipes.md">Recipes</seealso>
/// <seealso href="https://www.rfc-editor.org/rfc/rfc7009">RFC 7009: token revocation</seealso>
[Cmdlet(VerbsLifecycle.Invoke, "AuthleteRevocation", HelpUri = CmdletPage.Folder + "Invoke-AuthleteRevocation.md")]
[OutputType(typeof(RevocationResponse))]
public sealed partial class InvokeAuthleteRevocationCommand : OperationCmdlet;
