using System.Linq;
using Authlete.ApiClient.Api;
using Authlete.ApiClient.Json;
using Xunit;

namespace Authlete.ApiClient.Tests.Api;

/// <summary>Which requests may be sent again after an attempt that may have reached the server.</summary>
public sealed class RetrySafetyTests
{
    [Theory]
    [InlineData("auth_authorization_api", """{"parameters":"response_type=code&client_id=1"}""", true)]
    [InlineData("auth_authorization_api", """{"parameters":"client_id=1&request_uri=urn%3A1"}""", false)]
    [InlineData("pushed_auth_req_api", """{"parameters":"client_id=1&scope=client_assertion"}""", true)]
    [InlineData("pushed_auth_req_api", """{"parameters":"client_id=1&client_assertion=e30"}""", false)]
    [InlineData("pushed_auth_req_api", """{"parameters":"client_id=1","dpop":"e30"}""", false)]
    [InlineData("idtoken_reissue_api", """{"accessToken":"a"}""", true)]
    [InlineData("auth_revocation_api", """{"parameters":"token=a"}""", true)]
    [InlineData("auth_revocation_api", """{"parameters":"token=a&client_assertion=e30"}""", false)]
    [InlineData("grant_m_api", """{"gmAction":"QUERY"}""", true)]
    [InlineData("grant_m_api", """{"gmAction":"revoke"}""", false)]
    [InlineData("backchannel_authentication_api", """{"parameters":"login_hint=u"}""", true)]
    [InlineData("backchannel_authentication_api", """{"parameters":"request=e30"}""", false)]
    [InlineData("device_authorization_api", """{"parameters":"scope=a"}""", true)]
    [InlineData("device_authorization_api", """{"parameters":"client_assertion=e30"}""", false)]
    [InlineData("auth_token_update_api", """{"accessToken":"a","accessTokenValueUpdated":false}""", true)]
    [InlineData("auth_token_update_api", """{"accessToken":"a","accessTokenValueUpdated":true}""", false)]
    public void A_conditional_operation_depends_on_its_request(string id, string body, bool expected)
    {
        var operation = Operations.All.Single(operation => operation.Name == id);

        Assert.Equal(RetrySafety.Conditional, operation.RetrySafety);
        Assert.Equal(expected, operation.IsSafeToRetry(JsonView.Parse(body)));
        Assert.Equal(
            expected,
            Operation.ForPath(operation.Method, operation.Path, operation.Credential).IsSafeToRetry(JsonView.Parse(body))
        );
    }

    [Fact]
    public void Other_operations_are_safe_or_unsafe_independent_of_the_request()
    {
        Assert.All(
            Operations.All.Where(operation => operation.RetrySafety == RetrySafety.Safe),
            operation => Assert.True(operation.IsSafeToRetry(null))
        );
        Assert.All(
            Operations.All.Where(operation => operation.RetrySafety == RetrySafety.Unsafe),
            operation => Assert.False(operation.IsSafeToRetry(null))
        );
    }
}
