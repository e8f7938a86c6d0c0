using System.IO;
using System.Linq;
using System.Management.Automation;
using Authlete.Configuration.Folder;
using Authlete.Configuration.Placeholders;
using Authlete.PowerShell.Binding;
using Authlete.PowerShell.Completion;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Exports a service and its clients to a folder of JSON files.</summary>
/// <remarks>
/// <para>The folder contains service.json, a file for each client, and ids.json, which records which file belongs to which client. Members and sets are sorted, so the same configuration always gives the same bytes. A client's file is named after its alias, or else its name, and keeps that name.</para>
/// <para>The export omits secrets, the key sets of the service, the lock flag, and values that only the server sets. It also omits clients from dynamic registration or federation, unless you specify <c>-IncludeRegistered</c>.</para>
/// <para>If you export to the same folder again, the cmdlet replaces all files at the end, or none. It keeps placeholders (<c>${NAME}</c>, <c>${ENV:NAME}</c>, <c>${SECRET:entry}</c>) whose values are still the live ones. It removes the file of a deleted client only if ids.json lists the client for this service and no other. It doesn't touch other files.</para>
/// <para>The service's own settings require the service owner's credential. Without it, the cmdlet exports only clients and writes a warning. To get the discovery document, use <c>Get-AuthleteServiceConfiguration</c>.</para>
/// </remarks>
/// <example>
/// <para>Export a service and its clients.</para>
/// <code>
/// Export-AuthleteConfiguration ./prod
/// </code>
/// </example>
/// <example>
/// <para>Export one client, and return its file.</para>
/// <code>
/// Export-AuthleteConfiguration ./some -ClientsOnly -ClientId $clientId `
///     -PassThru
/// </code>
/// </example>
/// <outputs type="System.IO.FileInfo">The files, if you specify <c>-PassThru</c>. Otherwise, this cmdlet returns no output.</outputs>
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
    /// <summary>The folder. If it doesn't exist, the cmdlet creates it.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    /// <summary>The IDs of the clients to export. The files of other clients stay as they are. By default, all clients.</summary>
    [Parameter]
    [Alias("ClientIdentifier")]
    [ValidateNotNullOrEmpty]
    [Text(list: true)]
    [ArgumentCompleter(typeof(ClientIdCompleter))]
    public string[]? ClientId { get; set; }

    /// <summary>Indicates that the cmdlet doesn't export the service's own settings.</summary>
    [Parameter]
    public SwitchParameter ClientsOnly { get; set; }

    /// <summary>Indicates that the cmdlet writes secrets to secrets.json, in plain text. Only you can read the file. Don't commit it.</summary>
    [Parameter]
    public SwitchParameter IncludeSecret { get; set; }

    /// <summary>Indicates that the cmdlet also exports clients from dynamic registration or federation.</summary>
    [Parameter]
    public SwitchParameter IncludeRegistered { get; set; }

    /// <summary>The maximum number of clients in <c>-ClientId</c> to read at the same time, from 1 to 256.</summary>
    [Parameter]
    [Number]
    [ValidateRange(1, 256)]
    public int ThrottleLimit { get; set; } = 1;

    /// <summary>Indicates that the cmdlet returns a FileInfo object for each file.</summary>
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
