using System;
using System.Diagnostics;
using System.Threading.Tasks;
using Authlete.Sandbox;

namespace Authlete.Benchmarks;

/// <summary>A sandbox in a process of its own, so that what it allocates is not counted.</summary>
internal sealed class SandboxProcess : IDisposable
{
    public const string Argument = "sandbox";

    private readonly Process _process;

    private SandboxProcess(Process process, string[] description)
    {
        _process = process;
        (BaseUri, ApiKey, ApiSecret, ClientId) = (description[0], description[1], description[2], description[3]);
    }

    public string BaseUri { get; }

    public string ApiKey { get; }

    public string ApiSecret { get; }

    public string ClientId { get; }

    public static async Task<SandboxProcess> StartAsync()
    {
        var process = ChildProcess.Start(Argument);
        var description = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The sandbox did not start.");
        return new SandboxProcess(process, description.Split(' '));
    }

    /// <summary>What the process does: serves until its input ends.</summary>
    public static async Task RunAsync()
    {
        await using var server = await SandboxServer.StartAsync();
        Console.WriteLine(
            string.Join(' ', server.BaseUri, server.ServiceApiKey, server.ServiceApiSecret, server.ConfidentialClient.ClientId)
        );
        await Console.In.ReadToEndAsync();
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }
}
