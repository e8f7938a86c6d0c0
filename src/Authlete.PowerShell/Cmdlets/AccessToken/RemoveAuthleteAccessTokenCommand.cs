using System.Management.Automation;
using Authlete.ApiClient.Models;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Deletes an access token and its refresh token.</summary>
/// <remarks>
/// <para>Specify the token or its hash, or pipe records from Get-AuthleteAccessToken. If the token doesn't exist, the cmdlet succeeds.</para>
/// <para>Calls DELETE /auth/token/delete/{accessTokenIdentifier}.</para>
/// </remarks>
/// <example>
/// <para>Delete a token.</para>
/// <code>
/// Remove-AuthleteAccessToken -AccessTokenIdentifier $accessToken
/// </code>
/// </example>
/// <example>
/// <para>Delete all tokens of a user.</para>
/// <code>
/// Get-AuthleteAccessToken -Subject user-1 | Remove-AuthleteAccessToken
/// </code>
/// </example>
/// <example>
/// <para>Delete the tokens of a user at one client.</para>
/// <code>
/// Get-AuthleteAccessToken -ClientId $clientId -Subject user-1 |
///     Remove-AuthleteAccessToken
/// </code>
/// </example>
/// <inputs type="Authlete.ApiClient.Models.AccessToken">The record of an access token, or a response that contains one. You can also pipe objects that aren't from this module, such as rows of a CSV file, with the property AccessTokenIdentifier, AccessTokenHash or AccessToken.</inputs>
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
