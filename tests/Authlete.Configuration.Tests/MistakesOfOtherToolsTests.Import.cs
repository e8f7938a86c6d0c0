using System.Collections.Generic;
using System.IO;
using System.Linq;
using Authlete.ApiClient.Models;
using Authlete.Configuration.Application;
using Authlete.Configuration.Planning;
using Xunit;

namespace Authlete.Configuration.Tests;

/// <content>Mistakes in importing.</content>
public sealed partial class MistakesOfOtherToolsTests
{
    private static readonly ImportOptions s_farthest = new()
    {
        IsExact = true,
        IsPruning = true,
        IsForced = true,
    };

    [Fact]
    public void A_file_that_can_not_be_read_ends_the_whole_import_and_its_client_stays()
    {
        var (state, server) = NewServer();
        using var folder = new TemporaryFolder();
        state.Export(folder);
        folder.Write("clients/a.json", "<<<<<<< ours");
        folder.Replace("clients/b.json", "\"B\"", "\"B2\"");

        var error = Assert.Throws<ConfigurationException>(() => server.Import(folder, s_farthest));

        Assert.Equal(ConfigurationProblem.InvalidFolder, error.Problem);
        Assert.Equal(0, server.CallCount);
    }

    [Fact]
    public void An_empty_folder_removes_no_client()
    {
        var (state, server) = NewServer();
        using var folder = new TemporaryFolder();
        state.Export(folder);
        Directory.Delete(folder.FullName("clients"), recursive: true);

        var error = Assert.Throws<ConfigurationException>(() => server.Import(folder, s_farthest));

        Assert.Equal(ConfigurationProblem.PruneRefused, error.Problem);
        Assert.Equal(0, server.CallCount);
        Assert.All(server.Import(folder), result => Assert.Equal(PlanAction.None, result.Target.Action));
        Assert.Empty(server.Changes);
    }

    [Theory]
    [InlineData("***")]
    [InlineData("<redacted>")]
    public void A_mask_is_never_imported_over_a_secret(string mask)
    {
        var (state, server) = NewServer();
        using var folder = new TemporaryFolder();
        state.Export(folder);
        state.Vault["entry"] = mask;
        folder.Replace("clients/a.json", "\"clientName\"", "\"clientSecret\": \"${SECRET:entry}\",\n  \"clientName\"");

        var error = Assert.Throws<ConfigurationException>(() => server.Import(folder));

        Assert.Equal(ConfigurationProblem.ExposedSecret, error.Problem);
        Assert.Equal("secret-of-1", state.Clients[0].ClientSecret);
    }

    [Fact]
    public void An_update_keeps_the_fields_that_a_file_does_not_have()
    {
        var state = new Server();
        state.Add(1, "\"clientName\":\"A\",\"newLifetime\":5,\"extension\":{\"accessTokenDuration\":60,\"newFlag\":true}");
        using var folder = new TemporaryFolder();
        folder.Write("ids.json", "{\"1001\":{\"a\":1}}");
        folder.Write("clients/a.json", """{"clientName":"A2","extension":{"refreshTokenDuration":7}}""");

        new LiveServer(state).Import(folder);

        var client = state.Clients[0];
        Assert.Equal(("A2", 5L, "secret-of-1"), (client.ClientName, client.GetMember("newLifetime"), client.ClientSecret));
        Assert.Equal(
            (60L, 7L, true),
            (client.Extension!.AccessTokenDuration, client.Extension.RefreshTokenDuration, client.Extension.GetMember("newFlag"))
        );
    }

    [Fact]
    public void An_import_never_replaces_the_signing_keys()
    {
        const string Keys = "{\\\"keys\\\":[{\\\"kid\\\":\\\"a\\\",\\\"kty\\\":\\\"EC\\\",\\\"d\\\":\\\"private-part\\\"}]}";
        var state = new Server { Service = Server.NewService($"\"description\":\"x\",\"jwks\":\"{Keys}\",\"federationJwks\":\"{Keys}\"") };
        using var folder = new TemporaryFolder();
        state.Export(folder);
        folder.Write("service.json", """{"serviceName":"Renamed"}""");

        new LiveServer(state).Import(folder, s_farthest with { IsPruning = false });

        Assert.Equal(("Renamed", (string?)null), (state.Service.ServiceName, state.Service.Description));
        Assert.Contains("private-part", state.Service.Jwks, System.StringComparison.Ordinal);
        Assert.Contains("private-part", state.Service.FederationJwks, System.StringComparison.Ordinal);

        folder.Write("service.json", """{"jwks":{"keys":[{"kid":"a","kty":"EC","use":"sig"}]}}""");
        new LiveServer(state).Import(folder, s_farthest with { IsPruning = false });
        Assert.Contains("private-part", state.Service.Jwks, System.StringComparison.Ordinal);
        Assert.Contains("sig", state.Service.Jwks, System.StringComparison.Ordinal);
    }

    [Fact]
    public void An_import_does_not_undo_an_emergency_lock()
    {
        var (state, server) = NewServer();
        using var folder = new TemporaryFolder();
        state.Export(folder);
        state.Clients[0].Locked = true;

        server.Import(folder, s_farthest);
        Assert.Empty(server.Changes);
        folder.Replace("clients/a.json", "\"A\"", "\"A2\"");
        server.Import(folder);
        server.Import(folder, s_farthest);

        Assert.Equal(("A2", true), (state.Clients[0].ClientName, state.Clients[0].Locked));
    }

