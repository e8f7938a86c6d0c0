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

/// <summary>Checks a service and its clients against security rules: live, in an exported folder, or as objects.</summary>
/// <remarks>
/// <para>Returns one object for each rule and target, including those that passed, so that a Pester file shows what was checked. The outcome is Pass, Fail, NotApplicable (the target doesn't use what the rule is about), Skipped (something couldn't be read; the message says what to specify), Investigate (the API can't tell) or Suppressed. What couldn't be read is never Pass. If a target can't be read at all, the command ends with an error.</para>
/// <para>Clients are checked as they arrive, and the service at the end, because some of its rules look at all clients. Findings about a locked client have the severity Info. The rules come from RFC 9700 and other documents; <c>Get-AuthleteConfigurationRule</c> lists them. Rules of FAPI 1.0 look at clients that can request a FAPI scope, and those of FAPI 2.0 run only with <c>-Profile Fapi2</c>.</para>
/// <para>To check the service's own settings, you also need the service owner's credential. Without it, the rules that read them are Skipped, and the cmdlet writes a warning. <c>-Path</c> needs no credential. Rules that read what an export leaves out, or a placeholder without a value, are Skipped.</para>
/// <para>A suppression file is a JSON list of objects with <c>rule</c>, <c>target</c> (the label, alias or id of a client, or <c>service</c>), <c>reason</c>, and optionally <c>expires</c>. See about_Authlete_Configuration.</para>
/// </remarks>
/// <example>
/// <para>Check the service and its clients, and show what failed.</para>
/// <code>
/// Test-AuthleteConfiguration | Where-Object Outcome -eq Fail
/// </code>
/// </example>
/// <example>
/// <para>Check an exported folder without any credential.</para>
/// <code>
/// Export-AuthleteConfiguration ./prod
/// Test-AuthleteConfiguration ./prod -MinimumSeverity Medium
/// </code>
/// </example>
/// <inputs type="System.Object">Service and Client objects, their JSON, or objects with the same members. With a service among them, its clients are compared with it.</inputs>
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

    /// <summary>The folder, as <c>Export-AuthleteConfiguration</c> writes it. Without service.json, only clients are checked.</summary>
    [Parameter(ParameterSetName = "Path", Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    /// <summary>Services and clients to check. Rules that need the service use a service that is among them.</summary>
    [Parameter(ParameterSetName = "InputObject", Mandatory = true, ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    /// <summary>Checks only these clients, and not the service. With <c>-Path</c>, you can also specify their labels. By default, all clients and the service.</summary>
    [Parameter(ParameterSetName = "Live")]
    [Parameter(ParameterSetName = "Path")]
    [Alias("ClientIdentifier")]
    [ValidateNotNullOrEmpty]
    [Text(list: true)]
    [ArgumentCompleter(typeof(ClientLabelCompleter))]
    public string[]? ClientId { get; set; }

    /// <summary>The number of clients in <c>-ClientId</c> to read at once, from 1 to 256.</summary>
    [Parameter(ParameterSetName = "Live")]
    [Number]
    [ValidateRange(1, 256)]
    public int ThrottleLimit { get; set; } = 1;

    // Before the first record comes, the engine doesn't know the parameter set.
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

        // Of a part, it can't be known what else the file fits. A service comes with all its clients.
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

    /// <summary>A vault that can't be asked has no value to give: the rules that need it are skipped.</summary>
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
