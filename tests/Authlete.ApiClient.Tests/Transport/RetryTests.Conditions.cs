using System.Threading.Tasks;
using Authlete.ApiClient.Api;
using Authlete.ApiClient.Json;
using Authlete.ApiClient.Models;
using Authlete.ApiClient.Transport;
using Xunit;

namespace Authlete.ApiClient.Tests.Transport;

public sealed partial class RetryTests
{
    [Theory]
    [InlineData("""{"parameters":"grant_type=authorization_code"}""", 1)]
    [InlineData("""{"parameters":"grant_type=client_credentials&client_assertion=a.b.c"}""", 1)]
    public async Task A_conditional_operation_is_judged_by_its_request(string body, int arrivals)
    {
        await using var server = Failing(1, "500 Internal Server Error");

        await To(server).FailAsync(new ApiCall(Operations.AuthToken) { Body = JsonView.Parse(body) });

        Assert.Equal(arrivals, server.Requests.Count);
    }

    [Theory]
    [InlineData("QUERY", 2)]
    [InlineData("REVOKE", 1)]
    public async Task A_query_of_a_grant_is_safe_and_its_revocation_is_not(string action, int arrivals)
    {
        await using var server = Failing(1, "500 Internal Server Error", body: """{"resultCode":"A264001","action":"OK"}""");

        await Record.ExceptionAsync(() =>
            To(server)
                .CallAsync(
                    new ApiCall(Operations.GrantM)
                    {
                        Body = new GMRequest { GmAction = action, GrantId = "1" },
                    }
                )
        );

        Assert.Equal(arrivals, server.Requests.Count);
    }
}
