using System;
using Authlete.Sandbox;
using Xunit;

namespace Authlete.PowerShell.Tests.Support;

/// <summary>Tests of a class that share a sandbox; each has an engine of its own, which opens at its first use.</summary>
public abstract class EngineTests<TFixture>(TFixture fixture) : IClassFixture<TFixture>, IDisposable
    where TFixture : SandboxFixture
{
    private readonly Lazy<EngineSession> _connected = new(() => EngineSession.Connected(fixture.Server));
    private readonly Lazy<EngineSession> _unconnected = new(() => EngineSession.NotConnected(fixture.Server));

    protected SandboxServer Sandbox => fixture.Server;

    /// <summary>The sandbox's service and owner are its default connection.</summary>
    private protected EngineSession Session => _connected.Value;

    /// <summary>Knows the sandbox by variables, and has no connection.</summary>
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

/// <summary>The same with the usual sandbox.</summary>
public abstract class EngineTests(SandboxFixture fixture) : EngineTests<SandboxFixture>(fixture);
