using System.Collections.Generic;
using System.Management.Automation;
using System.Threading.Tasks;
using Authlete.Sandbox;
using Xunit;

namespace Authlete.PowerShell.Tests.Faults;

public sealed class StoppedTests
{
    public static TheoryData<string, string> Cmdlets => ApiCmdlets.WithPath;

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public Task A_stop_ends_a_cmdlet_that_waits_for_the_answer(string cmdlet, string path) => StopWhileWaiting(cmdlet, path, Fault.Hang());

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public Task A_stop_ends_a_cmdlet_that_waits_within_the_answer(string cmdlet, string path) =>
        StopWhileWaiting(cmdlet, path, Fault.HangInBody());

    [Fact]
    public Task A_stop_ends_the_proof_of_a_new_connection() =>
        StopWhileWaiting("Connect-Authlete $credential -BaseUri $baseUri", "/service/configuration", Fault.Hang());

    [Fact]
    public Task A_stop_ends_the_proof_of_a_service() =>
        StopWhileWaiting("Get-AuthleteService | Connect-Authlete", "/service/configuration", Fault.Hang());

    [Fact]
    public Task A_stop_ends_the_test_of_a_credential() =>
        StopWhileWaiting("Test-AuthleteCredential", "/service/configuration", Fault.Hang());

    [Fact]
    public Task A_stop_ends_the_quick_test() =>
        StopWhileWaiting("Test-AuthleteCredential -ClientId $clientId", "/auth/authorization", Fault.Hang());

    [Fact]
    public async Task A_stop_ends_a_list_between_its_pages()
    {
        const string FirstPage = """{"start":0,"end":1,"totalCount":2,"clients":[{"clientId":7}]}""";
        var output = await StopWhileWaiting(
            "Get-AuthleteClient -PageSize 1",
            "/client/get/list",
            written: 1,
            Fault.Status(200, FirstPage),
            Fault.Hang()
        );

        Assert.Equal(7L, Assert.Single(output).Value("ClientId"));
    }

    private static Task<IReadOnlyList<PSObject>> StopWhileWaiting(string script, string path, Fault fault) =>
        StopWhileWaiting(script, path, written: 0, fault);

    /// <summary>Stops the script when it has called the path and written the specified number of objects.</summary>
    private static async Task<IReadOnlyList<PSObject>> StopWhileWaiting(string script, string path, int written, params Fault[] faults)
    {
        await using var sandbox = await SandboxServer.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        using var session = EngineSession.Connected(sandbox);
        foreach (var fault in faults)
        {
            sandbox.Faults.Enqueue(fault, path);
        }

        using var engine = session.NewEngine(script + "; 'went on'");
        using var output = new PSDataCollection<PSObject>();
        var isWritten = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        output.DataAdded += (_, added) =>
        {
            if (added.Index + 1 >= written)
            {
                isWritten.TrySetResult();
            }
        };
        if (written == 0)
        {
            isWritten.SetResult();
        }

        var running = engine.BeginInvoke<PSObject, PSObject>(null, output);
        await sandbox.Faults.WaitForCallAsync(path, TestContext.Current.CancellationToken);
        await isWritten.Task.WaitAsync(TestContext.Current.CancellationToken);

        await Task.Factory.FromAsync(engine.BeginStop(null, null), engine.EndStop);

        Assert.Equal(PSInvocationState.Stopped, engine.InvocationStateInfo.State);
        Assert.True(running.IsCompleted);
        Assert.Empty(engine.Streams.Error);
        Assert.Equal(3, session.RunSingle("1 + 2").BaseObject);
        return [.. output];
    }
}
