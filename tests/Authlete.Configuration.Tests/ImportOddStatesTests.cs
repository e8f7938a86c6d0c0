using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Authlete.ApiClient.Api;
using Authlete.Configuration.Application;
using Authlete.Configuration.Planning;
using Xunit;

namespace Authlete.Configuration.Tests;

/// <summary>Unusual states of a server, and failures at unusual times.</summary>
public sealed class ImportOddStatesTests : IDisposable
{
    private readonly Server _state = new();
    private readonly LiveServer _server;
    private readonly TemporaryFolder _folder = new();

    public ImportOddStatesTests() => _server = new LiveServer(_state);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_file_found_by_its_alias_is_not_found_again_by_its_name()
    {
        _state.Add(7, "\"clientName\":\"Shop\",\"clientIdAlias\":\"shop\"");
        _state.Export(_folder);
        _state.Add(8, "\"clientName\":\"Shop\",\"clientIdAlias\":\"other-shop\"");
        File.Delete(_folder.FullName("ids.json"));
        _folder.Replace("clients/shop.json", "\"Shop\"", "\"Shop\",\n  \"description\": \"new\"");

        var result = Client(_server.Import(_folder));

        Assert.Equal(7, result.Id);
        Assert.Equal(["new", null], _state.Clients.Select(client => client.Description));
    }

    [Fact]
    public void A_client_whose_removal_fails_stays_locked()
    {
        for (var id = 1; id <= 4; id++)
        {
            _state.Add(id, $"\"clientName\":\"C{id}\"");
        }

        _state.Export(_folder);
        _state.Clients[0].Locked = true;
        File.Delete(_folder.FullName("clients/c1.json"));
        _server.Plan = (_, call) => call.Operation == Operations.ClientDelete ? Fault.LostBefore : Fault.None;

        var result = _server
            .Import(_folder, new ImportOptions { IsPruning = true, IsForced = true })
            .Single(result => result.Target.Label == "c1");

        Assert.Equal(TargetStatus.Failed, result.Status);
        Assert.True(_state.Clients[0].Locked);
    }

    [Fact]
    public void A_client_gets_its_alias_back_if_the_other_client_fails()
    {
        SwapAliases();
        _server.Plan = (_, call) => call.Path == "/client/update/8" ? Fault.Refused : Fault.None;

        var results = _server.Import(_folder).ToDictionary(result => result.Target.Label ?? "");

        Assert.Equal((TargetStatus.NotTried, TargetStatus.Failed), (results["a"].Status, results["b"].Status));
        Assert.Equal(["a", "b"], _state.Clients.Select(client => client.ClientIdAlias));
    }

    [Fact]
    public void A_client_that_lost_its_alias_is_reported_as_such()
    {
        SwapAliases();
        var updates = 0;
        _server.Plan = (_, call) => call.Path == "/client/update/7" && ++updates > 1 ? Fault.Refused : Fault.None;

        var result = _server.Import(_folder).Single(result => result.Target.Label == "a");

        Assert.Equal(TargetStatus.Failed, result.Status);
        Assert.Contains("and wasn't restored", result.Message, StringComparison.Ordinal);
        _server.Plan = (_, _) => Fault.None;
        Assert.All(_server.Import(_folder), again => Assert.Equal(TargetStatus.Done, again.Status));
        Assert.Equal(["b", "a"], _state.Clients.Select(client => client.ClientIdAlias));
    }

    [Fact]
    public void A_secret_that_changed_in_the_meantime_is_not_overwritten()
    {
        _state.Add(7, "\"clientName\":\"Shop\"");
        _state.Export(_folder, includeSecret: true);
        _folder.Replace("secrets.json", "secret-of-7", "new-secret");
        _folder.Replace("service.json", "\"Prod\"", "\"Prod 2\"");
        _server.Before = call =>
        {
            if (call.Operation == Operations.ServiceUpdate)
            {
                _state.Clients[0].SetMember("clientSecret", "rotated-by-somebody");
            }
        };

        var result = Client(_server.Import(_folder, includeSecret: true));

        Assert.Equal((TargetStatus.Failed, "ConcurrentChange"), (result.Status, result.ErrorId));
        Assert.Equal("rotated-by-somebody", _state.Clients[0].ClientSecret);
    }

    [Fact]
    public void A_nameless_client_with_a_secret_is_not_created_twice()
    {
        _state.Vault["s"] = "from-vault";
        _state.Export(_folder);
        _folder.Write("clients/nameless.json", """{"description":"d","clientSecret":"${SECRET:s}","locked":true}""");
        _server.Plan = (_, call) => call.Operation == Operations.ClientSecretUpdate ? Fault.LostBefore : Fault.None;
        _server.Import(_folder);
        File.Delete(_folder.FullName("ids.json"));
        _server.Plan = (_, _) => Fault.None;

        _server.Import(_folder);

        Assert.Single(_state.Clients);
    }

