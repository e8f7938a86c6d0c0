using System.Linq;
using System.Management.Automation;
using Authlete.Configuration.Comparison;
using Authlete.Configuration.Folder;
using Authlete.Configuration.Placeholders;
using Authlete.PowerShell.Binding;
using Authlete.PowerShell.Connections;
using Authlete.PowerShell.Errors;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Shows in what an exported folder and the live service differ, or two live services.</summary>
/// <remarks>
/// <para>Writes one object for each difference, and nothing if there is none, so that a check for drift is one line of Pester. The folder, or <c>-ReferenceConnection</c>, is the reference side. What is compared is what can be written, as it means to the server: a set without order, and what is absent as the server's default; times, counters and locks are left out.</para>
/// <para>Clients are found by their ids in ids.json, else by alias, else by name. Secrets are shown as ***; they are compared where both sides have them: with <c>-IncludeSecret</c> those of secrets.json, and always those that a file takes from a vault by a placeholder. Of a service's key sets the keys in the file are compared. If a side can't be read, the command ends with an error, never with an empty result.</para>
/// <para>The service's own settings need a service owner's credential beside the service's; without it only clients are compared, with a warning.</para>
/// </remarks>
/// <example>
/// <para>Compare a folder with the live service.</para>
/// <code>
/// Export-AuthleteConfiguration ./prod
/// Set-AuthleteClient $clientId -PkceRequired $true -Confirm:$false
/// Compare-AuthleteConfiguration ./prod
/// </code>
/// </example>
/// <example>
/// <para>Is the live service still what the folder says?</para>
/// <code>
/// Export-AuthleteConfiguration ./prod
/// Compare-AuthleteConfiguration ./prod -DeclaredOnly -Quiet
/// </code>
/// </example>
/// <seealso>about_Authlete_Configuration</seealso>
/// <seealso cref="ExportAuthleteConfigurationCommand"/>
/// <seealso cref="ImportAuthleteConfigurationCommand"/>
/// <seealso cref="SetAuthleteClientCommand"/>
[Cmdlet(VerbsData.Compare, "AuthleteConfiguration", DefaultParameterSetName = "Path")]
[OutputType(typeof(ConfigurationDifference), typeof(bool))]
public sealed class CompareAuthleteConfigurationCommand : ConfigurationCmdlet
{
    private static readonly string[] s_otherWays = [nameof(Connection), nameof(Credential), nameof(SecretName)];

    /// <summary>The folder, as <c>Export-AuthleteConfiguration</c> makes it.</summary>
    [Parameter(ParameterSetName = "Path", Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    /// <summary>The connection of the reference side, instead of a folder; <c>-ServiceApiKey</c> names its service.</summary>
    [Parameter(ParameterSetName = "Connection", Mandatory = true)]
    [ValidateNotNull]
    public AuthleteConnection? ReferenceConnection { get; set; }

    /// <summary>The connection of the other side.</summary>
    [Parameter(ParameterSetName = "Connection", Mandatory = true)]
    [ValidateNotNull]
    public AuthleteConnection? DifferenceConnection { get; set; }

    /// <summary>The API key of the service on the other side. Absent: the service of <c>-DifferenceConnection</c>.</summary>
    [Parameter(ParameterSetName = "Connection")]
    [ValidateNotNullOrEmpty]
    [Identifier("apiKey", "serviceApiKey")]
    public string? DifferenceServiceApiKey { get; set; }

    /// <summary>Whether to leave out what the folder doesn't speak of: members that a file doesn't have, and clients without a file.</summary>
    [Parameter(ParameterSetName = "Path")]
    public SwitchParameter DeclaredOnly { get; set; }

    /// <summary>Whether to compare secrets too.</summary>
    [Parameter]
    public SwitchParameter IncludeSecret { get; set; }

    /// <summary>Whether clients that were made by dynamic registration or federation take part.</summary>
    [Parameter]
    public SwitchParameter IncludeRegistered { get; set; }

    /// <summary>Whether to write only <c>$true</c> if there is no difference, else <c>$false</c>.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    private protected override ConnectionArguments ConnectionArguments =>
        ReferenceConnection is null
            ? base.ConnectionArguments
            : new ConnectionArguments([nameof(Connection)])
            {
                Connection = s_otherWays.FirstOrDefault(IsBound) is { } other
                    ? throw SetupErrors.CredentialConflict($"-{nameof(ReferenceConnection)} and -{other}")
                    : ReferenceConnection,
            };

    /// <inheritdoc/>
    protected override void ProcessRecord() => RunConfiguration(ReferenceConnection is null ? CompareWithFolder : CompareLive);

    private void CompareWithFolder()
    {
        // The API key is known before a call is made, so that what is wrong with the folder is found first.
        var apiKey = FindServiceApiKey(ActiveConnection, ServiceApiKey);
        var folder = ConfigurationFolder.Read(
            ResolveFolder(Path),
            apiKey,
            IncludeSecret,
            new PlaceholderValues(PlainVariables, FindSecret)
        );
        foreach (var warning in folder.Warnings)
        {
            WriteWarning(warning);
        }

        var live = Read(OpenService(ActiveConnection, apiKey, isWanted: folder.Service is not null), folder);
        Write(live.CompareWithFolder(IncludeRegistered, DeclaredOnly));
    }

    private void CompareLive()
    {
        ConnectionResolver.Validate(DifferenceConnection!, CredentialKind, AcceptsOwnerCredential);
        var reference = Read(OpenService(ReferenceConnection!, ServiceApiKey, isWanted: true), null);
        var other = Read(OpenService(DifferenceConnection!, DifferenceServiceApiKey, isWanted: true), null);
        Write(reference.CompareTo(other, IncludeRegistered, IncludeSecret));
    }

    private LiveConfiguration Read(ServiceAccess access, ConfigurationFolder? folder)
    {
        var live = new LiveConfiguration(access.ApiKey, access.Service, folder);
        foreach (var client in ReadClients(access))
        {
            live.AddClient(client);
        }

        return live;
    }

    private void Write(DifferenceList differences)
    {
        if (Quiet)
        {
            WriteObject(differences.Count == 0);
            return;
        }

        for (var i = 0; i < differences.Count; i++)
        {
            var found = differences[i];
            WriteObject(
                new ConfigurationDifference(
                    found.Kind,
                    found.Label,
                    found.Id,
                    found.Property,
                    found.Reference,
                    found.Difference,
                    found.SideIndicator
                )
            );
        }
    }
}
