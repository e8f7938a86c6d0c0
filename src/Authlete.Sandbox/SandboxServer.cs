using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using Authlete.Sandbox.Api;
using Authlete.Sandbox.Hosting;
using Authlete.Sandbox.State;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Authlete.Sandbox;

/// <summary>
/// A running stand-in for the Authlete 2.3 Web API on the loopback interface, with its state in memory.
/// </summary>
public sealed class SandboxServer : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly CancellationTokenSource _stopping;
    private readonly CallLog _calls;
    private int _disposed;

    private SandboxServer(
        WebApplication application,
        CancellationTokenSource stopping,
        CallLog calls,
        FaultPlan faults,
        Installation installation,
        Seed seed
    )
    {
        _application = application;
        _stopping = stopping;
        _calls = calls;
        Faults = faults;
        BaseUri = new Uri(application.Urls.Single() + ApiFacts.Current.BasePath);
        FaultsUri = new Uri(BaseUri, FaultsEndpoint.Path);
        ServiceApiKey = seed.Service.ApiKeyText;
        ServiceApiSecret = seed.Service.ApiSecret;
        ServiceOwnerApiKey = installation.OwnerApiKey;
        ServiceOwnerApiSecret = installation.OwnerApiSecret;
        ConfidentialClient = Describe(seed.ConfidentialClient);
        PublicClient = Describe(seed.PublicClient);
    }

    /// <summary>The base URI of the API, such as <c>http://127.0.0.1:54321/api</c>.</summary>
    public Uri BaseUri { get; }

    /// <summary>The address for planning faults over HTTP, such as <c>http://127.0.0.1:54321/sandbox/faults</c>.</summary>
    public Uri FaultsUri { get; }

    public string ServiceApiKey { get; }

    public string ServiceApiSecret { get; }

    public string ServiceOwnerApiKey { get; }

    public string ServiceOwnerApiSecret { get; }

    /// <summary>A web client that authenticates with its secret in the Basic scheme.</summary>
    public SandboxClient ConfidentialClient { get; }

    /// <summary>A native client without client authentication.</summary>
    public SandboxClient PublicClient { get; }

    /// <summary>The planned faults.</summary>
    public FaultPlan Faults { get; }

    /// <summary>A snapshot of the latest requests, oldest first.</summary>
    public IReadOnlyList<SandboxCall> Calls => _calls.Snapshot();

    /// <summary>Starts a sandbox with one service and two clients.</summary>
    /// <exception cref="IOException">The port is taken.</exception>
    /// <exception cref="FormatException">The service's API key in the options isn't a decimal number.</exception>
    public static async Task<SandboxServer> StartAsync(SandboxOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new SandboxOptions();
        var keys = Task.Run(() => SigningKeys.JwkSet, cancellationToken);
        var installation = new Installation(options.TimeProvider, options.ServiceOwnerApiKey, options.ServiceOwnerApiSecret);
        var faults = new FaultPlan();
        var calls = new CallLog();
        var stopping = new CancellationTokenSource();
        var dispatcher = new Dispatcher(
            installation,
            faults.Queue,
            new DispatcherOptions(options.ResponseType, options.KeepUnknownMembers),
            calls.Add,
            stopping.Token
        );

        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(1));
        builder
            .WebHost.UseKestrelCore()
            .ConfigureKestrel(kestrel =>
            {
                kestrel.AddServerHeader = false;
                kestrel.Listen(IPAddress.Loopback, options.Port);
            });
        var application = builder.Build();
        var seed = Seed.Plant(installation, options.ServiceApiKey, options.ServiceApiSecret, await keys);
        application.Run(dispatcher.HandleAsync);
        try
        {
            await application.StartAsync(cancellationToken);
        }
        catch
        {
            await application.DisposeAsync();
            stopping.Dispose();
            throw;
        }

        return new SandboxServer(application, stopping, calls, faults, installation, seed);
    }

    /// <summary>Ends hanging requests, and stops.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 1)
        {
            return;
        }

        await _stopping.CancelAsync();
        await _application.StopAsync();
        await _application.DisposeAsync();
        _stopping.Dispose();
    }

    private static SandboxClient Describe(ClientRecord client) => new(client.Id, client.Secret, client.RedirectUris[0]);

    /// <summary>Leaves signals such as Ctrl+C to the program that the sandbox runs in.</summary>
    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
