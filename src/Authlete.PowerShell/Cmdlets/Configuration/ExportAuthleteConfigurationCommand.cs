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
/// <para>The folder has service.json, a file for each client in clients, and ids.json, which says which client of which service a file stands for. The same state gives the same bytes: members and sets are sorted. What only the server sets or counts is left out, and so are secrets, key sets of the service and the lock flag. A client's file is named after its alias, else its name, and keeps that name.</para>
/// <para>An export over a former one replaces all files at the end, or none. It keeps placeholders (<c>${NAME}</c>, <c>${ENV:NAME}</c>, <c>${SECRET:entry}</c>) whose values are still the live ones, and removes files of clients that are gone if ids.json says that they were this service's and no other's. Other files are never touched. Clients that were made by dynamic registration or federation are left out unless you specify <c>-IncludeRegistered</c>.</para>
/// <para>The service's own settings need a service owner's credential beside the service's; without it only clients are exported, with a warning. <c>Get-AuthleteServiceConfiguration</c> is something else: it gets the discovery document.</para>
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
/// <seealso>about_Authlete_Configuration</seealso>
/// <seealso cref="CompareAuthleteConfigurationCommand"/>
/// <seealso cref="GetAuthleteClientCommand"/>
[Cmdlet(VerbsData.Export, "AuthleteConfiguration", SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed class ExportAuthleteConfigurationCommand : ConfigurationCmdlet
{
    /// <summary>The folder. It is made if it doesn't exist.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    /// <summary>Only these clients; the files of others stay as they are.</summary>
    [Parameter]
    [Alias("ClientIdentifier")]
    [ValidateNotNullOrEmpty]
    [Text(list: true)]
    [ArgumentCompleter(typeof(ClientIdCompleter))]
    public string[]? ClientId { get; set; }

    /// <summary>Whether to leave out the service's own settings.</summary>
    [Parameter]
    public SwitchParameter ClientsOnly { get; set; }

    /// <summary>Whether to write secrets too, in plain text, into secrets.json, which only you can read. Don't commit it.</summary>
    [Parameter]
    public SwitchParameter IncludeSecret { get; set; }

    /// <summary>Whether to write clients that were made by dynamic registration or federation too.</summary>
    [Parameter]
    public SwitchParameter IncludeRegistered { get; set; }

    /// <summary>How many of the clients that <c>-ClientId</c> names to read at once, from 1 to 256.</summary>
    [Parameter]
    [Number]
    [ValidateRange(1, 256)]
    public int ThrottleLimit { get; set; } = 1;

    /// <summary>Whether to write the files to the pipeline.</summary>
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
        foreach (var warning in export.Warnings)
        {
            WriteWarning(warning);
        }

        if (PassThru)
        {
            WriteObject(files.Select(file => new FileInfo(file)), enumerateCollection: true);
        }
    }
}