    [Fact]
    public void A_file_without_a_name_does_not_match_a_client_with_more_settings()
    {
        _state.Export(_folder);
        _state.Add(9, "\"description\":\"of others\"");
        _folder.Write("clients/nameless.json", """{"clientType":"CONFIDENTIAL"}""");

        Assert.Equal(PlanAction.Create, Client(_server.Import(_folder)).Target.Action);
    }

    [Theory]
    [InlineData("/client/flag")]
    [InlineData("/client/get/7")]
    [InlineData("/client/update/7")]
    public void A_client_is_locked_again_even_if_the_import_is_stopped(string call)
    {
        _state.Add(7, "\"clientName\":\"Shop\"");
        _state.Export(_folder);
        _state.Clients[0].Locked = true;
        _folder.Replace("clients/shop.json", "\"Shop\"", "\"Shop 2\"");
        var isStopped = false;
        _server.Before = sent =>
        {
            if (!isStopped && (sent.Path == call || (call == "/client/flag" && sent.Operation == Operations.ClientFlagUpdate)))
            {
                isStopped = true;
                throw new OperationCanceledException();
            }
        };

        Assert.Throws<OperationCanceledException>(() => _server.Import(_folder, new ImportOptions { IsForced = true }));

        Assert.True(isStopped);
        Assert.True(_state.Clients[0].Locked);
    }

    [Fact]
    public void A_response_about_another_client_is_not_treated_as_the_new_client()
    {
        _state.Add(7, "\"clientName\":\"Shop\"");
        _state.Export(_folder);
        _state.Vault["s"] = "from-vault";
        _folder.Write("clients/new.json", """{"clientName":"New","clientSecret":"${SECRET:s}","locked":true}""");
        _server.NextId = 7;

        var result = Client(_server.Import(_folder));

        Assert.Equal((TargetStatus.Failed, "UnexpectedAnswer"), (result.Status, result.ErrorId));
        Assert.Equal(["POST /client/create"], _server.Changes);
        Assert.DoesNotContain("new", _folder.Read("ids.json"), StringComparison.Ordinal);
    }

    [Fact]
    public void Ids_that_another_import_wrote_in_the_meantime_are_kept()
    {
        _state.Export(_folder);
        _folder.Write("clients/one.json", """{"clientName":"One"}""");
        _server.Before = call =>
        {
            if (call.Operation == Operations.ClientCreate)
            {
                _folder.Write("ids.json", """{"2002":{"one":55}}""");
            }
        };

        _server.Import(_folder);

        Assert.Contains("\"one\": 55", _folder.Read("ids.json"), StringComparison.Ordinal);
        Assert.Contains("\"one\": 100", _folder.Read("ids.json"), StringComparison.Ordinal);
    }

    [Fact]
    public void Three_clients_pass_their_aliases_around_while_one_is_created_and_one_pruned()
    {
        for (var id = 1; id <= 8; id++)
        {
            _state.Add(id, $"\"clientName\":\"C{id}\",\"clientIdAlias\":\"a{id}\"");
        }

        _state.Export(_folder);
        foreach (var (from, to) in new[] { (1, 2), (2, 3), (3, 1), (5, 4) })
        {
            _folder.Replace($"clients/a{from}.json", $"\"a{from}\"", $"\"a{to}\"");
        }

        File.Delete(_folder.FullName("clients/a4.json"));
        _folder.Write("clients/new.json", """{"clientName":"N","clientIdAlias":"a5"}""");
        _state.Clients[0].Locked = true;
        _state.Clients[3].Locked = true;

        var results = _server.Import(_folder, new ImportOptions { IsPruning = true, IsForced = true });

        Assert.All(results, result => Assert.Equal(TargetStatus.Done, result.Status));
        Assert.Equal(["a2", "a3", "a1", "a4", "a6", "a7", "a8", "a5"], _state.Clients.Select(client => client.ClientIdAlias));
        Assert.True(_state.Clients[0].Locked);
    }

    /// <summary>Two clients whose files swap their aliases.</summary>
    private void SwapAliases()
    {
        _state.Add(7, "\"clientName\":\"A\",\"clientIdAlias\":\"a\"");
        _state.Add(8, "\"clientName\":\"B\",\"clientIdAlias\":\"b\"");
        _state.Export(_folder);
        _folder.Replace("clients/a.json", "\"clientIdAlias\": \"a\"", "\"clientIdAlias\": \"b\"");
        _folder.Replace("clients/b.json", "\"clientIdAlias\": \"b\"", "\"clientIdAlias\": \"a\"");
    }

    private static TargetResult Client(IEnumerable<TargetResult> results) =>
        results.First(result => result.Target.Kind == "Client" && result.Target.Action != PlanAction.None);
}
