using System.IO;
using System.Linq;
using System.Management.Automation;
using Authlete.Configuration.Folder;
using Authlete.Configuration.Placeholders;
using Authlete.PowerShell.Binding;
using Authlete.PowerShell.Completion;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Writes a service and its clients as a folder of JSON files for version control.</summary>
/// <remarks>
/// <para>The folder has service.json, a file for each client in clients, and ids.json, which says which client of which service a file stands for. The same state gives the same bytes, because members and sets are sorted. Secrets, key sets of the service, the lock flag, and what only the server sets or counts are left out. A client's file is named after its alias, or else its name, and keeps that name.</para>
/// <para>If you export to a folder again, all files are replaced at the end, or none. Placeholders (<c>${NAME}</c>, <c>${ENV:NAME}</c>, <c>${SECRET:entry}</c>) stay if their values are still the live ones. The file of a deleted client is removed if ids.json lists it for this service and no other. Other files are never touched. Clients from dynamic registration or federation are left out unless you specify <c>-IncludeRegistered</c>.</para>
/// <para>To export the service's own settings, you also need the service owner's credential. Without it, the cmdlet exports only clients and writes a warning. To get the discovery document, use <c>Get-AuthleteServiceConfiguration</c>.</para>
/// </remarks>
/// <example>
/// <para>Export the service and its clients.</para>
/// <code>
/// Export-AuthleteConfiguration ./prod
/// </code>
/// </example>
/// <example>
/// <para>Export one client, and show its file.</para>
/// <code>
/// Export-AuthleteConfiguration ./some -ClientsOnly -ClientId $clientId -PassThru
/// </code>
/// </example>
/// <seealso cref="CompareAuthleteConfigurationCommand"/>
/// <seealso cref="ImportAuthleteConfigurationCommand"/>
/// <seealso cref="TestAuthleteConfigurationCommand"/>
/// <seealso>about_Authlete_Configuration</seealso>
/// <seealso href="docs/configuration-as-code.md">Configuration as code</seealso>
[Cmdlet(
    VerbsData.Export,
    "AuthleteConfiguration",
    SupportsShouldProcess = true,
    HelpUri = CmdletPage.Folder + "Export-AuthleteConfiguration.md"
)]
[OutputType(typeof(FileInfo))]
public sealed class ExportAuthleteConfigurationCommand : ConfigurationCmdlet
{
    /// <summary>The folder. It is created if it doesn't exist.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    /// <summary>Exports only these clients. The files of other clients stay as they are.</summary>
    [Parameter]
    [Alias("ClientIdentifier")]
    [ValidateNotNullOrEmpty]
    [Text(list: true)]
    [ArgumentCompleter(typeof(ClientIdCompleter))]
    public string[]? ClientId { get; set; }

    /// <summary>Indicates that the service's own settings are left out.</summary>
    [Parameter]
    public SwitchParameter ClientsOnly { get; set; }

    /// <summary>Indicates that secrets are written, in plain text, to secrets.json, which only you can read. Don't commit it.</summary>
    [Parameter]
    public SwitchParameter IncludeSecret { get; set; }

    /// <summary>Indicates that clients from dynamic registration or federation are exported, too.</summary>
    [Parameter]
    public SwitchParameter IncludeRegistered { get; set; }

    /// <summary>The number of clients in <c>-ClientId</c> to read at once, from 1 to 256.</summary>
    [Parameter]
    [Number]
    [ValidateRange(1, 256)]
    public int ThrottleLimit { get; set; } = 1;

    /// <summary>Indicates that the cmdlet returns the files.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => RunConfiguration(Export);

    private void Export()
    {
        var path = ResolveFolder(Path);
        if (!ShouldProcess(path, "Export the configuration"))
        {
            return;
        }

        var access = OpenService(ActiveConnection, ServiceApiKey, isWanted: !ClientsOnly);
        var values = new PlaceholderValues(PlainVariables, FindSecret);
        using var export = new FolderExport(path, access.ApiKey, IncludeSecret, isComplete: ClientId is null, values);
        if (access.Service is { } service)
        {
            export.AddService(service);
        }

        foreach (var client in ClientId is null ? ReadClients(access) : ReadNamedClients(access, ClientId, ThrottleLimit))
        {
            export.AddClient(client, IncludeRegistered || ClientId is not null);
        }

        var files = export.Commit();
        Warn(export.Warnings);
        if (PassThru)
        {
            WriteObject(files.Select(file => new FileInfo(file)), enumerateCollection: true);
        }
    }
}
