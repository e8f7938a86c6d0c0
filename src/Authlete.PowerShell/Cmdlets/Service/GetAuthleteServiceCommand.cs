using System.Globalization;
using System.Management.Automation;
using Authlete.ApiClient.Api;
using Authlete.ApiClient.Models;
using Authlete.ApiClient.Transport;
using Authlete.PowerShell.Binding;
using Authlete.PowerShell.Completion;
using Authlete.PowerShell.Connections;
using Authlete.PowerShell.Formatting;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Gets the services of a service owner.</summary>
/// <remarks>
/// <para>Without parameters, the cmdlet gets all services, page by page. To get one service, specify <c>-ServiceApiKey</c>. The cmdlet requires the service owner's credential.</para>
/// <para>The objects contain the API secrets of the services. The default view doesn't show them. To work with a service, pipe it to Connect-Authlete.</para>
/// <para>Calls GET /service/get/list, or with <c>-ServiceApiKey</c> GET /service/get/{serviceApiKey}.</para>
/// </remarks>
/// <example>
/// <para>Get all services.</para>
/// <code>
/// Get-AuthleteService
/// </code>
/// </example>
/// <example>
/// <para>Get one service.</para>
/// <code>
/// Get-AuthleteService -ServiceApiKey $serviceApiKey
/// </code>
/// </example>
/// <example>
/// <para>Count the clients of each service.</para>
/// <code>
/// Get-AuthleteService | Connect-Authlete | ForEach-Object {
///     @(Get-AuthleteClient -Connection $_).Count
/// }
/// </code>
/// </example>
/// <inputs type="Authlete.ApiClient.Models.Service">An API key as a number, or any object with the property ServiceApiKey or ApiKey.</inputs>
/// <seealso cref="NewAuthleteServiceCommand"/>
/// <seealso cref="SetAuthleteServiceCommand"/>
/// <seealso cref="RemoveAuthleteServiceCommand"/>
/// <seealso cref="ConnectAuthleteCommand"/>
/// <seealso cref="GetAuthleteServiceConfigurationCommand"/>
/// <seealso>about_Authlete</seealso>
/// <seealso href="docs/credentials.md">Credentials</seealso>
[Cmdlet(
    VerbsCommon.Get,
    "AuthleteService",
    DefaultParameterSetName = "List",
    SupportsPaging = true,
    HelpUri = CmdletPage.Folder + "Get-AuthleteService.md"
)]
[OutputType(typeof(Service))]
public sealed class GetAuthleteServiceCommand : ThrottledPagedCmdlet<ServiceGetListResponse, Service>
{
    /// <summary>The API key of the service to get.</summary>
    [Parameter(
        ParameterSetName = "ServiceApiKey",
        Mandatory = true,
        Position = 0,
        ValueFromPipeline = true,
        ValueFromPipelineByPropertyName = true
    )]
    [Alias("ApiKey")]
    [Identifier("apiKey", "serviceApiKey")]
    [ArgumentCompleter(typeof(ServiceApiKeyCompleter))]
    public string? ServiceApiKey { get; set; }

    /// <summary>The names of the services to get. You can use wildcards. Case doesn't matter. The API has no such filter, so the cmdlet reads all services.</summary>
    [Parameter(ParameterSetName = "List")]
    [Alias("ServiceName")]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [Text(list: true)]
    public string[]? Name { get; set; }

    private protected override PipedIdentifier? PipedIdentifier => new(nameof(ServiceApiKey), ServiceApiKey);

    private protected override CredentialKind CredentialKind => CredentialKind.ServiceOwner;

    /// <inheritdoc/>
    protected override void ProcessRecord() =>
        RunForRecord(() =>
        {
            ValidateInput();
            if (ServiceApiKey is null)
            {
                var fits = NamePatterns.ToFilter(Name);
                List(
                    new PreparedList<Service>(() => new ApiCall(Operations.ServiceGetList))
                    {
                        IsWanted = fits is null ? null : service => fits(service.ServiceName),
                    }
                );
            }
            else
            {
                Submit(
                    new PreparedCall(new ApiCall(Operations.ServiceGet).WithPathValue("serviceApiKey", ServiceApiKey))
                    {
                        Target = ServiceApiKey,
                        Project = body =>
                        {
                            ServiceOrigin.Remember((Service)body, ActiveConnection);
                            return OutputDecorator.Decorate(body);
                        },
                    }
                );
            }
        });

    private protected override void WriteItem(Service item)
    {
        ServiceOrigin.Remember(item, ActiveConnection);
        base.WriteItem(item);
    }

    private protected override Service[]? ItemsOf(ServiceGetListResponse page) => page.Services;

    private protected override int? TotalCountOf(ServiceGetListResponse page) => page.TotalCount;

    private protected override string? KeyOf(Service item) => item.ApiKey?.ToString(CultureInfo.InvariantCulture);
}
