using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Net;
using System.Reflection;
using System.Threading.Tasks;

namespace Authlete.Soak;

/// <summary>A runspace with its own client, tokens and tasks.</summary>
internal sealed class SoakWorker : IDisposable
{
    private const int TokenCount = 10;
    private const int ClientCount = 5;
    private const string GivenUp = "It isn't retried";
    private static readonly TimeSpan s_longestStop = TimeSpan.FromSeconds(5);

    private readonly Runspace _runspace;
    private readonly SoakTarget _target;
    private readonly SoakTally _tally;
    private readonly Random _random;
    private readonly string _name;
    private int _round;

    public SoakWorker(SoakTarget target, SoakTally tally, int number, int seed)
    {
        (_target, _tally, _name, _random) = (target, tally, $"soak-{number}", new Random(seed + number));
        var state = InitialSessionState.CreateDefault2();
        state.ThrowOnRunspaceOpenError = true;
        state.ImportPSModule([StagedManifest]);
        _runspace = RunspaceFactory.CreateRunspace(state);
        _runspace.Open();
    }

    private static string StagedManifest { get; } =
        Path.Combine(
            typeof(SoakWorker)
                .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
                .Single(attribute => attribute.Key == "StagedModule")
                .Value!,
            "Authlete.psd1"
        );

    public void Dispose() => _runspace.Dispose();

    /// <summary>Connects and creates the objects for the work, before faults begin.</summary>
    public void Prepare()
    {
        Set("credential", new PSCredential(_target.ApiKey, new NetworkCredential("", _target.ApiSecret).SecurePassword));
        Set("baseUri", _target.BaseUri);
        Set("name", _name);
        var made = Run(
            $$"""
            Connect-Authlete $credential -BaseUri $baseUri -MaximumRetryCount 20 -TimeoutSec 3 -SkipTest
            $client = New-AuthleteClient -ClientName $name
            $tokens = 1..{{TokenCount}} | ForEach-Object {
                New-AuthleteAccessToken -ClientId $client.ClientId -GrantType AUTHORIZATION_CODE -Subject "$name-$_" | ForEach-Object AccessToken
            }
            $tokens
            """
        );
        if (made.Count != TokenCount)
        {
            throw new InvalidOperationException("The work can't be prepared: " + made.LastOrDefault());
        }
    }

    /// <summary>Works until the time is over, but runs each task at least once.</summary>
    public void Work(TimeSpan duration)
    {
        var watch = Stopwatch.StartNew();
        Action[] tasks = [Introspect, CreateChangeAndRemove, ListTokens, Stop];
        try
        {
            while (watch.Elapsed < duration || _round < tasks.Length)
            {
                tasks[_round % tasks.Length]();
                _round++;
            }
        }
        catch (RuntimeException e)
        {
            _tally.AddViolation($"{_name}: {e}");
        }
    }

    /// <summary>Checks, at the end, that no client was created twice or not removed.</summary>
    public void CheckClients()
    {
        var left = Run("Get-AuthleteClient -Name soak-*-* | ForEach-Object ClientName").Select(name => name.ToString()).ToList();
        if (left.Distinct(StringComparer.Ordinal).Count() != left.Count)
        {
            _tally.AddViolation("Clients were created twice.");
        }

        if (left.Count > _tally.UnknownOutcomes + _tally.Failures)
        {
            _tally.AddViolation($"{left.Count} removed clients still exist.");
        }
    }

    private void Introspect() =>
        Check(
            "introspection",
            Enumerable.Range(1, 4 * TokenCount).Select(number => $"{_name}-{((number - 1) % TokenCount) + 1}"),
            Run("1..4 | ForEach-Object { $tokens } | Invoke-AuthleteIntrospection -ThrottleLimit 4 2>&1"),
            "Subject"
        );

    private void ListTokens() =>
        Check(
            "list",
            Enumerable.Range(1, TokenCount).Select(number => $"{_name}-{number}").Order(StringComparer.Ordinal),
            [.. Run("$client | Get-AuthleteAccessToken -PageSize 3 2>&1").OrderBy(token => Text(token, "Subject"), StringComparer.Ordinal)],
            "Subject",
            isList: true
        );

