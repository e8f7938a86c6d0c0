using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;

namespace Authlete.Pester.Tests;

/// <summary>A run of all tests with one version of Pester, in a separate PowerShell.</summary>
internal sealed class PesterRun(string version, string? test)
{
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(20);

    public async Task<PesterResult> RunAsync(bool discoverOnly, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("authlete-pester-");
        try
        {
            var resultFile = Path.Combine(folder.FullName, "result.json");
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(s_limit);
            var output = await RunProcessAsync(StartInfo(resultFile, discoverOnly), limit.Token);
            if (!File.Exists(resultFile))
            {
                throw new InvalidOperationException("PowerShell ended without a result. It wrote:" + Environment.NewLine + output);
            }

            return JsonSerializer.Deserialize<PesterResult>(await File.ReadAllBytesAsync(resultFile, limit.Token))
                ?? throw new InvalidOperationException("The result is empty.");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"PowerShell did not end within {s_limit.TotalMinutes} minutes.");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<string> RunProcessAsync(ProcessStartInfo startInfo, CancellationToken cancellationToken)
    {
        using var process = Process.Start(startInfo)!;
        try
        {
            process.StandardInput.Close();
            var error = process.StandardError.ReadToEndAsync(cancellationToken);
            var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return output + await error;
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    private ProcessStartInfo StartInfo(string resultFile, bool discoverOnly)
    {
        var startInfo = new ProcessStartInfo(Paths.PowerShell[0])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            UseShellExecute = false,
            WorkingDirectory = Paths.Tests,
        };
        // With the parent PowerShell's PSModulePath, Windows PowerShell would find its modules first, and fail to load them.
        startInfo.Environment.Remove("PSModulePath");
        string[] arguments =
        [
            .. Paths.PowerShell.Skip(1),
            "-NoProfile",
            "-NonInteractive",
            "-File",
            Path.Combine(Paths.Tests, "Invoke-PesterTests.ps1"),
        ];
        foreach (var argument in arguments)
        {
            startInfo.ArgumentList.Add(argument);
        }

        Add("-PesterPath", Paths.Pester(version));
        Add("-ModulePath", Paths.Module);
        Add("-SandboxPath", Paths.Sandbox);
        Add("-YamlPath", Paths.Yaml);
        Add("-ResultPath", resultFile);
        if (test is not null)
        {
            Add("-TestName", test);
        }

        if (discoverOnly)
        {
            startInfo.ArgumentList.Add("-DiscoverOnly");
        }

        return startInfo;

        void Add(string name, string value)
        {
            startInfo.ArgumentList.Add(name);
            startInfo.ArgumentList.Add(value);
        }
    }
}
