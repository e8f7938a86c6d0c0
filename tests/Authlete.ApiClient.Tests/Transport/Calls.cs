using System;
using System.Threading;
using System.Threading.Tasks;
using Authlete.ApiClient.Api;
using Authlete.ApiClient.Models;
using Authlete.ApiClient.Transport;
using Xunit;

namespace Authlete.ApiClient.Tests.Transport;

/// <summary>Calls for tests.</summary>
internal static class Calls
{
    public const string Secret = "s3cret/of+the=service";
    public const string Token = "SlAV32hkKG_the_token_that_was_sent";

    public static ApiCredential Credential { get; } = new("1234567890", Secret);

    public static ApiCall Info() => new(Operations.Info);

    public static ApiCall GetClient() => new ApiCall(Operations.ClientGet).WithPathValue("clientId", "4711");

    public static ApiCall Introspect() => new(Operations.AuthIntrospection) { Body = new IntrospectionRequest { Token = Token } };

    /// <summary>Responds to a call as Authlete does.</summary>
    public static Task AnswerAsync(this RawConnection connection, ApiCall call, string headers = "") =>
        call.Operation.AnswersBody
            ? connection.AnswerAsync("200 OK", MinimalResponse.To(call).ToJsonString(), headers: headers)
            : connection.SendAsync("HTTP/1.1 204 No Content\r\n\r\n");

    /// <summary>An API with its own clients, and without a timeout by default.</summary>
    public static AuthleteApi To(Uri baseUri, TimeSpan? timeout = null, bool skipCertificateCheck = false) =>
        To(new ApiEndpoint(baseUri, SkipCertificateCheck: skipCertificateCheck), timeout);

    public static AuthleteApi To(ApiEndpoint endpoint, TimeSpan? timeout = null) =>
        new(endpoint, new CallPolicy(timeout ?? Timeout.InfiniteTimeSpan), new HttpClientPool(static () => TimeSpan.Zero));

    /// <summary>An API that retries at an interval of one second, with the clock of the test.</summary>
    public static AuthleteApi Retrying(Uri baseUri, CallTime time, int retries = 2, EndpointLoads? loads = null) =>
        new(
            new ApiEndpoint(baseUri),
            new CallPolicy(Timeout.InfiniteTimeSpan, retries, TimeSpan.FromSeconds(1)),
            new HttpClientPool(static () => TimeSpan.Zero),
            loads ?? new EndpointLoads(),
            time
        );

    public static Task<OperationResult> CallAsync(this RawServer server, ApiCall call) => To(server.BaseUri()).CallAsync(call);

    public static Task<OperationResult> CallAsync(this AuthleteApi api, ApiCall call) =>
        api.SendAsync(call, Credential, CancellationToken.None).Guard();

    public static Task<AuthleteApiException> FailAsync(this RawServer server, ApiCall call) => To(server.BaseUri()).FailAsync(call);

    public static Task<AuthleteApiException> FailAsync(this AuthleteApi api, ApiCall call) =>
        Assert.ThrowsAsync<AuthleteApiException>(() => api.CallAsync(call));

    /// <summary>Makes a call that hangs fail its test instead of blocking the run.</summary>
    public static Task<T> Guard<T>(this Task<T> call) => call.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
}