    [Fact]
    public void A_changed_flag_keeps_the_client_and_its_id()
    {
        var (state, server) = NewServer();
        using var folder = new TemporaryFolder();
        state.Export(folder);
        folder.Write("clients/a.json", """{"clientName":"A2","clientType":"PUBLIC","applicationType":"NATIVE","clientIdAlias":"other"}""");

        server.Import(folder, s_farthest);

        Assert.Equal(["POST /client/update/1"], server.Changes);
        Assert.Equal((1L, "secret-of-1"), (state.Clients[0].ClientId!.Value, state.Clients[0].ClientSecret));
    }

    [Fact]
    public void Zero_and_empty_values_are_set()
    {
        var state = new Server { Service = Server.NewService("\"supportedScopes\":[{\"name\":\"a\"}]") };
        state.Add(1, "\"clientName\":\"A\",\"description\":\"text\",\"pkceRequired\":true,\"contacts\":[\"a@b.c\"]");
        using var folder = new TemporaryFolder();
        state.Export(folder);
        folder.Write("service.json", """{"accessTokenDuration":0,"supportedScopes":[]}""");
        folder.Write("clients/a.json", """{"description":"","pkceRequired":false,"contacts":[]}""");

        Assert.All(new LiveServer(state).Import(folder), result => Assert.Equal(TargetStatus.Done, result.Status));

        Assert.Equal(0, state.Service.AccessTokenDuration);
        Assert.Empty(state.Service.SupportedScopes!);
        Assert.Equal(("", false, 0), (state.Clients[0].Description, state.Clients[0].PkceRequired, state.Clients[0].Contacts!.Length));
    }

    [Fact]
    public void Swapped_aliases_are_no_dead_end()
    {
        var state = new Server();
        state.Add(1, "\"clientName\":\"A\",\"clientIdAlias\":\"a\"");
        state.Add(2, "\"clientName\":\"B\",\"clientIdAlias\":\"b\"");
        using var folder = new TemporaryFolder();
        state.Export(folder);
        folder.Replace("clients/a.json", "\"clientIdAlias\": \"a\"", "\"clientIdAlias\": \"b\"");
        folder.Replace("clients/b.json", "\"clientIdAlias\": \"b\"", "\"clientIdAlias\": \"a\"");

        Assert.All(new LiveServer(state).Import(folder), result => Assert.Equal(TargetStatus.Done, result.Status));

        Assert.Equal(["b", "a"], state.Clients.Select(client => client.ClientIdAlias));
    }

    [Fact]
    public void A_part_that_fails_is_no_success()
    {
        var (state, server) = NewServer();
        using var folder = new TemporaryFolder();
        state.Export(folder);
        folder.Replace("clients/a.json", "\"A\"", "\"A2\"");
        folder.Replace("clients/b.json", "\"B\"", "\"B2\"");
        folder.Replace("clients/c.json", "\"C\"", "\"C\",\n  \"tosUri\": \"https://a\"");
        server.Plan = (_, call) => call.Path == "/client/update/1" ? Fault.Refused : Fault.None;
        server.Accept = sent => sent.RemoveMember("tosUri");

        var results = server.Import(folder).Where(result => result.Target.Kind == nameof(Client)).OrderBy(result => result.Target.Label);

        // LiveServer.Import asserts that the import reports these failures at the end.
        Assert.Equal(
            [TargetStatus.Failed, TargetStatus.Done, TargetStatus.Failed, TargetStatus.Done],
            results.Select(result => result.Status)
        );
    }

    [Fact]
    public void Clients_that_other_ways_have_made_are_not_removed()
    {
        var (state, server) = NewServer();
        using var folder = new TemporaryFolder();
        state.Export(folder);
        state.Add(9, "\"clientName\":\"Of another team\"");
        folder.Write(
            "ids.json",
            folder
                .Read("ids.json")
                .Replace("{\n  \"1001\"", "{\n  \"2002\": {\n    \"other\": 9\n  },\n  \"1001\"", System.StringComparison.Ordinal)
        );
        File.Delete(folder.FullName("clients/a.json"));

        server.Import(folder, s_farthest);

        Assert.Equal(["DELETE /client/delete/1"], server.Changes);
        Assert.Contains(state.Clients, client => client.ClientId == 9);
    }

    [Fact]
    public void A_plan_shows_old_and_new_values_and_calls_nothing()
    {
        var (state, server) = NewServer();
        using var folder = new TemporaryFolder();
        state.Export(folder);
        folder.Replace("clients/a.json", "\"A\"", "\"A2\"");
        folder.Write("clients/new.json", """{"clientName":"New"}""");
        File.Delete(folder.FullName("clients/d.json"));
        var before = folder.ReadAll();

        var plan = server.MakePlan(folder, s_farthest);

        Assert.Equal(
            [(PlanAction.Create, "new"), (PlanAction.Update, "a"), (PlanAction.Remove, "d")],
            plan.Targets.Where(target => target.Action != PlanAction.None).Select(target => (target.Action, target.Label))
        );
        var change = Assert.Single(plan.Targets.Single(target => target.Action == PlanAction.Update).Changes);
        Assert.Equal(("clientName", "A", "A2"), (change.Name, change.Old, change.New));
        Assert.Equal(0, server.CallCount);
        Assert.Equal(before, folder.ReadAll());
    }

    /// <summary>Four clients, A to D.</summary>
    private static (Server State, LiveServer Server) NewServer()
    {
        var state = new Server();
        foreach (
            var (id, name) in new Dictionary<long, string>
            {
                [1] = "A",
                [2] = "B",
                [3] = "C",
                [4] = "D",
            }
        )
        {
            state.Add(id, $"\"clientName\":\"{name}\"");
        }

        return (state, new LiveServer(state));
    }
}
