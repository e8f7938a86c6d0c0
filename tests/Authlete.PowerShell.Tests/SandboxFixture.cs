using System.Threading.Tasks;
using Authlete.Sandbox;
using Xunit;

namespace Authlete.PowerShell.Tests;

/// <summary>A sandbox of its own for a class of tests.</summary>
public sealed class SandboxFixture : IAsyncLifetime
{
    public SandboxServer Server { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Server = await SandboxServer.StartAsync();

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}
