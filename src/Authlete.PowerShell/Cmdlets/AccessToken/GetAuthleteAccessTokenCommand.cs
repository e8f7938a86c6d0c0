using System;
using System.Management.Automation;
using Authlete.ApiClient.Api;
using Authlete.ApiClient.Models;
using Authlete.ApiClient.Transport;
using Authlete.PowerShell.Binding;
using Authlete.PowerShell.Completion;
using Authlete.PowerShell.Credentials;
using Authlete.PowerShell.Errors;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Gets the records of access tokens that a service has issued.</summary>
/// <remarks>
/// <para>Lists the records with GET /auth/token/get/list, page by page. You can limit the list to a client or a user. A record contains hashes, never the token.</para>
/// <para>With <c>-AccessTokenIdentifier</c>, it returns the record of one token, which you specify by the token or its hash. The API can't look a token up, so the cmdlet searches all records for the hash. A JWT access token doesn't have that hash: limit the list with <c>-ClientId</c> or <c>-Subject</c> instead.</para>
/// </remarks>
/// <example>
/// <para>Get the records of a user's tokens.</para>
/// <code>
/// Get-AuthleteAccessToken -Subject 'user-1'
/// </code>
/// </example>
/// <example>
/// <para>Get the record of a token.</para>
/// <code>
/// $token = New-AuthleteAccessToken -ClientId $clientId -GrantType AUTHORIZATION_CODE -Subject 'user-1' -Scopes openid
/// $token | Get-AuthleteAccessToken
/// </code>
/// </example>
/// <inputs type="Authlete.ApiClient.Models.TokenCreateResponse">An object with the property ClientId, AccessToken or AccessTokenHash.</inputs>
/// <seealso cref="NewAuthleteAccessTokenCommand"/>
/// <seealso cref="SetAuthleteAccessTokenCommand"/>
/// <seealso cref="RevokeAuthleteAccessTokenCommand"/>
/// <seealso cref="RemoveAuthleteAccessTokenCommand"/>
/// <seealso cref="InvokeAuthleteIntrospectionCommand"/>
/// <seealso>about_Authlete</seealso>
/// <seealso href="docs/recipes.md">Recipes</seealso>
[Cmdlet(VerbsCommon.Get, "AuthleteAccessToken", SupportsPaging = true, HelpUri = CmdletPage.Folder + "Get-AuthleteAccessToken.md")]
[OutputType(typeof(AccessToken))]
public sealed class GetAuthleteAccessTokenCommand : ThrottledPagedCmdlet<TokenGetListResponse, AccessToken>
{
    /// <summary>Returns only the tokens of this client, by its ID or alias.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("ClientIdentifier")]
    [ValidateNotNullOrEmpty]
    [Identifier("clientId", "clientIdentifier")]
    [ArgumentCompleter(typeof(ClientIdCompleter))]
    public string? ClientId { get; set; }

    /// <summary>Returns only the tokens of this user.</summary>
    [Parameter(Position = 1)]
    [ValidateNotNullOrEmpty]
    [Text]
    public string? Subject { get; set; }

    /// <summary>Returns only the record of this access token, which you specify by the token or its hash.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("AccessTokenHash", "AccessToken")]
    [ValidateNotNullOrEmpty]
    [Identifier("accessTokenIdentifier", "accessTokenHash", "accessToken")]
    public string? AccessTokenIdentifier { get; set; }

    private protected override CredentialKind CredentialKind => CredentialKind.Service;

    /// <inheritdoc/>
    protected override void ProcessRecord() =>
        RunForRecord(() =>
        {
            if (ClientId is not null && ApiCredentials.LooksLikeToken(ClientId))
            {
                // Its sisters take the token here; as a client ID it would go into a URL.
                throw SetupErrors.InvalidArgument(
                    "A client ID is expected here, but this looks like a token. Specify a token as -AccessTokenIdentifier. It was not sent."
                );
            }

            var (clientId, subject, token) = (ClientId, Subject, AccessTokenIdentifier);
            var list = new PreparedList<AccessToken>(() =>
                new ApiCall(Operations.AuthTokenGetList).WithQuery("clientIdentifier", clientId).WithQuery("subject", subject)
            )
            {
                Target = clientId,
                IsSought = token is null ? null : IsRecordOf(token),
            };
            List(
                list,
                written =>
                {
                    if (written == 0 && token is not null)
                    {
                        throw SetupErrors.AccessTokenNotFound(
                            token.IndexOf('.') >= 0
                                ? " A JWT access token can't be found by its hash: limit the records with -ClientId and -Subject."
                                : ""
                        );
                    }
                }
            );
        });

    private protected override AccessToken[]? ItemsOf(TokenGetListResponse page) => page.AccessTokens;

    private protected override int? TotalCountOf(TokenGetListResponse page) => page.TotalCount;

    private protected override string? KeyOf(AccessToken item) => item.AccessTokenHash;

    private static Func<AccessToken, bool> IsRecordOf(string token)
    {
        var hash = AccessTokenText.HashOf(token);
        return item => item.AccessTokenHash == hash || item.AccessTokenHash == token;
    }
}
