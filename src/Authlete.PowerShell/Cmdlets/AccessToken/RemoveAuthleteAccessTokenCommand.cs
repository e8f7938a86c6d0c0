using System.Management.Automation;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Deletes an access token and its refresh token.</summary>
/// <remarks>
/// <para>Specify the token or its hash, or pipe a record from Get-AuthleteAccessToken, which deletes that one token. A token that doesn't exist isn't an error. Calls DELETE /auth/token/delete/{accessTokenIdentifier}.</para>
/// </remarks>
/// <example>
/// <para>Delete a token.</para>
/// <code>
/// $token = New-AuthleteAccessToken -ClientId $clientId -GrantType AUTHORIZATION_CODE -Subject 'user-1' -Scopes openid, profile
/// Remove-AuthleteAccessToken -AccessTokenIdentifier $token.AccessToken
/// </code>
/// </example>
/// <example>
/// <para>Delete all tokens of a user.</para>
/// <code>
/// Get-AuthleteAccessToken -Subject 'user-1' | Remove-AuthleteAccessToken -Confirm:$false
/// </code>
/// </example>
/// <inputs type="Authlete.ApiClient.Models.AccessToken">An access token, or an object from another module or a file with the property AccessTokenIdentifier, AccessTokenHash or AccessToken.</inputs>
/// <outputs>None. This cmdlet returns no output.</outputs>
/// <seealso cref="GetAuthleteAccessTokenCommand"/>
/// <seealso cref="RevokeAuthleteAccessTokenCommand"/>
/// <seealso cref="NewAuthleteAccessTokenCommand"/>
/// <seealso>about_Authlete</seealso>
/// <seealso href="docs/recipes.md">Recipes</seealso>
[Cmdlet(
    VerbsCommon.Remove,
    "AuthleteAccessToken",
    SupportsShouldProcess = true,
    HelpUri = CmdletPage.Folder + "Remove-AuthleteAccessToken.md"
)]
[OutputType(typeof(void))]
public sealed partial class RemoveAuthleteAccessTokenCommand : ThrottledOperationCmdlet
{
    private protected override bool ShouldSend() =>
        ShouldProcess(AccessTokenText.Of("access token", AccessTokenIdentifier!, nameof(AccessToken.AccessTokenHash)), "Delete");
}
