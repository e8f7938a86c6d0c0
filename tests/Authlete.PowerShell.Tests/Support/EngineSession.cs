using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Management.Automation.Runspaces;
using System.Net;
using System.Runtime.CompilerServices;
using Authlete.Sandbox;
using Engine = System.Management.Automation.PowerShell;

namespace Authlete.PowerShell.Tests.Support;

/// <summary>
/// A runspace like that of a full PowerShell, with the staged module imported. It has no credential in its environment, and auto-loads no
/// modules except those that a test adds.
/// </summary>
internal sealed class EngineSession : IDisposable
{
    private readonly Runspace _runspace;

    /// <summary>Removes credentials and proxies from the environment, whatever the machine has set.</summary>
    [ModuleInitializer]
    internal static void PrepareProcess()
    {
        Environment.SetEnvironmentVariable("POWERSHELL_TELEMETRY_OPTOUT", "1");
        foreach (string name in Environment.GetEnvironmentVariables().Keys)
        {
            if (
                name.StartsWith("AUTHLETE_", StringComparison.OrdinalIgnoreCase)
                || name.EndsWith("_PROXY", StringComparison.OrdinalIgnoreCase)
            )
            {
                Environment.SetEnvironmentVariable(name, null);
            }
        }
    }

    public EngineSession(PSHost? host = null)
    {
        var state = InitialSessionState.CreateDefault();
        state.ThrowOnRunspaceOpenError = true;
        state.ImportPSModule([StagedModule.Manifest]);
        _runspace = host is null ? RunspaceFactory.CreateRunspace(state) : RunspaceFactory.CreateRunspace(host, state);
        _runspace.Open();
        _runspace.SessionStateProxy.PSVariable.Set("PSModuleAutoLoadingPreference", "None");
    }

    /// <summary>Opens a session with the sandbox's service and owner as the default connection.</summary>
    public static EngineSession Connected(SandboxServer sandbox, PSHost? host = null)
    {
        var session = NotConnected(sandbox, host);

        // Without retries, so that a fault of the sandbox fails the cmdlet.
        session.Run(
            "Connect-Authlete -Credential $credential -ServiceOwnerCredential $ownerCredential -BaseUri $baseUri -MaximumRetryCount 0 -SkipTest"
        );
        return session;
    }

    /// <summary>Opens a session with variables for the sandbox, but without a connection.</summary>
    public static EngineSession NotConnected(SandboxServer sandbox, PSHost? host = null)
    {
        var session = new EngineSession(host);
        session.Set("clientId", sandbox.ConfidentialClient.ClientId);
        session.Set("clientSecret", sandbox.ConfidentialClient.ClientSecret);
        session.Set("redirectUri", sandbox.ConfidentialClient.RedirectUri);
        session.Set("publicClientId", sandbox.PublicClient.ClientId);
        session.Set("publicRedirectUri", sandbox.PublicClient.RedirectUri);
        session.Set("serviceApiKey", sandbox.ServiceApiKey);
        session.Set("baseUri", sandbox.BaseUri);
        session.Set("credential", Credential(sandbox.ServiceApiKey, sandbox.ServiceApiSecret));
        session.Set("ownerCredential", Credential(sandbox.ServiceOwnerApiKey, sandbox.ServiceOwnerApiSecret));
        return session;
    }

    /// <summary>Sets a default connection that retries without delay, unless the server asks for one.</summary>
    public void RetryAtOnce(int maximumRetryCount = 2)
    {
        Run(
            $"Connect-Authlete -Credential $credential -ServiceOwnerCredential $ownerCredential -BaseUri $baseUri -MaximumRetryCount {maximumRetryCount} -SkipTest"
        );
        var api = RunSingle("Get-AuthleteConnection").BaseObject.Property("Api");
        var policy = api.Property("Policy");
        policy.GetType().GetProperty("RetryInterval")!.SetValue(policy, TimeSpan.Zero);
    }

    public static PSCredential Credential(string key, string secret) => new(key, new NetworkCredential("", secret).SecurePassword);

    /// <summary>Sets the clock of the cmdlets in this session.</summary>
    public void UseClock(TimeProvider clock) =>
        ImportedModule
            .FindType("Authlete.PowerShell.Connections.SessionClock")!
            .GetMethod("Set")!
            .Invoke(null, [_runspace, (Func<DateTimeOffset>)clock.GetUtcNow]);

    public void Set(string variable, object? value) => _runspace.SessionStateProxy.PSVariable.Set(variable, value);

    /// <summary>Runs a script that must succeed: any error fails the test.</summary>
    public Collection<PSObject> Run(string script)
    {
        var result = TryRun(script);
        return result.Errors.Count == 0
            ? result.Output
            : throw new InvalidOperationException(
                string.Join(Environment.NewLine, result.Errors.Select(error => error.FullyQualifiedErrorId + ": " + error))
            );
    }

    /// <summary>Runs a script that writes one object.</summary>
    public PSObject RunSingle(string script) => Run(script).Single();

    /// <summary>Runs a script that ends with one error.</summary>
    public ErrorRecord RunError(string script)
    {
        var result = TryRun(script);
        return result.Errors.Single();
    }

    /// <summary>Runs a script and collects all its output. A terminating error is the last of the errors.</summary>
    public RunResult TryRun(string script)
    {
        using var engine = NewEngine(script);
        var output = new Collection<PSObject>();
        var errors = new List<ErrorRecord>();
        var terminated = false;
        try
        {
            // Invoke with an output collection, to keep the output before a terminating error.
            engine.Invoke(null, output);
        }
        catch (RuntimeException e)
        {
            terminated = true;
            errors.Add(e.ErrorRecord);
        }

        errors.InsertRange(0, engine.Streams.Error);
        return new RunResult(
            output,
            errors,
            terminated,
            engine.Streams.Warning.Select(record => record.Message).ToList(),
            engine.Streams.Verbose.Select(record => record.Message).ToList(),
            engine.Streams.Debug.Select(record => record.Message).ToList(),
            engine.Streams.Progress.Select(record => record.ToString()).ToList()
        );
    }

    /// <summary>Creates an engine to start and stop manually.</summary>
    public Engine NewEngine(string script)
    {
        var engine = Engine.Create(_runspace);
        engine.AddScript(script);
        return engine;
    }

    public void Dispose() => _runspace.Dispose();
}

internal sealed record RunResult(
    Collection<PSObject> Output,
    IReadOnlyList<ErrorRecord> Errors,
    bool Terminated,
    IReadOnlyList<string> Warnings,
    IReadOnlyList<string> Verbose,
    IReadOnlyList<string> Debug,
    IReadOnlyList<string> Progress
);
