using System;
using System.Collections.Generic;
using System.Linq;
using Authlete.ApiClient.Api;
using Authlete.Configuration.Application;
using Authlete.Configuration.Planning;
using Xunit;

namespace Authlete.Configuration.Tests;

/// <summary>The changes that an import makes, and those that it never makes.</summary>
public sealed class ImportTests : IDisposable
{
    private readonly Server _state = new();
    private readonly LiveServer _server;
    private readonly TemporaryFolder _folder = new();

    public ImportTests() => _server = new LiveServer(_state);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Absent_leaves_null_and_an_empty_list_clear_and_a_value_sets()
    {
        _state.Add(
            7,
            "\"clientName\":\"Shop\",\"description\":\"a\",\"tosUri\":\"https://a\",\"redirectUris\":[\"https://a\"],\"defaultMaxAge\":5"
        );
        _state.Export(_folder);
        _folder.Write("clients/shop.json", """{"tosUri":null,"redirectUris":[],"defaultMaxAge":0,"pkceRequired":true}""");

        var result = Client(_server.Import(_folder));

        var client = _state.Clients[0];
        Assert.Equal(
            ("Shop", "a", (string?)null, (int?)0, (bool?)true),
            (client.ClientName, client.Description, client.TosUri, client.DefaultMaxAge, client.PkceRequired)
        );
        Assert.Empty(client.RedirectUris!);
        Assert.Equal(["defaultMaxAge", "pkceRequired", "redirectUris", "tosUri"], Names(result));
        Assert.Equal(["POST /client/update/7"], _server.Changes);
    }

    [Fact]
    public void Exact_clears_what_the_folder_does_not_have_but_no_secret_no_lock_and_nothing_that_only_the_server_sets()
    {
        _state.Service = Server.NewService(
            """
            "description":"a","jwks":"{\"keys\":[{\"kid\":\"a\",\"kty\":\"EC\",\"d\":\"x\"}]}","authenticationCallbackApiSecret":"s",
            "snsCredentials":[{"sns":"FACEBOOK","apiKey":"k","apiSecret":"s"}],
            "attributes":[{"key":"apiToken","value":"hidden"},{"key":"plain","value":"1"}]
            """
        );
        _state.Add(
            7,
            "\"clientName\":\"Shop\",\"description\":\"a\",\"clientSecretNew\":\"kept\",\"extension\":{\"requestableScopesEnabled\":true}"
        );
        _state.Clients[0].Locked = false;
        _state.Export(_folder);
        _folder.Write("service.json", """{"serviceName":"Prod","attributes":[]}""");
        _folder.Write("clients/shop.json", """{"clientName":"Shop","clientType":"CONFIDENTIAL","extension":{}}""");

        var results = _server.Import(_folder, new ImportOptions { IsExact = true });

        Assert.All(results, result => Assert.Equal(TargetStatus.Done, result.Status));
        var (service, client) = (_state.Service, _state.Clients[0]);
        Assert.Null(service.Description);
        Assert.Contains("\"d\"", service.Jwks, StringComparison.Ordinal);
        Assert.Equal("s", service.AuthenticationCallbackApiSecret);
        Assert.Equal("s", Assert.Single(service.SnsCredentials!).ApiSecret);
        Assert.Equal("hidden", Assert.Single(service.Attributes!).Value);
        Assert.Null(client.Description);
        Assert.Equal(("secret-of-7", "kept"), (client.ClientSecret, client.GetMember("clientSecretNew")));
        Assert.NotEqual(true, client.Extension?.RequestableScopesEnabled);
        Assert.Empty(_server.MakePlan(_folder, new ImportOptions { IsExact = true }).Phases);
    }

