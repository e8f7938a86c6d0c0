using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Authlete.ApiClient.Json;
using Authlete.ApiClient.Models;
using Authlete.Configuration.Application;
using Authlete.Configuration.Planning;
using Xunit;

namespace Authlete.Configuration.Tests;

/// <summary>The client that a file belongs to, and clients without a file.</summary>
public sealed class ImportIdentityTests : IDisposable
{
    private readonly Server _state = new();
    private readonly LiveServer _server;
    private readonly TemporaryFolder _folder = new();

    public ImportIdentityTests() => _server = new LiveServer(_state);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Swapped_aliases_take_a_step_more()
    {
        _state.Add(7, "\"clientName\":\"A\",\"clientIdAlias\":\"a\"");
        _state.Add(8, "\"clientName\":\"B\",\"clientIdAlias\":\"b\"");
        _state.Export(_folder);
        _folder.Replace("clients/a.json", "\"clientIdAlias\": \"a\"", "\"clientIdAlias\": \"b\"");
        _folder.Replace("clients/b.json", "\"clientIdAlias\": \"b\"", "\"clientIdAlias\": \"a\"");

        var results = _server.Import(_folder);

        Assert.All(results, result => Assert.Equal(TargetStatus.Done, result.Status));
        Assert.Equal(["b", "a"], _state.Clients.Select(client => client.ClientIdAlias));
        Assert.Equal(3, _server.Changes.Count);
        Assert.Equal(3, results.Count);
    }

    [Fact]
    public void Aliases_that_move_along_are_freed_in_order()
    {
        _state.Add(7, "\"clientName\":\"A\",\"clientIdAlias\":\"a\"");
        _state.Add(8, "\"clientName\":\"B\",\"clientIdAlias\":\"b\"");
        _state.Export(_folder);
        _folder.Replace("clients/a.json", "\"clientIdAlias\": \"a\"", "\"clientIdAlias\": \"b\"");
        _folder.Replace("clients/b.json", "\"clientIdAlias\": \"b\"", "\"clientIdAlias\": \"c\"");
        _folder.Write("clients/new.json", """{"clientName":"N","clientIdAlias":"a"}""");

        Assert.All(_server.Import(_folder), result => Assert.Equal(TargetStatus.Done, result.Status));

        Assert.Equal(["b", "c", "a"], _state.Clients.Select(client => client.ClientIdAlias));
        Assert.Equal(["POST /client/update/8", "POST /client/update/7", "POST /client/create"], _server.Changes);
    }

    [Fact]
    public void Changes_that_depend_on_a_failed_change_are_skipped()
    {
        _state.Add(7, "\"clientName\":\"A\",\"clientIdAlias\":\"a\"");
        _state.Add(8, "\"clientName\":\"B\",\"clientIdAlias\":\"b\"");
        _state.Add(9, "\"clientName\":\"C\"");
        _state.Export(_folder);
        _folder.Replace("clients/a.json", "\"clientIdAlias\": \"a\"", "\"clientIdAlias\": \"b\"");
        _folder.Replace("clients/b.json", "\"clientIdAlias\": \"b\"", "\"clientIdAlias\": \"c\"");
        _folder.Replace("clients/c.json", "\"C\"", "\"C2\"");
        _server.Plan = (_, call) => call.Path == "/client/update/8" ? Fault.Refused : Fault.None;

        var results = _server.Import(_folder).ToDictionary(result => result.Target.Label ?? "");

        Assert.Equal(TargetStatus.Failed, results["b"].Status);
        Assert.Equal(TargetStatus.NotTried, results["a"].Status);
        Assert.Equal(TargetStatus.Done, results["c"].Status);
    }

    [Fact]
    public void An_alias_that_another_client_has_is_refused_before_anything_changes()
    {
        _state.Add(7, "\"clientName\":\"A\"");
        _state.Export(_folder);
        _state.Add(8, "\"clientName\":\"Foreign\",\"clientIdAlias\":\"web\"");
        _folder.Replace("clients/a.json", "\"clientName\": \"A\"", "\"clientIdAlias\": \"web\",\n  \"clientName\": \"A\"");

        Assert.Equal(ConfigurationProblem.AliasTaken, Problem());
    }

