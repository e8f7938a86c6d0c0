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
/// <para>With <c>-ClientId</c>, gets one client with GET /client/get/{clientId}. Without it, gets all clients of the service, or those of a developer, page by page with GET /client/get/list. Clients are returned as they arrive, and requests stop when the pipeline does.</para>
/// <para>The objects contain client secrets. The default view doesn't show them.</para>
/// </remarks>
/// <example>
/// <para>Get all clients.</para>
/// <code>
/// Get-AuthleteClient
/// </code>
/// </example>
/// <example>
/// <para>Get one client, and the first two of all.</para>
/// <code>
/// Get-AuthleteClient -ClientId $clientId
/// Get-AuthleteClient -First 2
/// </code>
/// </example>
/// <example>
/// <para>Get the clients whose name begins with "Sandbox".</para>
/// <code>
/// Get-AuthleteClient -Name 'Sandbox*'
/// </code>
/// </example>
/// <inputs type="Authlete.ApiClient.Models.Client">A client ID as a number, or an object with the property ClientId.</inputs>
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
    /// <summary>Returns only the client with this ID.</summary>
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

    /// <summary>Returns only the clients of this developer.</summary>
    [Parameter(ParameterSetName = "List")]
    [ValidateNotNullOrEmpty]
    [Text]
    public string? Developer { get; set; }

    /// <summary>Returns only the clients whose name (clientName) matches one of these patterns. Wildcards are allowed, and case doesn't matter. The cmdlet reads all clients, because the API has no such filter.</summary>
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
