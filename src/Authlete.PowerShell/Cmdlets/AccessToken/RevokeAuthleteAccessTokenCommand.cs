using System.Management.Automation;
using Authlete.ApiClient.Api;
using Authlete.ApiClient.Models;
using Authlete.ApiClient.Transport;
using Authlete.PowerShell.Binding;
using Authlete.PowerShell.Completion;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Revokes access tokens with their refresh tokens: one, or all of a client or a user.</summary>
/// <remarks>
/// <para>To revoke one token, specify the token, its hash or its refresh token, or pipe a record from Get-AuthleteAccessToken. To revoke all tokens of a client, of a user, or of a user at a client, specify <c>-ClientIdentifier</c>, <c>-Subject</c> or both; they never come from the pipeline. Prompts for confirmation; in a script or in CI, specify <c>-Confirm:$false</c>. Calls POST /auth/token/revoke.</para>
/// <para>To answer the revocation endpoint for clients, use Invoke-AuthleteRevocation.</para>
/// </remarks>
/// <example>
/// <para>Revoke a token.</para>
/// <code>
/// $token = New-AuthleteAccessToken -ClientId $clientId -GrantType AUTHORIZATION_CODE -Subject 'user-1' -Scopes openid, profile
/// $token | Revoke-AuthleteAccessToken -Confirm:$false
/// </code>
/// </example>
/// <example>
/// <para>Revoke all tokens of a user.</para>
/// <code>
/// Revoke-AuthleteAccessToken -Subject 'user-1' -Confirm:$false
/// </code>
/// </example>
/// <example>
/// <para>See what would be revoked.</para>
/// <code>
/// Revoke-AuthleteAccessToken -ClientIdentifier $clientId -Subject 'user-1' -WhatIf
/// </code>
/// </example>
/// <inputs type="Authlete.ApiClient.Models.AccessToken">An object with the property AccessTokenIdentifier, AccessTokenHash or AccessToken.</inputs>
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
    /// <summary>The access token, or its hash as Get-AuthleteAccessToken returns it.</summary>
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

    /// <summary>The refresh token, or its hash as Get-AuthleteAccessToken returns it.</summary>
    [Parameter(ParameterSetName = "RefreshToken", Mandatory = true)]
    [Alias("RefreshTokenHash", "RefreshToken")]
    [Identifier("refreshTokenIdentifier", "refreshTokenHash", "refreshToken")]
    public string? RefreshTokenIdentifier { get; set; }

    /// <summary>Revokes all tokens of this client, by its ID or alias. With <c>-Subject</c>, only those of the user at the client.</summary>
    [Parameter(ParameterSetName = "Owner")]
    [Alias("ClientId")]
    [ValidateNotNullOrEmpty]
    [Identifier("clientId", "clientIdentifier")]
    [ArgumentCompleter(typeof(ClientIdCompleter))]
    public string? ClientIdentifier { get; set; }

    /// <summary>Revokes all tokens of this user. With <c>-ClientIdentifier</c>, only those of the user at the client.</summary>
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
