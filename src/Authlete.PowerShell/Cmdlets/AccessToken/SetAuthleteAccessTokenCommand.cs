using System.Management.Automation;
using Authlete.ApiClient.Changes;
using Authlete.ApiClient.Models;
using Authlete.ApiClient.Transport;
using Authlete.PowerShell.Binding;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Changes the scopes, the expiration or the properties of an access token.</summary>
/// <remarks>
/// <para>Only the values that you specify change. Scopes and properties replace those of the token.</para>
/// <para>Calls POST /auth/token/update. An action other than OK is an error.</para>
/// </remarks>
/// <example>
/// <para>Leave a token only the scope openid.</para>
/// <code>
/// Set-AuthleteAccessToken -AccessTokenIdentifier $accessToken -Scopes openid
/// </code>
/// </example>
/// <example>
/// <para>Let all tokens of a user expire in a minute.</para>
/// <code>
/// $expiresAt = [DateTimeOffset]::UtcNow.AddMinutes(1)
/// Get-AuthleteAccessToken -Subject user-1 |
///     Set-AuthleteAccessToken -AccessTokenExpiresAt $expiresAt
/// </code>
/// </example>
/// <inputs type="Authlete.ApiClient.Models.AccessToken">The record of an access token, or a response that contains one. You can also pipe objects that aren't from this module, such as rows of a CSV file, with the property AccessTokenIdentifier, AccessTokenHash or AccessToken.</inputs>
/// <seealso cref="GetAuthleteAccessTokenCommand"/>
/// <seealso cref="NewAuthleteAccessTokenCommand"/>
/// <seealso cref="RevokeAuthleteAccessTokenCommand"/>
/// <seealso cref="SetAuthleteClientAuthorizationCommand"/>
/// <seealso>about_Authlete</seealso>
/// <seealso href="docs/recipes.md">Recipes</seealso>
[Cmdlet(VerbsCommon.Set, "AuthleteAccessToken", SupportsShouldProcess = true, HelpUri = CmdletPage.Folder + "Set-AuthleteAccessToken.md")]
[OutputType(typeof(TokenUpdateResponse))]
public sealed partial class SetAuthleteAccessTokenCommand : ThrottledOperationCmdlet
{
    // A token and its hash look alike. The kind of the last one is a hint about which to try first.
    private volatile bool _isLikelyHash;

    /// <summary>The access token, or its hash from Get-AuthleteAccessToken.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("AccessTokenHash", "AccessToken")]
    [Identifier("accessTokenIdentifier", "accessTokenHash", "accessToken")]
    public string? AccessTokenIdentifier { get; set; }

    private protected override PipedIdentifier? PipedIdentifier =>
        new(
            nameof(AccessTokenIdentifier),
            AccessTokenIdentifier,
            nameof(AccessToken),
            nameof(TokenResponse),
            nameof(TokenIssueResponse),
            nameof(TokenCreateResponse),
            nameof(TokenUpdateResponse)
        );

    private protected override bool ShouldSend() =>
        ShouldProcess(
            AccessTokenText.Of("access token", AccessTokenIdentifier!, nameof(AccessToken.AccessTokenHash)),
            "Update: " + RequestText.Of(NewCall().Body!)
        );

    private protected override PreparedCall Prepare()
    {
        var identifier = AccessTokenIdentifier;
        var isHash = _isLikelyHash;
        var prepared = base.Prepare();
        var alternative = NewCall();
        Identify(prepared.Call, identifier, isHash);
        Identify(alternative, identifier, !isHash);
        return prepared with { FindAlternative = failure => failure.Action == "NOT_FOUND" ? UseAlternative(alternative, !isHash) : null };
    }

    private ApiCall UseAlternative(ApiCall alternative, bool isHash)
    {
        _isLikelyHash = isHash;
        return alternative;
    }

    private static void Identify(ApiCall call, string? identifier, bool isHash)
    {
        var request = (TokenUpdateRequest)call.Body!;
        request.AccessToken = isHash ? null : identifier;
        request.AccessTokenHash = isHash ? identifier : null;
    }
}
