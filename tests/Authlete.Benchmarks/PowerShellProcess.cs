using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Threading.Tasks;

namespace Authlete.Benchmarks;

/// <summary>A full PowerShell in a separate process that runs a scenario and prints figures.</summary>
internal sealed class PowerShellProcess(ServerProcess server, string modules)
{
    private static readonly string s_scenarios = Path.Combine(Program.Sources, "Scenarios");

    /// <summary>Runs a scenario and adds its figures. Each line contains the name of a series and a number.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="side">The side to measure, if each process measures one; empty for both.</param>
    /// <param name="series">Figures by name.</param>
    public async Task RunAsync(Scenario scenario, string side, Dictionary<string, List<double>> series)
    {
        using var process = Process.Start(NewStartInfo(scenario, side))!;
        var errors = process.StandardError.ReadToEndAsync();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            var parts = line.Split(' ');
            if (parts.Length != 2 || !double.TryParse(parts[1], CultureInfo.InvariantCulture, out var figure))
            {
                throw new InvalidOperationException($"{scenario.Script} printed: {line}");
            }

            if (!series.TryGetValue(parts[0], out var figures))
            {
                series[parts[0]] = figures = [];
            }

            figures.Add(figure);
        }

        await process.WaitForExitAsync();
        var message = await errors;
        if (process.ExitCode != 0 || message.Length > 0)
        {
            throw new InvalidOperationException($"{scenario.Script} failed: {message}");
        }
    }

    private ProcessStartInfo NewStartInfo(Scenario scenario, string side)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (
            var argument in (string[])
                [
                    Program.PowerShell,
                    "-NoProfile",
                    "-NonInteractive",
                    "-File",
                    Path.Combine(s_scenarios, "Start-Scenario.ps1"),
                    Path.Combine(s_scenarios, scenario.Script),
                    Program.StagedManifest,
                    typeof(Program).Assembly.Location,
                    server.Address,
                    server.SecureAddress,
                    modules,
                    side,
                ]
        )
        {
            start.ArgumentList.Add(argument);
        }

        // Otherwise Import-Module starts telemetry, which takes longer than the import.
        start.Environment["POWERSHELL_TELEMETRY_OPTOUT"] = "1";
        start.Environment["NO_COLOR"] = "1";
        return start;
    }
}
