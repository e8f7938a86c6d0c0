using System;
using System.Collections.Generic;
using System.Management.Automation;
using Authlete.ApiClient.Json;
using Authlete.ApiClient.Models;
using Authlete.Configuration.Placeholders;
using Authlete.Configuration.Rules;
using Authlete.PowerShell.Binding;
using Authlete.PowerShell.Completion;
using Authlete.PowerShell.Errors;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Checks a service and its clients against security rules.</summary>
/// <remarks>
/// <para>The cmdlet checks the live service, an exported folder (<c>-Path</c>), or objects from the pipeline. It returns one object for each rule and target, including those that passed. If it can't read a target at all, the command ends with an error. The outcome is one of these:</para>
/// <list type="bullet">
/// <item>Pass: the target follows the rule.</item>
/// <item>Fail: the target doesn't follow the rule.</item>
/// <item>NotApplicable: the target doesn't use the feature that the rule is about.</item>
/// <item>Skipped: the cmdlet couldn't read a setting. The message says what to specify.</item>
/// <item>Investigate: the API can't tell. Check it yourself.</item>
/// <item>Suppressed: the target doesn't follow the rule, and the suppression file accepts it.</item>
/// </list>
/// <para>The rules come from RFC 9700 and other documents. <c>Get-AuthleteConfigurationRule</c> lists them. Rules of FAPI 1.0 check clients that can request a FAPI scope. Rules of FAPI 2.0 run only with <c>-Profile Fapi2</c>. Findings about a locked client have the severity Info.</para>
/// <para>The service's own settings require the service owner's credential. Without it, the rules that read them are Skipped, and the cmdlet writes a warning. <c>-Path</c> needs no credential. Rules that read a setting that an export omits, or a placeholder without a value, are Skipped.</para>
/// <para>A suppression file is a JSON list of objects with <c>rule</c>, <c>target</c> (the label, alias or ID of a client, or <c>service</c>), <c>reason</c>, and optionally <c>expires</c>. For details, see about_Authlete_Configuration.</para>
/// </remarks>
/// <example>
/// <para>Show what failed.</para>
/// <code>
/// Test-AuthleteConfiguration | Where-Object Outcome -EQ Fail
/// </code>
/// </example>
/// <example>
/// <para>Check an exported folder without a credential.</para>
/// <code>
/// Export-AuthleteConfiguration ./prod
/// Test-AuthleteConfiguration ./prod -MinimumSeverity Medium
/// </code>
/// </example>
/// <example>
/// <para>Check the clients whose name begins with Sandbox.</para>
/// <code>
/// Get-AuthleteClient -Name 'Sandbox*' | Test-AuthleteConfiguration
/// </code>
/// </example>
/// <inputs type="System.Object">Services and clients, their JSON text, or other objects with the same members. If you pipe a service, the cmdlet checks the clients against it.</inputs>
/// <outputs type="Authlete.PowerShell.ConfigurationFinding">One object for each rule and target.</outputs>
/// <seealso cref="GetAuthleteConfigurationRuleCommand"/>
/// <seealso cref="ConvertToAuthleteReportCommand"/>
/// <seealso cref="ExportAuthleteConfigurationCommand"/>
/// <seealso cref="SetAuthleteClientCommand"/>
/// <seealso>about_Authlete_Configuration</seealso>
/// <seealso href="docs/rules/README.md">Security rules</seealso>
/// <seealso href="docs/configuration-as-code.md">Configuration as code</seealso>
[Cmdlet(
    VerbsDiagnostic.Test,
    "AuthleteConfiguration",
    DefaultParameterSetName = "Live",
    HelpUri = CmdletPage.Folder + "Test-AuthleteConfiguration.md"
)]
[OutputType(typeof(ConfigurationFinding))]
public sealed class TestAuthleteConfigurationCommand : RuleCmdlet
{
    private static readonly string[] s_connectionParameters = [nameof(Connection), nameof(Credential), nameof(SecretName), nameof(BaseUri)];

