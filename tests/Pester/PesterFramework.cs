using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Testing.Platform.CommandLine;
using Microsoft.Testing.Platform.Extensions.Messages;
using Microsoft.Testing.Platform.Extensions.TestFramework;
using Microsoft.Testing.Platform.Requests;

namespace Authlete.Pester.Tests;

/// <summary>Runs the Pester tests with each version of Pester in parallel, and reports each <c>It</c> as a test.</summary>
internal sealed class PesterFramework(ICommandLineOptions options) : ITestFramework, IDataProducer
{
    public string Uid => nameof(PesterFramework);

    public string Version => "1.0.0";

    public string DisplayName => "Pester";

    public string Description => "Runs Pester tests in a PowerShell from NuGet.";

    public Type[] DataTypesProduced => [typeof(TestNodeUpdateMessage)];

    public Task<bool> IsEnabledAsync() => Task.FromResult(true);

    public Task<CreateTestSessionResult> CreateTestSessionAsync(CreateTestSessionContext context) =>
        Task.FromResult(new CreateTestSessionResult { IsSuccess = true });

    public Task<CloseTestSessionResult> CloseTestSessionAsync(CloseTestSessionContext context) =>
        Task.FromResult(new CloseTestSessionResult { IsSuccess = true });

    public async Task ExecuteRequestAsync(ExecuteRequestContext context)
    {
        try
        {
            await Task.WhenAll(PesterOptions.VersionsFrom(options).Select(version => RunAsync(version, context)));
        }
        finally
        {
            context.Complete();
        }
    }

    private async Task RunAsync(string version, ExecuteRequestContext context)
    {
        foreach (var node in await NodesAsync(version, context))
        {
            await context.MessageBus.PublishAsync(this, new TestNodeUpdateMessage(context.Request.Session.SessionUid, node));
        }
    }

    private async Task<IReadOnlyList<TestNode>> NodesAsync(string version, ExecuteRequestContext context)
    {
        var discoverOnly = context.Request is DiscoverTestExecutionRequest;
        try
        {
            var result = await new PesterRun(version, PesterOptions.TestFrom(options)).RunAsync(discoverOnly, context.CancellationToken);
            return ToNodes(version, result, discoverOnly);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // Report a run without a result as a failed test. Otherwise it would look like a run without tests.
            return [Node(version, "The run", 0, new ErrorTestNodeStateProperty(e))];
        }
    }

    private static List<TestNode> ToNodes(string version, PesterResult result, bool discoverOnly)
    {
        var nodes = result
            .Failures.Select((failure, index) => Node(version, failure.Name, index, new ErrorTestNodeStateProperty(failure.Message)))
            .ToList();
        foreach (var group in result.Tests.GroupBy(test => test.Name))
        {
            nodes.AddRange(
                group.Select(
                    (test, index) =>
                        Node(
                            version,
                            test.Name,
                            index,
                            discoverOnly ? DiscoveredTestNodeStateProperty.CachedInstance : State(test),
                            new TimingProperty(new TimingInfo(default, default, TimeSpan.FromMilliseconds(test.Milliseconds)))
                        )
                )
            );
        }

        return nodes;
    }

    /// <param name="version">The version of Pester.</param>
    /// <param name="name">The name of the test.</param>
    /// <param name="index">The index that distinguishes tests with the same name.</param>
    /// <param name="properties">The state and further properties.</param>
    private static TestNode Node(string version, string name, int index, params IProperty[] properties) =>
        new()
        {
            Uid = string.Create(CultureInfo.InvariantCulture, $"{version}: {name} [{index}]"),
            DisplayName = $"Pester {version}: {name}",
            Properties = new PropertyBag(properties),
        };

    private static TestNodeStateProperty State(PesterTest test) =>
        test.Result switch
        {
            "Passed" => PassedTestNodeStateProperty.CachedInstance,
            "Skipped" => new SkippedTestNodeStateProperty(test.Message ?? "The test says no reason."),
            _ => new FailedTestNodeStateProperty(test.Message ?? "Pester has it as " + test.Result + "."),
        };
}
