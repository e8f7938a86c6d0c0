using System.Management.Automation;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Revokes a token at the request of the client that holds it.</summary>
/// <remarks>
/// <para>Call this cmdlet from your revocation endpoint (RFC 7009), with the body of the request in <c>-Parameters</c>. It authenticates the client as at the token endpoint. An access token and its refresh token are revoked together. For an unknown token, the action is OK. Every action is a result and not an error.</para>
/// <para>To revoke tokens yourself, use Revoke-AuthleteAccessToken.</para>
/// <para>Calls POST /auth/revocation.</para>
/// </remarks>
/// <example>
/// <para>Revoke an access token.</para>
/// <code>
/// Invoke-AuthleteRevocation -Parameters @{ token = $accessToken } `
///     -ClientId $clientId -ClientSecret $clientSecret
/// </code>
/// </example>
/// <example>
/// <para>Show the action for a wrong client secret.</para>
/// <code>
/// $response = Invoke-AuthleteRevocation 'token=some-token' `
///     -ClientId $clientId -ClientSecret 'wrong'
/// $response.Action
/// </code>
/// <para>INVALID_CLIENT is a response for the client, and not an error of the cmdlet.</para>
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
