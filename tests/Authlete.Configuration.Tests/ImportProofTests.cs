using System;
using System.Collections.Generic;
using System.Linq;
using Authlete.ApiClient.Json;
using Authlete.ApiClient.Models;
using Authlete.Configuration.Application;
using Authlete.Configuration.Comparison;
using Authlete.Configuration.Planning;
using CsCheck;
using Xunit;

namespace Authlete.Configuration.Tests;

/// <summary>Properties of an import for any pair of states.</summary>
public sealed class ImportProofTests
{
    private const string FixedService = """{"apiKey":1001,"apiSecret":"api-secret-1","createdAt":1700000000000}""";
    private const string FixedClient = """{"clientId":0,"createdAt":1700000000000,"dynamicallyRegistered":false,"locked":false}""";

    private static readonly Gen<Server> s_states = Gen.Select(
        RandomSettings.Of<Service>(FixedService),
        Gen.Select(RandomSettings.Of<Client>(FixedClient), Gen.Bool).Array[0, 4],
        ToServer
    );

    [Fact]
    public void After_an_export_and_an_import_into_an_empty_service_an_export_gives_the_same_bytes() =>
        s_states.Sample(
            source =>
            {
                using var folder = new TemporaryFolder();
                using var second = new TemporaryFolder();

                // At least one setting has to differ, or the target keeps its own notation of defaults.
                source.Service.Description = "the source";
                source.Export(folder);
                var target = new Server
                {
                    Key = "2002",
                    Service = JsonView.Parse<Service>(FixedService.Replace("1001", "2002", StringComparison.Ordinal)),
                };

                var results = new LiveServer(target).Import(folder, new ImportOptions { IsExact = true });

                Assert.All(results, result => Assert.Equal((TargetStatus.Done, null), (result.Status, result.Message)));
                target.Export(second);
                Assert.Equal(
                    [.. folder.ReadAll().Where(IsStable).Select(file => file.Value).Order(StringComparer.Ordinal)],
                    [.. second.ReadAll().Where(IsStable).Select(file => file.Value).Order(StringComparer.Ordinal)]
                );
            },
            iter: 60,
            threads: 1
        );

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_calls_of_an_import_are_the_differences_and_a_second_import_makes_none(bool isExact) =>
        Gen.Select(s_states, s_states)
            .Sample(
                (wanted, state) =>
                {
                    using var folder = new TemporaryFolder();
                    wanted.Export(folder);

                    // They have secrets, which an import never clears.
                    state.Service.RemoveMember("snsCredentials");
                    state.Service.RemoveMember("developerSnsCredentials");
                    var live = new LiveServer(state);
                    var options = new ImportOptions { IsExact = isExact, IsRecreating = true };
                    var differences = state
                        .Compare(folder, declaredOnly: !isExact)
                        .Where(difference => !isExact || IsCleared(folder, difference))
                        .Select(difference => (difference.Label, difference.Property))
                        .ToHashSet();

                    var results = live.Import(folder, options);

                    Assert.All(results, result => Assert.Equal(TargetStatus.Done, result.Status));
                    Assert.Equal(
                        differences.Select(difference => difference.Label ?? "").Distinct().Order(StringComparer.Ordinal),
                        results
                            .Where(result => result.Target.Action != PlanAction.None)
                            .Select(result => result.Target.Label ?? "")
                            .Order(StringComparer.Ordinal)
                    );
                    Assert.Equal(
                        differences.Where(difference => difference.Property is not null).Order(),
                        results
                            .Where(result => result.Target.Action == PlanAction.Update)
                            .SelectMany(result => result.Target.Changes.Select(change => (result.Target.Label, (string?)change.Name)))
                            .Order()
                    );
                    Assert.Equal(results.Count(result => result.Target.Action != PlanAction.None), live.Changes.Count);
                    Assert.DoesNotContain(
                        state.Compare(folder, declaredOnly: !isExact),
                        difference => !isExact || IsCleared(folder, difference)
                    );
                    live.Changes.Clear();
                    live.Import(folder, options);
                    Assert.Empty(live.Changes);
                },
                iter: 50,
                threads: 1
            );

    private static bool IsStable(KeyValuePair<string, string> file) => file.Key != "ids.json";

    /// <summary>Whether a difference is one that an import clears. Clients without a file are kept.</summary>
    private static bool IsCleared(TemporaryFolder folder, ConfigurationDifference difference) =>
        difference.Label is null || folder.Has("clients/" + difference.Label + ".json");

    /// <summary>Creates a server on which some clients have an ID that both states know.</summary>
    private static Server ToServer(string service, (string Client, bool IsKnown)[] clients)
    {
        var server = new Server { Service = JsonView.Parse<Service>(service) };
        for (var i = 0; i < clients.Length; i++)
        {
            var client = JsonView.Parse<Client>(clients[i].Client);
            client.SetMember("clientId", (clients[i].IsKnown ? 1000L : 2000L + (clients.Length * 10)) + i);
            client.SetMember("clientName", "name of " + client.ClientId);
            client.SetMember("clientIdAlias", null);

            // Members that the server doesn't know are rejected.
            client.Extension?.RemoveMember("requestableScopes");
            server.Clients.Add(JsonView.Parse<Client>(client.ToJson()));
        }

        return server;
    }
}