    [Fact]
    public void A_client_without_a_file_stays_unless_the_import_prunes()
    {
        for (var id = 1; id <= 4; id++)
        {
            _state.Add(id, $"\"clientName\":\"C{id}\"");
        }

        _state.Export(_folder);
        _state.Add(9, "\"clientName\":\"Made by others\"");
        File.Delete(_folder.FullName("clients/c1.json"));

        var report = _server.Import(_folder).Single(result => result.Target.Label == "c1");
        Assert.Contains("-Prune", report.Message, StringComparison.Ordinal);
        Assert.Empty(_server.Changes);

        _server.Import(_folder, new ImportOptions { IsPruning = true });

        Assert.Equal(["DELETE /client/delete/1"], _server.Changes);
        Assert.Equal([2L, 3L, 4L, 9L], _state.Clients.Select(client => client.ClientId!.Value));
        Assert.DoesNotContain("\"c1\"", _folder.Read("ids.json"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_renamed_file_is_the_same_client_and_nothing_is_pruned()
    {
        _state.Add(7, "\"clientName\":\"Shop\"");
        _state.Add(8, "\"clientName\":\"Other\"");
        _state.Export(_folder);
        File.Move(_folder.FullName("clients/shop.json"), _folder.FullName("clients/store.json"));

        _server.Import(_folder, new ImportOptions { IsPruning = true });

        Assert.Empty(_server.Changes);
        Assert.Contains("\"store\": 7", _folder.Read("ids.json"), StringComparison.Ordinal);
        Assert.DoesNotContain("\"shop\"", _folder.Read("ids.json"), StringComparison.Ordinal);
    }

    [Fact]
    public void Pruning_much_has_to_be_forced()
    {
        _state.Add(7, "\"clientName\":\"A\"");
        _state.Add(8, "\"clientName\":\"B\"");
        _state.Export(_folder);
        File.Delete(_folder.FullName("clients/a.json"));

        Assert.Equal(ConfigurationProblem.PruneRefused, Problem(new ImportOptions { IsPruning = true }));
        _server.Import(_folder, new ImportOptions { IsPruning = true, IsForced = true });
        Assert.Equal(8, Assert.Single(_state.Clients).ClientId);
    }

    [Fact]
    public void A_client_that_no_longer_exists_is_recreated_only_on_request()
    {
        _state.Add(7, "\"clientName\":\"Shop\"");
        _state.Export(_folder);
        _state.Clients.Clear();

        Assert.Equal(ConfigurationProblem.ClientGone, Problem());
        var result = Client(_server.Import(_folder, new ImportOptions { IsRecreating = true }));
        Assert.Equal(100, result.Id);
        Assert.Contains("\"shop\": 100", _folder.Read("ids.json"), StringComparison.Ordinal);
    }

    [Fact]
    public void Ids_of_another_service_are_not_used()
    {
        _state.Add(7, "\"clientName\":\"Shop\"");
        _state.Export(_folder, includeSecret: true);
        var other = new Server
        {
            Key = "2002",
            Service = JsonView.Parse<Service>(Server.NewService().ToJson().Replace("1001", "2002", StringComparison.Ordinal)),
        };
        var live = new LiveServer(other);

        live.Import(_folder, includeSecret: true);

        Assert.Contains("\"2002\"", _folder.Read("ids.json"), StringComparison.Ordinal);
        Assert.Contains("\"1001\"", _folder.Read("ids.json"), StringComparison.Ordinal);
        Assert.DoesNotContain(live.Changes, change => change.Contains("secret", StringComparison.Ordinal));
        Assert.Equal("secret-of-100", other.Clients[0].ClientSecret);
    }

    [Fact]
    public void A_folder_whose_ids_can_not_be_written_is_found_before_the_first_creation()
    {
        _state.Export(_folder);
        _folder.Write("clients/new-one.json", """{"clientName":"New"}""");
        _server.Planned = () => Directory.Delete(_folder.Path, recursive: true);

        Assert.Equal(ConfigurationProblem.NotWritable, Problem());
        Directory.CreateDirectory(_folder.Path);
    }

    private object? Problem(ImportOptions? options = null)
    {
        var problem = Assert.Throws<ConfigurationException>(() => _server.Import(_folder, options)).Problem;
        Assert.Equal(0, _server.CallCount);
        return problem;
    }

    private static TargetResult Client(IEnumerable<TargetResult> results) => results.Single(result => result.Target.Kind == "Client");
}
