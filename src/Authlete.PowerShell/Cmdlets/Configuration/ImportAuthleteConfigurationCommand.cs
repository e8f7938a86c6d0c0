using System.Management.Automation;
using Authlete.Configuration.Folder;
using Authlete.Configuration.Placeholders;
using Authlete.Configuration.Planning;
using Authlete.PowerShell.Binding;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Makes a live service and its clients match a folder.</summary>
/// <remarks>
/// <para>The whole folder is checked first: if one file is wrong, nothing is changed. Then the live side is read and a plan is made. With <c>-WhatIf</c> the plan is written, an object for each target with old and new values, and nothing is called that changes. Otherwise the command asks once for the plan and once for removals; specify <c>-Confirm:$false</c> in scripts.</para>
/// <para>A member that a file doesn't have stays as it is, <c>null</c> and <c>[]</c> clear, and a value sets. <c>-Exact</c> clears the settings that the folder doesn't have, of what an export writes. Secrets, key sets, and what only the server sets are never cleared.</para>
/// <para>Clients are found by their ids in ids.json, else by alias, else by name. A file without a client makes a new one, and its id is written into ids.json. Clients without a file stay unless you specify <c>-Prune</c>, which removes only those that ids.json names for this service. A locked client is changed only if its file says <c>"locked": false</c>, or with <c>-Force</c>.</para>
/// <para>One target that fails doesn't stop the others. Each is written with its status, and an error at the end says if any failed. Import again to finish.</para>
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
/// <para>Apply the folder without questions, and show what failed.</para>
/// <code>
/// Export-AuthleteConfiguration ./prod
/// Import-AuthleteConfiguration ./prod -Confirm:$false | Where-Object Status -ne Done
/// </code>
/// </example>
/// <seealso>about_Authlete_Configuration</seealso>
/// <seealso cref="CompareAuthleteConfigurationCommand"/>
/// <seealso cref="ExportAuthleteConfigurationCommand"/>
[Cmdlet(VerbsData.Import, "AuthleteConfiguration", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(ConfigurationImportResult))]
public sealed class ImportAuthleteConfigurationCommand : ImportCmdlet
{
    /// <summary>The folder, as <c>Export-AuthleteConfiguration</c> makes it.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    /// <summary>Whether to clear settings that the folder doesn't have. Secrets and key sets stay.</summary>
    [Parameter]
    public SwitchParameter Exact { get; set; }

    /// <summary>Whether to remove the clients that ids.json names for this service and that have no file any more. Their tokens go with them.</summary>
    [Parameter]
    public SwitchParameter Prune { get; set; }

    /// <summary>Whether to create clients again that ids.json names and that are gone. They get new ids.</summary>
    [Parameter]
    public SwitchParameter Recreate { get; set; }

    /// <summary>Whether to change locked clients and lock them again, to remove more than a third of the clients with <c>-Prune</c>, and to remove keys of the service that a key set in service.json doesn't have with <c>-Exact</c>.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Whether to set the secrets in secrets.json too. Placeholders for secrets are always filled.</summary>
    [Parameter]
    public SwitchParameter IncludeSecret { get; set; }

    /// <summary>Whether clients that were made by dynamic registration or federation take part.</summary>
    [Parameter]
    public SwitchParameter IncludeRegistered { get; set; }

    /// <summary>How many clients to work on at once, from 1 to 256.</summary>
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
        var folder = ConfigurationFolder.Read(path, apiKey, IncludeSecret, new PlaceholderValues(PlainVariables, FindSecret));
        foreach (var warning in folder.Warnings)
        {
            WriteWarning(warning);
        }

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
