using System.Linq;
using Authlete.Configuration.Application;
using Authlete.Configuration.Planning;
using Xunit;

namespace Authlete.Configuration.Tests;

/// <summary>Whichever call fails, and however: the report is true, nothing else is damaged, and another import completes the work.</summary>
public sealed class ImportFailureTests
{
    public static TheoryData<int, object> Faults
    {
        get
        {
            var data = new TheoryData<int, object>();
            for (var call = 0; call < CountCalls(); call++)
            {
                data.Add(call, Fault.Refused);
                data.Add(call, Fault.LostBefore);
                data.Add(call, Fault.LostAfter);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public void Importing_again_finishes_and_makes_no_client_twice(int failing, object fault)
    {
        var (state, folder) = NewWork();
        using var _ = folder;
        var before = state.Clients.ToDictionary(client => client.ClientId!.Value, client => client.ToJson());
        var server = new LiveServer(state) { Plan = (number, _) => number == failing ? (Fault)fault : Fault.None };

        var results = server.Import(folder, s_options, includeSecret: true);

        foreach (var result in results)
        {
            AssertTrue(state, folder, result);
        }

        Assert.Equal("left alone", state.Clients.Single(client => client.ClientId == 60).Description);
        Assert.True(
            state.Clients.Single(client => client.ClientId == 40).Locked is true
                || results.Any(result => result is { Id: 40, ErrorId: nameof(ConfigurationProblem.NotLockedAgain) })
        );
        Assert.Equal(before[60], state.Clients.Single(client => client.ClientId == 60).ToJson());

        server.Plan = (_, _) => Fault.None;
        var again = server.Import(folder, s_options, includeSecret: true);

        Assert.All(again, result => Assert.Equal(TargetStatus.Done, result.Status));
        Assert.Empty(state.Compare(folder, includeSecret: true, declaredOnly: true));
        Assert.Equal(7, state.Clients.Count);
        Assert.DoesNotContain(state.Clients, client => client.ClientId == 50);
        Assert.Equal(["b", "a"], state.Clients.Where(client => client.ClientId is 10 or 20).Select(client => client.ClientIdAlias));
        server.Changes.Clear();
        server.Import(folder, s_options, includeSecret: true);
        Assert.Empty(server.Changes);
    }

    private static readonly ImportOptions s_options = new() { IsPruning = true, IsForced = true };

    private static void AssertTrue(Server state, TemporaryFolder folder, TargetResult result)
    {
        var differs = state
            .Compare(folder, includeSecret: true, declaredOnly: true)
            .Any(difference => difference.Label == result.Target.Label && difference.Kind == result.Target.Kind);
        if (result.Status == TargetStatus.Done && result.Target.Action != PlanAction.Remove)
        {
            Assert.False(differs, result.Target + " is Done, and differs.");
        }

        if (result.Target.Action == PlanAction.Remove && result.Status == TargetStatus.Done)
        {
            Assert.DoesNotContain(state.Clients, client => client.ClientId == result.Id);
        }

        Assert.Equal(result.Status is TargetStatus.Failed, result.ErrorId is not null);
        Assert.True(result.Status is not (TargetStatus.Failed or TargetStatus.NotTried) || result.Message is not null);
    }

    /// <summary>An import with a service to change, aliases to swap, a client without a name to create, a locked client, a secret to set, and a client to remove.</summary>
    private static (Server State, TemporaryFolder Folder) NewWork()
    {
        var state = new Server();
        state.Add(10, "\"clientName\":\"A\",\"clientIdAlias\":\"a\"");
        state.Add(20, "\"clientName\":\"B\",\"clientIdAlias\":\"b\"");
        state.Add(30, "\"clientName\":\"C\"");
        state.Add(40, "\"clientName\":\"D\"");
        state.Add(50, "\"clientName\":\"E\"");
        var folder = new TemporaryFolder();
        state.Export(folder, includeSecret: true);
        state.Add(60, "\"clientName\":\"Made by others\",\"description\":\"left alone\"");
        state.Clients[3].Locked = true;
        folder.Replace("service.json", "\"Prod\"", "\"Prod 2\"");
        folder.Replace("clients/a.json", "\"clientIdAlias\": \"a\"", "\"clientIdAlias\": \"b\"");
        folder.Replace("clients/b.json", "\"clientIdAlias\": \"b\"", "\"clientIdAlias\": \"a\"");
        folder.Replace("clients/c.json", "\"C\"", "\"C\",\n  \"description\": \"new\"");
        folder.Replace("clients/d.json", "\"D\"", "\"D\",\n  \"description\": \"new\"");
        folder.Replace("secrets.json", "secret-of-30", "another-secret");
        System.IO.File.Delete(folder.FullName("clients/e.json"));
        folder.Write("clients/nameless.json", """{"description":"without a name","clientSecret":"${SECRET:nameless}"}""");
        folder.Write("clients/named.json", """{"clientName":"New","clientIdAlias":"new"}""");
        state.Vault["nameless"] = "its-secret";
        return (state, folder);
    }

    private static int CountCalls()
    {
        var (state, folder) = NewWork();
        using var _ = folder;
        var server = new LiveServer(state);
        server.Import(folder, s_options, includeSecret: true);
        return server.CallCount;
    }
}