    [Fact]
    public void Items_missing_from_a_files_list_are_removed_and_members_missing_from_an_item_are_kept()
    {
        _state.Service = Server.NewService(
            "\"supportedScopes\":[{\"name\":\"a\",\"description\":\"A\",\"defaultEntry\":true},{\"name\":\"b\"}]"
        );
        _state.Export(_folder);
        _folder.Write("service.json", """{"supportedScopes":[{"name":"a","defaultEntry":false},{"name":"c"}]}""");

        var result = Assert.Single(_server.Import(_folder));

        Assert.Equal(["a", "c"], _state.Service.SupportedScopes!.Select(scope => scope.Name));
        Assert.Equal(("A", false), (_state.Service.SupportedScopes![0].Description, _state.Service.SupportedScopes[0].DefaultEntry));
        Assert.Equal(["supportedScopes[a].defaultEntry", "supportedScopes[b]", "supportedScopes[c]"], Names(result));
    }

    [Fact]
    public void A_new_file_makes_a_client_once()
    {
        _state.Export(_folder);
        _folder.Write("clients/new-one.json", """{"clientName":"New","redirectUris":["https://a"]}""");

        var result = Client(_server.Import(_folder));

        Assert.Equal((PlanAction.Create, TargetStatus.Done, 100L), (result.Target.Action, result.Status, result.Id));
        Assert.Contains("\"new-one\": 100", _folder.Read("ids.json"), StringComparison.Ordinal);
        _server.Changes.Clear();
        Assert.All(_server.Import(_folder), again => Assert.Equal(PlanAction.None, again.Target.Action));
        Assert.Empty(_server.Changes);
    }

    [Theory]
    [InlineData("", false, TargetStatus.Failed, false)]
    [InlineData("", true, TargetStatus.Done, true)]
    [InlineData("\"locked\":false,", false, TargetStatus.Done, false)]
    [InlineData("\"locked\":true,", true, TargetStatus.Done, true)]
    public void A_locked_client_is_changed_only_on_request(string member, bool force, object status, bool staysLocked)
    {
        _state.Add(7, "\"clientName\":\"Shop\",\"description\":\"a\"");
        _state.Export(_folder);
        _state.Clients[0].Locked = true;
        _folder.Write("clients/shop.json", "{" + member + "\"description\":\"b\"}");

        var result = Client(_server.Import(_folder, new ImportOptions { IsForced = force }));

        Assert.Equal(status, result.Status);
        Assert.Equal(result.Status == TargetStatus.Done ? "b" : "a", _state.Clients[0].Description);
        Assert.Equal(staysLocked || result.Status == TargetStatus.Failed, _state.Clients[0].Locked);
    }

    [Fact]
    public void A_client_is_locked_again_though_its_update_fails()
    {
        _state.Add(7, "\"clientName\":\"Shop\",\"description\":\"a\"");
        _state.Export(_folder);
        _state.Clients[0].Locked = true;
        _folder.Replace("clients/shop.json", "\"a\"", "\"b\"");
        _server.Plan = (_, call) => call.Operation == Operations.ClientUpdate ? Fault.LostBefore : Fault.None;

        var result = Client(_server.Import(_folder, new ImportOptions { IsForced = true }));

        Assert.Equal(TargetStatus.Failed, result.Status);
        Assert.True(_state.Clients[0].Locked);
    }

    [Fact]
    public void A_file_can_lock_a_client()
    {
        _state.Add(7, "\"clientName\":\"Shop\"");
        _state.Export(_folder);
        _folder.Write("clients/shop.json", """{"locked":true}""");

        Assert.Equal("locked", Assert.Single(_state.Compare(_folder, declaredOnly: true)).Property);
        _server.Import(_folder);

        Assert.True(_state.Clients[0].Locked);
        Assert.Empty(_state.Compare(_folder, declaredOnly: true));
    }

