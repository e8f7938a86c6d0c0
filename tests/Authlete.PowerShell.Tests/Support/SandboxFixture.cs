using System.Threading.Tasks;
using Authlete.Sandbox;
using Xunit;

namespace Authlete.PowerShell.Tests.Support;

/// <summary>A sandbox for one test class.</summary>
public class SandboxFixture : IAsyncLifetime
{
    public SandboxServer Server { get; private set; } = null!;

    /// <summary>The options of the sandbox.</summary>
    protected virtual SandboxOptions Options { get; } = new();

    public async ValueTask InitializeAsync() => Server = await SandboxServer.StartAsync(Options);

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        System.GC.SuppressFinalize(this);
    }
}

/// <summary>A sandbox like a server that is newer than the module: it keeps members that the module doesn't know.</summary>
public sealed class NewerServerFixture : SandboxFixture
{
    protected override SandboxOptions Options { get; } = new() { KeepUnknownMembers = true };
}
