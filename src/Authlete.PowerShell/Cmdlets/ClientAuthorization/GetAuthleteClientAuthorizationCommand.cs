using System.Globalization;
using System.Management.Automation;
using Authlete.ApiClient.Api;
using Authlete.ApiClient.Models;
using Authlete.ApiClient.Transport;
using Authlete.PowerShell.Binding;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Gets the client applications that a user has authorized.</summary>
/// <remarks>
/// <para>The cmdlet gets the clients that have tokens of the user, page by page, and returns them as they arrive.</para>
/// <para>The objects contain client secrets. The default view doesn't show them.</para>
/// <para>Calls GET /client/authorization/get/list.</para>
/// </remarks>
/// <example>
/// <para>Get the clients that a user has authorized.</para>
/// <code>
/// Get-AuthleteClientAuthorization -Subject user-1
/// </code>
/// </example>
/// <example>
/// <para>Show which authorizations of a user would be removed.</para>
/// <code>
/// Get-AuthleteClientAuthorization user-1 |
///     Remove-AuthleteClientAuthorization -Subject user-1 -WhatIf
/// </code>
/// </example>
/// <seealso cref="SetAuthleteClientAuthorizationCommand"/>
/// <seealso cref="RemoveAuthleteClientAuthorizationCommand"/>
/// <seealso cref="GetAuthleteGrantedScopeCommand"/>
/// <seealso cref="GetAuthleteAccessTokenCommand"/>
/// <seealso>about_Authlete</seealso>
/// <seealso href="docs/recipes.md">Recipes</seealso>
[Cmdlet(
    VerbsCommon.Get,
    "AuthleteClientAuthorization",
    SupportsPaging = true,
    HelpUri = CmdletPage.Folder + "Get-AuthleteClientAuthorization.md"
)]
[OutputType(typeof(Client))]
public sealed class GetAuthleteClientAuthorizationCommand : PagedCmdlet<ClientAuthorizationGetListResponse, Client>
{
    /// <summary>The user whose authorizations to get (subject).</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [Text]
    public string? Subject { get; set; }

    /// <summary>The developer whose clients to get.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [Text]
    public string? Developer { get; set; }

    private protected override CredentialKind CredentialKind => CredentialKind.Service;

    /// <inheritdoc/>
    protected override void ProcessRecord() =>
        RunForRecord(() =>
        {
            var (subject, developer) = (Subject, Developer);
            List(
                new PreparedList<Client>(() =>
                    new ApiCall(Operations.ClientAuthorizationGetList).WithQuery("subject", subject).WithQuery("developer", developer)
                )
            );
        });

    private protected override Client[]? ItemsOf(ClientAuthorizationGetListResponse page) => page.Clients;

    private protected override int? TotalCountOf(ClientAuthorizationGetListResponse page) => page.TotalCount;

    private protected override string? KeyOf(Client item) => item.ClientId?.ToString(CultureInfo.InvariantCulture);
}
