using System;
using System.Diagnostics;
using System.Threading.Tasks;

namespace Authlete.Benchmarks;

/// <summary>A server in a separate process, so that its time isn't counted.</summary>
internal sealed class ServerProcess : IDisposable
{
    private readonly Process _process;

    private ServerProcess(Process process, string[] addresses)
    {
        _process = process;
        (Address, SecureAddress) = (addresses[0], addresses[1]);
    }

    public string Address { get; }

    /// <summary>The address with an untrusted certificate.</summary>
    public string SecureAddress { get; }

    public static async Task<ServerProcess> StartAsync()
    {
        var process = ChildProcess.Start(CannedServer.Argument);
        var addresses = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The server did not start.");
        return new ServerProcess(process, addresses.Split(' '));
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }
}