    private void CreateChangeAndRemove()
    {
        var names = Enumerable.Range(1, ClientCount).Select(number => $"{_name}-{_round}-{number}").ToList();
        Set("names", names);
        var made = Run("$names | ForEach-Object { [pscustomobject]@{ clientName = $_ } } | New-AuthleteClient -ThrottleLimit 4 2>&1");
        var created = Check("creation", names, made, "ClientName");
        if (created.Count == 0)
        {
            return;
        }

        Set("made", created);
        var expected = created.Select(client => Text(client, "ClientName")!).ToList();
        Check(
            "change",
            expected,
            Run("$made | ForEach-Object { $_.Description = $_.ClientName; $_ } | Set-AuthleteClient -ThrottleLimit 4 2>&1"),
            "ClientName"
        );
        Check("read", expected, Run("$made | Get-AuthleteClient -ThrottleLimit 4 2>&1"), "ClientName");
        foreach (var rest in Run("$made | Remove-AuthleteClient -ThrottleLimit 4 -Confirm:$false 2>&1"))
        {
            TakeError("removal", rest);
        }
    }

    /// <summary>Stops a pipeline with many calls in flight, at a random time.</summary>
    private void Stop()
    {
        using var engine = NewEngine("& { while ($true) { $tokens } } | Invoke-AuthleteIntrospection -ThrottleLimit 16");
        var running = engine.BeginInvoke();
        Task.Delay(_random.Next(100)).Wait();
        var watch = Stopwatch.StartNew();
        engine.Stop();
        _tally.AddStop(watch.Elapsed);
        if (watch.Elapsed > s_longestStop)
        {
            _tally.AddViolation($"{_name}: a stop took {watch.Elapsed}.");
        }

        try
        {
            engine.EndInvoke(running);
        }
        catch (PipelineStoppedException)
        {
            // Expected.
        }
    }

    /// <summary>Compares the output with the expected objects in order. An error replaces its object.</summary>
    /// <returns>The objects in the output.</returns>
    private List<PSObject> Check(string task, IEnumerable<string> expected, List<PSObject> output, string property, bool isList = false)
    {
        var names = expected.ToList();
        if (isList && output.Any(item => item.BaseObject is ErrorRecord))
        {
            // A list that fails ends early.
            TakeError(task, output.First(item => item.BaseObject is ErrorRecord));
            return [];
        }

        if (output.Count != names.Count)
        {
            _tally.AddViolation($"{_name}: {task}: {output.Count} results of {names.Count}.");
            return [];
        }

        var results = new List<PSObject>();
        foreach (var (name, item) in names.Zip(output))
        {
            if (item.BaseObject is ErrorRecord)
            {
                TakeError(task, item);
            }
            else if (Text(item, property) == name)
            {
                results.Add(item);
            }
            else
            {
                _tally.AddViolation($"{_name}: {task}: {Text(item, property)} instead of {name}.");
            }
        }

        _tally.CountResults(results.Count);
        return results;
    }

    /// <summary>Accepts only documented errors, and creations whose response was lost.</summary>
    private void TakeError(string task, PSObject item)
    {
        var exception = new PSObject((item.BaseObject as ErrorRecord)?.Exception ?? item.BaseObject);
        if (task == "creation" && exception.Properties["OutcomeUnknown"]?.Value is true)
        {
            _tally.CountUnknownOutcome();
        }
        else if (exception.Properties["Message"]?.Value is string message && message.Contains(GivenUp, StringComparison.Ordinal))
        {
            _tally.CountFailure();
        }
        else
        {
            _tally.AddViolation($"{_name}: {task}: {item}");
        }
    }

    private static string? Text(PSObject item, string property) => item.Properties[property]?.Value?.ToString();

    private void Set(string variable, object value) => _runspace.SessionStateProxy.PSVariable.Set(variable, value);

    /// <summary>The output of a script. A terminating error is the last item.</summary>
    private List<PSObject> Run(string script)
    {
        using var engine = NewEngine(script);
        var output = new List<PSObject>();
        try
        {
            engine.Invoke(null, output);
        }
        catch (RuntimeException e)
        {
            output.Add(new PSObject(e.ErrorRecord));
        }

        return output;
    }

    private PowerShell NewEngine(string script)
    {
        var engine = PowerShell.Create(_runspace);
        engine.AddScript(script);
        return engine;
    }
}
