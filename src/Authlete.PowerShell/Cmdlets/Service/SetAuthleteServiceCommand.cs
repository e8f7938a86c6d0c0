using System.Management.Automation;
using Authlete.ApiClient.Models;
using Authlete.PowerShell.Binding;
using Authlete.PowerShell.Completion;
using Authlete.PowerShell.Connections;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Changes the configuration of a service.</summary>
/// <remarks>
/// <para>Settings that you don't specify stay as they are. <c>$null</c> removes a setting: then what the description of the parameter says for an absent value applies.</para>
/// <para>Requires the service owner's API key and secret. The API replaces the whole configuration with POST /service/update/{serviceApiKey}. The cmdlet therefore reads the service, applies your changes, and sends the whole back, including fields that this module doesn't know.</para>
/// <para>With <c>-ServiceApiKey</c>, only the specified parameters change. An object from the pipeline replaces the whole service. If somebody changed the service after the object was read, the error is ConcurrentChange, which names the fields; specify <c>-Force</c> to overwrite them. JSON text doesn't remember what was read, so its <c>modifiedAt</c> must be the one on the server.</para>
/// <para><c>-WhatIf</c> shows the old and new value of each property that would change, with secrets masked. If nothing differs, nothing is sent. After a confirmation prompt that waited, the cmdlet reads the service again, so that no other change is lost. <c>$null</c> removes a field, <c>@()</c> sends an empty list.</para>
/// </remarks>
/// <example>
/// <para>Let access tokens live for ten minutes.</para>
/// <code>
/// Set-AuthleteService -ServiceApiKey $serviceApiKey -AccessTokenDuration ([TimeSpan]::FromMinutes(10))
/// </code>
/// </example>
/// <example>
/// <para>See what would change.</para>
/// <code>
/// Set-AuthleteService $serviceApiKey -ServiceName 'Shop' -ScopeRequired $true -WhatIf
/// </code>
/// </example>
/// <example>
/// <para>Change one field of all services.</para>
/// <code>
/// Get-AuthleteService | ForEach-Object { $_.Description = 'Rolled out'; $_ } | Set-AuthleteService
/// </code>
/// </example>
/// <inputs type="Authlete.ApiClient.Models.Service">A service that Get-AuthleteService wrote, or its JSON text.</inputs>
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
    /// <summary>A whole service: an object that Get-AuthleteService wrote, or its JSON text. The other parameters replace its fields.</summary>
    [Parameter(ParameterSetName = "InputObject", Mandatory = true, ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    /// <summary>The API key of the service to change.</summary>
    [Parameter(ParameterSetName = "ServiceApiKey", Mandatory = true, Position = 0)]
    [Alias("ApiKey")]
    [ValidateNotNullOrEmpty]
    [Identifier("apiKey", "serviceApiKey")]
    [ArgumentCompleter(typeof(ServiceApiKeyCompleter))]
    public string? ServiceApiKey { get; set; }

    /// <summary>Overwrites what somebody else changed on the server after the service was read.</summary>
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
