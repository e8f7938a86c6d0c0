using System.Management.Automation;
using Authlete.ApiClient.Api;
using Authlete.ApiClient.Models;
using Authlete.ApiClient.Transport;
using Authlete.PowerShell.Binding;
using Authlete.PowerShell.Completion;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Revokes one access token, or all access tokens of a client or a user.</summary>
/// <remarks>
/// <para>The refresh tokens that belong to the access tokens are revoked, too.</para>
/// <para>To revoke one token, specify the token, its hash or its refresh token, or pipe records from Get-AuthleteAccessToken. To revoke all tokens of a client, of a user, or of a user at one client, specify <c>-ClientIdentifier</c>, <c>-Subject</c> or both. These two never come from the pipeline.</para>
/// <para>The cmdlet prompts for confirmation. In scripts, specify <c>-Confirm:$false</c>.</para>
/// <para>To handle a client's request to your revocation endpoint, use Invoke-AuthleteRevocation.</para>
/// <para>Calls POST /auth/token/revoke.</para>
/// </remarks>
/// <example>
/// <para>Revoke a token.</para>
/// <code>
/// Revoke-AuthleteAccessToken $accessToken -Confirm:$false
/// </code>
/// </example>
/// <example>
/// <para>Revoke all tokens of a user.</para>
/// <code>
/// Revoke-AuthleteAccessToken -Subject user-1 -Confirm:$false
/// </code>
/// </example>
/// <example>
/// <para>Show what would be revoked.</para>
/// <code>
/// Revoke-AuthleteAccessToken -ClientIdentifier $clientId -Subject user-1 `
///     -WhatIf
/// </code>
/// </example>
/// <inputs type="Authlete.ApiClient.Models.AccessToken">The record of an access token, or any other object with the property AccessTokenIdentifier, AccessTokenHash or AccessToken.</inputs>
/// <seealso cref="GetAuthleteAccessTokenCommand"/>
/// <seealso cref="RemoveAuthleteAccessTokenCommand"/>
/// <seealso cref="RemoveAuthleteClientAuthorizationCommand"/>
/// <seealso cref="InvokeAuthleteRevocationCommand"/>
/// <seealso>about_Authlete</seealso>
/// <seealso href="docs/recipes.md">Recipes</seealso>
[Cmdlet(
    VerbsSecurity.Revoke,
    "AuthleteAccessToken",
    DefaultParameterSetName = "AccessToken",
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.High,
    HelpUri = CmdletPage.Folder + "Revoke-AuthleteAccessToken.md"
)]
[OutputType(typeof(TokenRevokeResponse))]
public sealed class RevokeAuthleteAccessTokenCommand : ThrottledOperationCmdlet
{
    /// <summary>The access token, or its hash from Get-AuthleteAccessToken.</summary>
    [Parameter(
        ParameterSetName = "AccessToken",
        Mandatory = true,
        Position = 0,
        ValueFromPipeline = true,
        ValueFromPipelineByPropertyName = true
    )]
    [Alias("AccessTokenHash", "AccessToken")]
    [Identifier("accessTokenIdentifier", "accessTokenHash", "accessToken")]
    public string? AccessTokenIdentifier { get; set; }

    /// <summary>The refresh token, or its hash from Get-AuthleteAccessToken.</summary>
    [Parameter(ParameterSetName = "RefreshToken", Mandatory = true)]
    [Alias("RefreshTokenHash", "RefreshToken")]
    [Identifier("refreshTokenIdentifier", "refreshTokenHash", "refreshToken")]
    public string? RefreshTokenIdentifier { get; set; }

    /// <summary>The ID or alias of the client whose tokens to revoke. With <c>-Subject</c>, the cmdlet revokes only the user's tokens at the client.</summary>
    [Parameter(ParameterSetName = "Owner")]
    [Alias("ClientId")]
    [ValidateNotNullOrEmpty]
    [Identifier("clientId", "clientIdentifier")]
    [ArgumentCompleter(typeof(ClientIdCompleter))]
    public string? ClientIdentifier { get; set; }

    /// <summary>The user whose tokens to revoke. With <c>-ClientIdentifier</c>, the cmdlet revokes only the user's tokens at the client.</summary>
    [Parameter(ParameterSetName = "Owner")]
    [ValidateNotNullOrEmpty]
    [Text]
    public string? Subject { get; set; }

    private protected override PipedIdentifier? PipedIdentifier => new(nameof(AccessTokenIdentifier), AccessTokenIdentifier);

    private protected override Operation Operation => Operations.AuthTokenRevoke;

    private protected override string? Target => ClientIdentifier;

    private protected override bool ShouldSend() =>
        ShouldProcess(
            (ClientIdentifier, Subject) switch
            {
                (null, null) => RefreshTokenIdentifier is null
                    ? AccessTokenText.Of("access token", AccessTokenIdentifier!, nameof(AccessToken.AccessTokenHash))
                    : AccessTokenText.Of("refresh token", RefreshTokenIdentifier, nameof(AccessToken.RefreshTokenHash))
                        + ", and its access token",
                (null, _) => "all tokens of subject " + Subject,
                (_, null) => "all tokens of client " + ClientIdentifier,
                _ => "all tokens of subject " + Subject + " at client " + ClientIdentifier,
            },
            "Revoke"
        );

    private protected override ApiCall NewCall() =>
        new(Operation)
        {
            Body = new TokenRevokeRequest
            {
                AccessTokenIdentifier = AccessTokenIdentifier,
                RefreshTokenIdentifier = RefreshTokenIdentifier,
                ClientIdentifier = ClientIdentifier,
                Subject = Subject,
            },
        };
}