    private readonly List<JsonView> _objects = [];

    /// <summary>The folder, from <c>Export-AuthleteConfiguration</c>. Without service.json, the cmdlet checks only clients.</summary>
    [Parameter(ParameterSetName = "Path", Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    /// <summary>The services and clients to check. If you pipe a service, rules that need the service use it.</summary>
    [Parameter(ParameterSetName = "InputObject", Mandatory = true, ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    /// <summary>The IDs of the clients to check. With <c>-Path</c>, you can also specify labels. By default, the cmdlet checks all clients and the service.</summary>
    [Parameter(ParameterSetName = "Live")]
    [Parameter(ParameterSetName = "Path")]
    [Alias("ClientIdentifier")]
    [ValidateNotNullOrEmpty]
    [Text(list: true)]
    [ArgumentCompleter(typeof(ClientLabelCompleter))]
    public string[]? ClientId { get; set; }

    /// <summary>The maximum number of clients in <c>-ClientId</c> to read at the same time, from 1 to 256.</summary>
    [Parameter(ParameterSetName = "Live")]
    [Number]
    [ValidateRange(1, 256)]
    public int ThrottleLimit { get; set; } = 1;

    // The engine doesn't know the parameter set before the first record.
    private bool IsOffline => IsBound(nameof(Path)) || IsBound(nameof(InputObject)) || MyInvocation.ExpectingInput;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        if (!IsOffline)
        {
            base.BeginProcessing();
        }
        else if (Array.Find(s_connectionParameters, IsBound) is { } parameter)
        {
            var other = IsBound(nameof(Path)) ? nameof(Path) : nameof(InputObject);
            ThrowTerminatingError(SetupErrors.CredentialConflict($"-{other} and -{parameter}").ToErrorRecord());
        }
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (IsBound(nameof(InputObject)))
        {
            RunConfiguration(() => _objects.AddRange(CheckedObjects.Read(InputObject)));
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        RunConfiguration(CheckAll);
        base.EndProcessing();
    }

    private void CheckAll()
    {
        var check = NewCheck();
        if (IsBound(nameof(Path)))
        {
            Write(
                check.CheckFolder(
                    ResolveFolder(Path),
                    Path,
                    ServiceApiKey,
                    ClientId,
                    new PlaceholderValues(PlainVariables, FindSecretOrNone)
                )
            );
        }
        else if (IsOffline)
        {
            if (_objects.Count == 0)
            {
                WriteWarning("There was no service or client in the pipeline, so nothing was checked.");
            }

            Write(check.CheckObjects(_objects));
        }
        else
        {
            CheckLive(check);
        }

        // If only some clients are checked, other suppressions may match the rest. A service is checked with all its clients.
        Conclude(check, isComplete: ClientId is null && (IsBound(nameof(Path)) || !IsOffline || _objects.Exists(view => view is Service)));
    }

    private void CheckLive(RuleCheck check)
    {
        var apiKey = FindServiceApiKey(ActiveConnection, ServiceApiKey);
        var access = OpenService(ActiveConnection, apiKey, isWanted: check.ReadsService);
        if (access.Service is { } service)
        {
            check.UseService(service);
        }
        else
        {
            check.MissService(
                apiKey,
                "The settings of the service can't be read without a service owner's credential: specify one, for example by Connect-Authlete -ServiceOwnerCredential."
            );
        }

        if (check.ReadsClients)
        {
            foreach (var client in ClientId is null ? ReadClients(access) : ReadNamedClients(access, ClientId, ThrottleLimit))
            {
                Write(check.CheckClient(client));
            }
        }

        if (ClientId is null)
        {
            Write(check.CheckService());
        }
    }

    /// <summary>If the vault can't be read, there is no value, and the rules that need it are skipped.</summary>
    private string? FindSecretOrNone(string? vault, string name)
    {
        try
        {
            return FindSecret(vault, name);
        }
        catch (SetupException)
        {
            return null;
        }
    }
}
