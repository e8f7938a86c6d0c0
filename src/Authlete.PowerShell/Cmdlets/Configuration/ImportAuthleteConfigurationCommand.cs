using System.Management.Automation;
using Authlete.Configuration.Planning;
using Authlete.PowerShell.Binding;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Makes a live service and its clients match a folder.</summary>
/// <remarks>
/// <para>The cmdlet first checks the whole folder: if a file is invalid, nothing changes. Then it reads the live service and makes a plan. With <c>-WhatIf</c>, it returns the plan, an object for each target with old and new values, and changes nothing. Otherwise, it prompts once for the plan and once for removals. In scripts, specify <c>-Confirm:$false</c>.</para>
/// <para>A member that a file doesn't have stays as it is. <c>null</c> and <c>[]</c> clear it, and a value sets it. <c>-Exact</c> also clears settings that an export writes and the folder doesn't have. Secrets, key sets, and what only the server sets are never cleared.</para>
/// <para>It finds a client by its ID in ids.json, or else by alias, or else by name. If there is none, it creates one and writes its ID to ids.json. Clients without a file stay, unless you specify <c>-Prune</c>, which removes those that ids.json lists for this service. A locked client is changed only if its file has <c>"locked": false</c>, or with <c>-Force</c>.</para>
/// <para>If a target fails, the others continue. The cmdlet returns each target with its status, and an error at the end if any failed. Import again to finish.</para>
/// </remarks>
/// <example>
/// <para>Show what an import would change.</para>
/// <code>
/// Export-AuthleteConfiguration ./prod
/// Set-AuthleteClient $clientId -PkceRequired $true -Confirm:$false
/// Import-AuthleteConfiguration ./prod -WhatIf
/// </code>
/// </example>
/// <example>
/// <para>Apply the folder without prompts, and show what failed.</para>
/// <code>
/// Export-AuthleteConfiguration ./prod
/// Import-AuthleteConfiguration ./prod -Confirm:$false | Where-Object Status -ne Done
/// </code>
/// </example>
/// <seealso cref="ExportAuthleteConfigurationCommand"/>
/// <seealso cref="CompareAuthleteConfigurationCommand"/>
/// <seealso cref="TestAuthleteConfigurationCommand"/>
/// <seealso cref="SetAuthleteClientCommand"/>
/// <seealso>about_Authlete_Configuration</seealso>
/// <seealso href="docs/configuration-as-code.md">Configuration as code</seealso>
[Cmdlet(
    VerbsData.Import,
    "AuthleteConfiguration",
    SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.High,
    HelpUri = CmdletPage.Folder + "Import-AuthleteConfiguration.md"
)]
[OutputType(typeof(ConfigurationImportResult))]
public sealed class ImportAuthleteConfigurationCommand : ImportCmdlet
{
    /// <summary>The folder, as <c>Export-AuthleteConfiguration</c> writes it.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    /// <summary>Indicates that settings that the folder doesn't have are cleared. Secrets and key sets stay.</summary>
    [Parameter]
    public SwitchParameter Exact { get; set; }

    /// <summary>Indicates that clients are removed if ids.json lists them for this service and their files are gone. Their tokens are removed, too.</summary>
    [Parameter]
    public SwitchParameter Prune { get; set; }

    /// <summary>Indicates that clients that ids.json lists and that were deleted are created again, with new IDs.</summary>
    [Parameter]
    public SwitchParameter Recreate { get; set; }

    /// <summary>Allows changes of locked clients, which are locked again afterwards. With <c>-Prune</c>, allows the removal of more than a third of the clients. With <c>-Exact</c>, allows the removal of the service's keys that a key set in service.json doesn't have.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Indicates that the secrets in secrets.json are set, too. Placeholders for secrets are always resolved.</summary>
    [Parameter]
    public SwitchParameter IncludeSecret { get; set; }

    /// <summary>Indicates that clients from dynamic registration or federation are included.</summary>
    [Parameter]
    public SwitchParameter IncludeRegistered { get; set; }

    /// <summary>The number of clients to process at once, from 1 to 256.</summary>
    [Parameter]
    [Number]
    [ValidateRange(1, 256)]
    public int ThrottleLimit { get; set; } = 1;

    /// <inheritdoc/>
    protected override void ProcessRecord() => RunConfiguration(Import);

    private void Import()
    {
        var path = ResolveFolder(Path);
        var apiKey = FindServiceApiKey(ActiveConnection, ServiceApiKey);
        var folder = ReadFolder(path, apiKey, IncludeSecret);
        Import(
            path,
            folder,
            OpenService(ActiveConnection, apiKey, isWanted: folder.Service is not null),
            new ImportOptions
            {
                IsExact = Exact,
                IsPruning = Prune,
                IsRecreating = Recreate,
                IsForced = Force,
                IncludeRegistered = IncludeRegistered,
            },
            ThrottleLimit
        );
    }
}
