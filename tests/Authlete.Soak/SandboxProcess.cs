using System;
using System.Diagnostics;
using System.IO;
using System.Threading.Tasks;
using Authlete.Sandbox;

namespace Authlete.Soak;

/// <summary>A sandbox in a separate process, so that its memory, threads, and sockets aren't counted. It ends with its input.</summary>
internal sealed class SandboxProcess : IDisposable
{
    public const string Argument = "sandbox";

    private readonly Process _process;

    private SandboxProcess(Process process, SoakTarget target) => (_process, Target) = (process, target);

    public SoakTarget Target { get; }

    public static async Task<SandboxProcess> StartAsync()
    {
        var program = Environment.ProcessPath!;
        string[] arguments =
            Path.GetFileNameWithoutExtension(program) == "dotnet" ? [typeof(SandboxProcess).Assembly.Location, Argument] : [Argument];
        var process = Process.Start(
            new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardInput = true }
        )!;
        var values = (
            await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The sandbox did not start.")
        ).Split(' ');
        return new SandboxProcess(process, new SoakTarget(new Uri(values[0]), new Uri(values[1]), values[2], values[3]));
    }

    /// <summary>The work of the process.</summary>
    public static async Task RunAsync()
    {
        await using var server = await SandboxServer.StartAsync();
        var target = SoakTarget.Of(server);
        Console.WriteLine(string.Join(' ', target.BaseUri, target.FaultsUri, target.ApiKey, target.ApiSecret));
        await Console.In.ReadToEndAsync();
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }
}
