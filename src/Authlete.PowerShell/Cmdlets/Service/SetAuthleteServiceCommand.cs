using System.Management.Automation;
using Authlete.ApiClient.Models;
using Authlete.PowerShell.Binding;
using Authlete.PowerShell.Completion;
using Authlete.PowerShell.Connections;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Changes the settings of a service.</summary>
/// <remarks>
/// <para>With <c>-ServiceApiKey</c>, only the settings that you specify change. <c>$null</c> removes a setting: the description of the parameter says what then applies ("If absent", "By default"). <c>@()</c> sets an empty list. An object from the pipeline replaces the whole service. The cmdlet requires the service owner's credential.</para>
/// <para>The API has no partial update. The cmdlet therefore reads the service, applies your changes and sends the whole service back, including fields that this module doesn't know. If nothing differs, it sends nothing. <c>-WhatIf</c> shows the old and the new value of each setting, with secrets masked.</para>
/// <para>If somebody else changed the service after you read the object, the error is ConcurrentChange, which lists the fields. To overwrite them, specify <c>-Force</c>. JSON text doesn't record what was read, so its <c>modifiedAt</c> must match the server's. If you take more than a second to confirm, the cmdlet reads the service again.</para>
/// <para>Calls POST /service/update/{serviceApiKey}.</para>
/// </remarks>
/// <example>
/// <para>Let access tokens expire after ten minutes.</para>
/// <code>
/// Set-AuthleteService $serviceApiKey -AccessTokenDuration 600
/// </code>
/// </example>
/// <example>
/// <para>Show what would change.</para>
/// <code>
/// Set-AuthleteService $serviceApiKey -ServiceName 'Shop' `
///     -ScopeRequired $true -WhatIf
/// </code>
/// </example>
/// <example>
/// <para>Set the description of all services.</para>
/// <code>
/// Get-AuthleteService | ForEach-Object {
///     $_.Description = 'Rolled out'
///     $_
/// } | Set-AuthleteService
/// </code>
/// </example>
/// <inputs type="Authlete.ApiClient.Models.Service">A service from Get-AuthleteService, or its JSON text.</inputs>
/// <seealso cref="GetAuthleteServiceCommand"/>
/// <seealso cref="NewAuthleteServiceCommand"/>
/// <seealso cref="GetAuthleteServiceConfigurationCommand"/>
/// <seealso cref="ImportAuthleteConfigurationCommand"/>
/// <seealso>about_Authlete</seealso>
/// <seealso>about_Authlete_Errors</seealso>
/// <seealso href="docs/recipes.md">Recipes</seealso>
[Cmdlet(
    VerbsCommon.Set,
    "AuthleteService",
    DefaultParameterSetName = "InputObject",
    SupportsShouldProcess = true,
    HelpUri = CmdletPage.Folder + "Set-AuthleteService.md"
)]
[OutputType(typeof(Service))]
public sealed class SetAuthleteServiceCommand : ServiceSettingsCmdlet
{
    /// <summary>The whole service: an object from Get-AuthleteService, or its JSON text. Other parameters replace its fields.</summary>
    [Parameter(ParameterSetName = "InputObject", Mandatory = true, ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    /// <summary>The API key of the service to change.</summary>
    [Parameter(ParameterSetName = "ServiceApiKey", Mandatory = true, Position = 0)]
    [Alias("ApiKey")]
    [ValidateNotNullOrEmpty]
    [Identifier("apiKey", "serviceApiKey")]
    [ArgumentCompleter(typeof(ServiceApiKeyCompleter))]
    public string? ServiceApiKey { get; set; }

    /// <summary>Indicates that the cmdlet overwrites changes that somebody else made after you read the service.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ServiceApiKey is not null)
        {
            Update(ServiceApiKey, Force);
        }
        else
        {
            Update(InputObject!, Force);
        }
    }

    private protected override object Decorate(Service item)
    {
        ServiceOrigin.Remember(item, ActiveConnection);
        return base.Decorate(item);
    }
}
