using System.Collections.Concurrent;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Authlete.ApiClient.Json;
using Authlete.ApiClient.Models;
using Xunit;

namespace Authlete.ApiClient.Tests.Json;

/// <summary>Several threads can read at the same time.</summary>
public sealed class ThreadTests
{
    private const string Json = """
        {"clientName":"A","redirectUris":["a","b"],"extension":{"requestableScopes":["s"],"new":{"x":[1.0]}},"clientNames":[{"tag":"ja"},{"tag":"en"}],"new":[{"y":1}]}
        """;

    [Fact]
    public async Task Threads_that_read_at_once_get_the_same_parts()
    {
        for (var round = 0; round < 50; round++)
        {
            var client = JsonView.Parse<Client>(Json);

            var seen = await AtOnceAsync(() => (client.Extension, client.ClientNames, client.RedirectUris, client.GetMember("new")));

            Assert.Single(seen.Distinct());
            Assert.Same(seen[0].Extension, client.Extension);
        }
    }

    [Fact]
    public async Task Threads_that_read_and_write_out_at_once_see_what_was_received()
    {
        for (var round = 0; round < 20; round++)
        {
            var client = JsonView.Parse<Client>(Json);

            var texts = await AtOnceAsync(() =>
            {
                TypedProperties.ReadAll(client);
                client.GetMemberNames().ToList().ForEach(name => client.GetMember(name));
                return client.ToJson();
            });

            Assert.All(texts, text => Assert.Equal(Json.Trim(), text));
        }
    }

    [Fact]
    public async Task Threads_that_read_a_changed_view_see_the_change()
    {
        var client = JsonView.Parse<Client>(Json);
        client.ClientName = "B";
        client.Extension!.RequestableScopes![0] = "t";

        var texts = await AtOnceAsync(() => client.ClientName + client.Extension.RequestableScopes[0] + client.ToJson());

        Assert.Single(texts.Distinct());
        Assert.StartsWith("Bt", texts[0], System.StringComparison.Ordinal);
    }

    private static async Task<T[]> AtOnceAsync<T>(System.Func<T> read)
    {
        const int threads = 4;
        using var start = new Barrier(threads);
        var results = new ConcurrentQueue<T>();
        await Task.WhenAll(
            Enumerable
                .Range(0, threads)
                .Select(_ =>
                    Task.Factory.StartNew(
                        () =>
                        {
                            start.SignalAndWait(TestContext.Current.CancellationToken);
                            results.Enqueue(read());
                        },
                        TestContext.Current.CancellationToken,
                        TaskCreationOptions.LongRunning,
                        TaskScheduler.Default
                    )
                )
        );
        return [.. results];
    }
}
