using System.Linq;
using System.Management.Automation;
using Authlete.Configuration.Comparison;
using Authlete.PowerShell.Binding;
using Authlete.PowerShell.Completion;
using Authlete.PowerShell.Connections;
using Authlete.PowerShell.Errors;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Compares an exported folder with the live service, or two live services.</summary>
/// <remarks>
/// <para>Returns one object for each difference, and nothing if there is none, so that a check for drift is one line of Pester. The folder, or <c>-ReferenceConnection</c>, is the reference side. The cmdlet compares settings that can be changed, by what they mean to the server: the order of a set doesn't matter, and an absent setting equals the server's default. It leaves out times, counters and locks.</para>
/// <para>It finds a client by its ID in ids.json, or else by alias, or else by name. Secrets are shown as ***. They are compared if both sides have them: those that a placeholder takes from a vault always, and those in secrets.json with <c>-IncludeSecret</c>. Of a service's key sets, it compares the keys in the file. If a side can't be read, the command ends with an error, never with an empty result.</para>
/// <para>To compare the service's own settings, you also need the service owner's credential. Without it, the cmdlet compares only clients and writes a warning.</para>
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
/// <para>Check whether the live service still matches the folder.</para>
/// <code>
/// Export-AuthleteConfiguration ./prod
/// Compare-AuthleteConfiguration ./prod -DeclaredOnly -Quiet
/// </code>
/// </example>
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

    /// <summary>The folder, as <c>Export-AuthleteConfiguration</c> writes it.</summary>
    [Parameter(ParameterSetName = "Path", Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    /// <summary>The connection of the reference side, instead of a folder. Specify its service with <c>-ServiceApiKey</c>.</summary>
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

    /// <summary>Indicates that the cmdlet compares only what the folder has. It leaves out members that a file doesn't have, and clients without a file.</summary>
    [Parameter(ParameterSetName = "Path")]
    public SwitchParameter DeclaredOnly { get; set; }

    /// <summary>Indicates that the cmdlet also compares secrets.</summary>
    [Parameter]
    public SwitchParameter IncludeSecret { get; set; }

    /// <summary>Indicates that clients from dynamic registration or federation are included.</summary>
    [Parameter]
    public SwitchParameter IncludeRegistered { get; set; }

    /// <summary>Indicates that the cmdlet returns only <c>$true</c> if there is no difference, or else <c>$false</c>.</summary>
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