    [Fact]
    public void An_object_that_changed_after_planning_is_not_overwritten()
    {
        _state.Add(7, "\"clientName\":\"Shop\",\"description\":\"a\"");
        _state.Export(_folder);
        _folder.Replace("clients/shop.json", "\"a\"", "\"b\"");
        _folder.Replace("service.json", "\"Prod\"", "\"Prod 2\"");
        _server.Before = call =>
        {
            if (call.Operation == Operations.ClientGet)
            {
                _state.Clients[0].TosUri = "https://somebody";
            }
            else if (call.Operation == Operations.ServiceGet)
            {
                _state.Service.Description = "somebody";
            }
        };

        var results = _server.Import(_folder);

        Assert.All(results, result => Assert.Equal((TargetStatus.Failed, "ConcurrentChange"), (result.Status, result.ErrorId)));
        Assert.Empty(_server.Changes);
    }

    [Fact]
    public void A_client_that_someone_created_in_the_meantime_is_not_created_again()
    {
        _state.Export(_folder);
        _folder.Write("clients/new-one.json", """{"clientName":"New"}""");
        _folder.Replace("service.json", "\"Prod\"", "\"Prod 2\"");
        _server.Before = call =>
        {
            if (call.Operation == Operations.ServiceUpdate)
            {
                _state.Add(55, "\"clientName\":\"New\"");
            }
        };

        var result = Client(_server.Import(_folder));

        Assert.Equal((TargetStatus.Failed, "ConcurrentChange"), (result.Status, result.ErrorId));
        Assert.Single(_state.Clients);
    }

    [Fact]
    public void Properties_that_the_server_silently_drops_are_a_failure_that_names_them()
    {
        _state.Add(7, "\"clientName\":\"Shop\"");
        _state.Export(_folder);
        _folder.Replace("clients/shop.json", "\"Shop\"", "\"Shop\",\n  \"tosUri\": \"https://a\"");
        _folder.Write("clients/new.json", """{"clientName":"New","tosUri":"https://b"}""");
        _server.Accept = sent => sent.RemoveMember("tosUri");

        var results = _server.Import(_folder).Where(result => result.Target.Kind == "Client").ToList();

        Assert.Equal(2, results.Count);
        Assert.All(results, result => Assert.Equal((TargetStatus.Failed, "NotTaken"), (result.Status, result.ErrorId)));
        Assert.All(results, result => Assert.Contains("tosUri", result.Message, StringComparison.Ordinal));
        Assert.Contains("\"new\": 100", _folder.Read("ids.json"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_scope_that_is_nowhere_is_refused_with_the_nearest_name()
    {
        _state.Service = Server.NewService("\"supportedScopes\":[{\"name\":\"payment\"}]");
        _state.Add(7, "\"clientName\":\"Shop\"");
        _state.Export(_folder);
        _folder.Write("clients/shop.json", """{"extension":{"requestableScopes":["paymnt"]}}""");

        var error = Assert.Throws<ConfigurationException>(() => _server.Import(_folder));

        Assert.Contains("payment", error.Message, StringComparison.Ordinal);
        Assert.Contains("clients/shop.json", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_client_that_needs_a_new_scope_waits_for_the_service()
    {
        _state.Service = Server.NewService("\"supportedScopes\":[{\"name\":\"a\"}]");
        _state.Add(7, "\"clientName\":\"Shop\"");
        _state.Export(_folder);
        _folder.Write("service.json", """{"supportedScopes":[{"name":"a"},{"name":"b"}]}""");
        _folder.Write("clients/shop.json", """{"extension":{"requestableScopes":["b"]}}""");
        _server.Plan = (_, call) => call.Operation == Operations.ServiceUpdate ? Fault.LostBefore : Fault.None;

        Assert.Equal(TargetStatus.NotTried, Client(_server.Import(_folder)).Status);
    }

    private object? Problem(ImportOptions? options = null)
    {
        var problem = Assert.Throws<ConfigurationException>(() => _server.Import(_folder, options)).Problem;
        Assert.Equal(0, _server.CallCount);
        return problem;
    }

    private static TargetResult Client(IEnumerable<TargetResult> results) => results.Single(result => result.Target.Kind == "Client");

    private static IEnumerable<string> Names(TargetResult result) =>
        result.Target.Changes.Select(change => change.Name).Order(StringComparer.Ordinal);
}
