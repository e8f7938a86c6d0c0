using System;
using Authlete.Sandbox;
using Xunit;

namespace Authlete.PowerShell.Tests.Support;

/// <summary>Tests that share a sandbox with their class. Each test has its own engine, which opens on first use.</summary>
public abstract class EngineTests<TFixture>(TFixture fixture) : IClassFixture<TFixture>, IDisposable
    where TFixture : SandboxFixture
{
    private readonly Lazy<EngineSession> _connected = new(() => EngineSession.Connected(fixture.Server));
    private readonly Lazy<EngineSession> _unconnected = new(() => EngineSession.NotConnected(fixture.Server));

    protected SandboxServer Sandbox => fixture.Server;

    /// <summary>A session with the sandbox's service and owner as the default connection.</summary>
    private protected EngineSession Session => _connected.Value;

    /// <summary>A session with variables for the sandbox, but without a connection.</summary>
    private protected EngineSession Unconnected => _unconnected.Value;

    public virtual void Dispose()
    {
        foreach (var session in new[] { _connected, _unconnected })
        {
            if (session.IsValueCreated)
            {
                session.Value.Dispose();
            }
        }
    }
}

/// <summary>Tests with the default sandbox.</summary>
public abstract class EngineTests(SandboxFixture fixture) : EngineTests<SandboxFixture>(fixture);
