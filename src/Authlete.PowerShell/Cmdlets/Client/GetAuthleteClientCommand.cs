using System.Globalization;
using System.Management.Automation;
using Authlete.ApiClient.Api;
using Authlete.ApiClient.Models;
using Authlete.ApiClient.Transport;
using Authlete.PowerShell.Binding;
using Authlete.PowerShell.Completion;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Gets client applications of a service.</summary>
/// <remarks>
/// <para>Without parameters, the cmdlet gets all clients, page by page, and returns them as they arrive. To get one client, specify <c>-ClientId</c>. To limit the list, specify <c>-Developer</c> or <c>-Name</c>.</para>
/// <para>The objects contain client secrets. The default view doesn't show them.</para>
/// <para>Calls GET /client/get/list, or with <c>-ClientId</c> GET /client/get/{clientId}.</para>
/// </remarks>
/// <example>
/// <para>Get all clients.</para>
/// <code>
/// Get-AuthleteClient
/// </code>
/// </example>
/// <example>
/// <para>Get one client.</para>
/// <code>
/// Get-AuthleteClient -ClientId $clientId
/// </code>
/// </example>
/// <example>
/// <para>Get clients by name.</para>
/// <code>
/// Get-AuthleteClient -Name 'Sandbox*'
/// </code>
/// </example>
/// <example>
/// <para>Export the clients that still use the implicit flow.</para>
/// <code>
/// Get-AuthleteClient | Where-Object GrantTypes -Contains IMPLICIT |
///     Select-Object ClientId, ClientName | Export-Csv implicit.csv
/// </code>
/// </example>
/// <inputs type="Authlete.ApiClient.Models.Client">A client ID as a number, or any object with the property ClientId.</inputs>
/// <seealso cref="NewAuthleteClientCommand"/>
/// <seealso cref="SetAuthleteClientCommand"/>
/// <seealso cref="LockAuthleteClientCommand"/>
/// <seealso cref="RemoveAuthleteClientCommand"/>
/// <seealso cref="GetAuthleteAccessTokenCommand"/>
/// <seealso cref="ExportAuthleteConfigurationCommand"/>
/// <seealso>about_Authlete</seealso>
/// <seealso href="docs/recipes.md">Recipes</seealso>
[Cmdlet(
    VerbsCommon.Get,
    "AuthleteClient",
    DefaultParameterSetName = "List",
    SupportsPaging = true,
    HelpUri = CmdletPage.Folder + "Get-AuthleteClient.md"
)]
[OutputType(typeof(Client))]
public sealed class GetAuthleteClientCommand : ThrottledPagedCmdlet<ClientGetListResponse, Client>
{
    /// <summary>The ID of the client to get.</summary>
    [Parameter(
        ParameterSetName = "ClientId",
        Mandatory = true,
        Position = 0,
        ValueFromPipeline = true,
        ValueFromPipelineByPropertyName = true
    )]
    [Alias("ClientIdentifier")]
    [Identifier("clientId", "clientIdentifier")]
    [ArgumentCompleter(typeof(ClientIdCompleter))]
    public string? ClientId { get; set; }

    /// <summary>The developer whose clients to get.</summary>
    [Parameter(ParameterSetName = "List")]
    [ValidateNotNullOrEmpty]
    [Text]
    public string? Developer { get; set; }

    /// <summary>The names of the clients to get. You can use wildcards. Case doesn't matter. The API has no such filter, so the cmdlet reads all clients.</summary>
    [Parameter(ParameterSetName = "List")]
    [Alias("ClientName")]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [Text(list: true)]
    public string[]? Name { get; set; }

    private protected override PipedIdentifier? PipedIdentifier => new(nameof(ClientId), ClientId);

    private protected override CredentialKind CredentialKind => CredentialKind.Service;

    /// <inheritdoc/>
    protected override void ProcessRecord() =>
        RunForRecord(() =>
        {
            ValidateInput();
            if (ClientId is not null)
            {
                Submit(new PreparedCall(new ApiCall(Operations.ClientGet).WithPathValue("clientId", ClientId)) { Target = ClientId });
            }
            else
            {
                var (developer, fits) = (Developer, NamePatterns.ToFilter(Name));
                List(
                    new PreparedList<Client>(() => new ApiCall(Operations.ClientGetList).WithQuery("developer", developer))
                    {
                        IsWanted = fits is null ? null : client => fits(client.ClientName),
                    }
                );
            }
        });

    private protected override Client[]? ItemsOf(ClientGetListResponse page) => page.Clients;

    private protected override int? TotalCountOf(ClientGetListResponse page) => page.TotalCount;

    private protected override string? KeyOf(Client item) => item.ClientId?.ToString(CultureInfo.InvariantCulture);
}
