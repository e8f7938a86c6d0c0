using System.Management.Automation;
using Authlete.Configuration.Planning;
using Authlete.PowerShell.Binding;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Makes a live service and its clients match an exported folder.</summary>
/// <remarks>
/// <para>The cmdlet checks the whole folder first. If a file is invalid, nothing changes. Then it reads the live service and makes a plan. With <c>-WhatIf</c>, it returns the plan, one object for each target with the old and new values, and changes nothing. Otherwise, it prompts once for the plan and once for removals. In scripts, specify <c>-Confirm:$false</c>.</para>
/// <para>A member that a file doesn't have stays as it is. <c>null</c> and <c>[]</c> clear it, and a value sets it. <c>-Exact</c> also clears settings that the folder doesn't have, except secrets, key sets, and values that only the server sets.</para>
/// <para>The cmdlet matches clients by ID in ids.json, or else by alias, or else by name. If it finds no client, it creates one and adds the ID to ids.json. Clients without a file stay, unless you specify <c>-Prune</c>. A locked client changes only if its file has <c>"locked": false</c>, or if you specify <c>-Force</c>.</para>
/// <para>If a target fails, the cmdlet continues with the others. It returns each target with its status, and if any failed, an error at the end. Import again to finish.</para>
/// </remarks>
/// <example>
/// <para>Show what an import would change.</para>
/// <code>
/// Export-AuthleteConfiguration ./prod
/// Set-AuthleteClient $clientId -PkceRequired $true
/// Import-AuthleteConfiguration ./prod -WhatIf
/// </code>
/// </example>
/// <example>
/// <para>Import without prompts, and show what failed.</para>
/// <code>
/// Export-AuthleteConfiguration ./prod
/// Import-AuthleteConfiguration ./prod -Confirm:$false |
///     Where-Object Status -NE Done
/// </code>
/// </example>
/// <outputs type="Authlete.PowerShell.ConfigurationImportResult">One object for each service and client, with its status. With <c>-WhatIf</c>, the plan. Secrets are masked.</outputs>
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
    /// <summary>The folder, from <c>Export-AuthleteConfiguration</c>.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    /// <summary>Indicates that the cmdlet clears settings that the folder doesn't have. Secrets and key sets stay.</summary>
    [Parameter]
    public SwitchParameter Exact { get; set; }

    /// <summary>Indicates that the cmdlet deletes clients that ids.json lists for this service and whose files are gone. Their tokens are deleted, too.</summary>
    [Parameter]
    public SwitchParameter Prune { get; set; }

    /// <summary>Indicates that the cmdlet creates clients again, with new IDs, if ids.json lists them but they were deleted from the service.</summary>
    [Parameter]
    public SwitchParameter Recreate { get; set; }

    /// <summary>Indicates that the cmdlet also changes locked clients, and then locks them again. With <c>-Prune</c>, it can delete more than a third of the clients. With <c>-Exact</c>, it deletes keys of the service that the key set in service.json doesn't have.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Indicates that the cmdlet also sets the secrets in secrets.json. It always sets secrets that placeholders refer to.</summary>
    [Parameter]
    public SwitchParameter IncludeSecret { get; set; }

    /// <summary>Indicates that the cmdlet includes clients from dynamic registration or federation.</summary>
    [Parameter]
    public SwitchParameter IncludeRegistered { get; set; }

    /// <summary>The maximum number of clients to process at the same time, from 1 to 256.</summary>
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
