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

/// <summary>Gets the records of the access tokens that a service issued.</summary>
/// <remarks>
/// <para>Without parameters, the cmdlet gets all records, page by page. To limit the list to a client, a user or both, specify <c>-ClientId</c> and <c>-Subject</c>. A record contains the hashes of the tokens, never the tokens.</para>
/// <para>With <c>-AccessTokenIdentifier</c>, the cmdlet gets the record of one token, which you specify by the token or its hash. The API has no such lookup, so the cmdlet reads all records until it finds the hash. JWT access tokens can't be found this way. For them, use <c>-ClientId</c> or <c>-Subject</c>.</para>
/// <para>Calls GET /auth/token/get/list.</para>
/// </remarks>
/// <example>
/// <para>Get the tokens of a user.</para>
/// <code>
/// Get-AuthleteAccessToken -Subject user-1
/// </code>
/// </example>
/// <example>
/// <para>Get the record of a token.</para>
/// <code>
/// Get-AuthleteAccessToken -AccessTokenIdentifier $accessToken
/// </code>
/// </example>
/// <example>
/// <para>Count the tokens of each client.</para>
/// <code>
/// Get-AuthleteClient | ForEach-Object {
///     $count = @(Get-AuthleteAccessToken -ClientId $_.ClientId).Count
///     '{0}: {1}' -f $_.ClientName, $count
/// }
/// </code>
/// </example>
/// <inputs type="Authlete.ApiClient.Models.TokenCreateResponse">A response that contains an access token. You can also pipe any object with the property ClientId, AccessTokenIdentifier, AccessTokenHash or AccessToken.</inputs>
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
    /// <summary>The ID or alias of the client whose tokens to get.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("ClientIdentifier")]
    [ValidateNotNullOrEmpty]
    [Identifier("clientId", "clientIdentifier")]
    [ArgumentCompleter(typeof(ClientIdCompleter))]
    public string? ClientId { get; set; }

    /// <summary>The user whose tokens to get.</summary>
    [Parameter(Position = 1)]
    [ValidateNotNullOrEmpty]
    [Text]
    public string? Subject { get; set; }

    /// <summary>The access token whose record to get, or its hash.</summary>
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
                // Related cmdlets accept the token at this position. As a client ID, it would go into a URL.
                throw SetupErrors.InvalidArgument(
                    "A client ID is expected here, but this looks like a token. Specify a token with -AccessTokenIdentifier. The value wasn't sent."
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
