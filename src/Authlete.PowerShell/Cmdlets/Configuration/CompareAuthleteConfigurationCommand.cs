using System.Linq;
using System.Management.Automation;
using Authlete.Configuration.Comparison;
using Authlete.PowerShell.Binding;
using Authlete.PowerShell.Completion;
using Authlete.PowerShell.Connections;
using Authlete.PowerShell.Errors;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Compares an exported folder with a live service, or two live services.</summary>
/// <remarks>
/// <para>The cmdlet returns one object for each difference, and no output if there is none. The folder, or <c>-ReferenceConnection</c>, is the reference side. If the cmdlet can't read a side, the command ends with an error, never with an empty result.</para>
/// <para>The cmdlet compares the settings that you can change, by their meaning: the order of a set doesn't matter, and an absent setting equals the server's default. It ignores times, counters and locks. Of the service's key sets, it compares the keys that the file contains. It matches clients by ID in ids.json, or else by alias, or else by name.</para>
/// <para>Secrets are shown as ***. The cmdlet compares the secrets that placeholders get from a vault. With <c>-IncludeSecret</c>, it also compares those in secrets.json.</para>
/// <para>The service's own settings require the service owner's credential. Without it, the cmdlet compares only clients and writes a warning.</para>
/// </remarks>
/// <example>
/// <para>Compare a folder with the live service.</para>
/// <code>
/// Export-AuthleteConfiguration ./prod
/// Set-AuthleteClient $clientId -PkceRequired $true
/// Compare-AuthleteConfiguration ./prod
/// </code>
/// </example>
/// <example>
/// <para>Check for drift.</para>
/// <code>
/// Export-AuthleteConfiguration ./prod
/// Compare-AuthleteConfiguration ./prod -DeclaredOnly -Quiet
/// </code>
/// </example>
/// <outputs type="Authlete.PowerShell.ConfigurationDifference">One object for each difference. Secrets are masked.</outputs>
/// <outputs type="System.Boolean">Whether there is no difference, if you specify <c>-Quiet</c>.</outputs>
/// <seealso cref="ExportAuthleteConfigurationCommand"/>
/// <seealso cref="ImportAuthleteConfigurationCommand"/>
/// <seealso cref="ConvertToAuthleteReportCommand"/>
/// <seealso>about_Authlete_Configuration</seealso>
/// <seealso href="docs/configuration-as-code.md">Configuration as code</seealso>
[Cmdlet(
    VerbsData.Compare,
    "AuthleteConfiguration",
    DefaultParameterSetName = "Path",
    HelpUri = CmdletPage.Folder + "Compare-AuthleteConfiguration.md"
)]
[OutputType(typeof(ConfigurationDifference), typeof(bool))]
public sealed class CompareAuthleteConfigurationCommand : ConfigurationCmdlet
{
    private static readonly string[] s_otherWays = [nameof(Connection), nameof(Credential), nameof(SecretName)];

    /// <summary>The folder, from <c>Export-AuthleteConfiguration</c>.</summary>
    [Parameter(ParameterSetName = "Path", Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    /// <summary>The connection of the reference side, in place of a folder. To specify its service, use <c>-ServiceApiKey</c>.</summary>
    [Parameter(ParameterSetName = "Connection", Mandatory = true)]
    [ValidateNotNull]
    public AuthleteConnection? ReferenceConnection { get; set; }

    /// <summary>The connection of the other side.</summary>
    [Parameter(ParameterSetName = "Connection", Mandatory = true)]
    [ValidateNotNull]
    public AuthleteConnection? DifferenceConnection { get; set; }

    /// <summary>The API key of the service on the other side. By default, the service of <c>-DifferenceConnection</c>.</summary>
    [Parameter(ParameterSetName = "Connection")]
    [ValidateNotNullOrEmpty]
    [Identifier("apiKey", "serviceApiKey")]
    [ArgumentCompleter(typeof(ServiceApiKeyCompleter))]
    public string? DifferenceServiceApiKey { get; set; }

    /// <summary>Indicates that the cmdlet compares only the members that the files have, and ignores clients without a file.</summary>
    [Parameter(ParameterSetName = "Path")]
    public SwitchParameter DeclaredOnly { get; set; }

    /// <summary>Indicates that the cmdlet also compares secrets.</summary>
    [Parameter]
    public SwitchParameter IncludeSecret { get; set; }

    /// <summary>Indicates that the cmdlet includes clients from dynamic registration or federation.</summary>
    [Parameter]
    public SwitchParameter IncludeRegistered { get; set; }

    /// <summary>Indicates that the cmdlet returns a Boolean: <c>$true</c> if there is no difference, or else <c>$false</c>.</summary>
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
        // The API key is known before a call, so that errors in the folder are found first.
        var apiKey = FindServiceApiKey(ActiveConnection, ServiceApiKey);
        var folder = ReadFolder(ResolveFolder(Path), apiKey, IncludeSecret);
        var live = ReadLive(OpenService(ActiveConnection, apiKey, isWanted: folder.Service is not null), folder);
        Write(live.CompareWithFolder(IncludeRegistered, DeclaredOnly));
    }

    private void CompareLive()
    {
        ConnectionResolver.Validate(DifferenceConnection!, CredentialKind, AcceptsOwnerCredential);
        var reference = ReadLive(OpenService(ReferenceConnection!, ServiceApiKey, isWanted: true));
        var other = ReadLive(OpenService(DifferenceConnection!, DifferenceServiceApiKey, isWanted: true));
        Write(reference.CompareTo(other, IncludeRegistered, IncludeSecret));
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
