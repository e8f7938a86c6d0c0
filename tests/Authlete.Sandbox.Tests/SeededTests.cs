using System.Globalization;
using System.Threading.Tasks;
using Xunit;

namespace Authlete.Sandbox.Tests;

public sealed class SeededTests
{
    [Fact]
    public async Task A_sandbox_starts_with_one_service_and_two_clients()
    {
        await using var api = await SandboxApi.StartAsync();

        Assert.Equal("1", (await api.GetAsync("/service/get/list", owner: true))["totalCount"]);
        Assert.Equal("2", (await api.GetAsync("/client/get/list"))["totalCount"]);
        Assert.Equal(
            api.Client.ClientId.ToString(CultureInfo.InvariantCulture),
            (await api.GetAsync("/client/get/" + api.Client.ClientId))["clientId"]
        );
    }
}
