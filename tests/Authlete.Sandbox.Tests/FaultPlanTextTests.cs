using System;
using System.Threading.Tasks;
using Xunit;

namespace Authlete.Sandbox.Tests;

/// <summary>The syntax of planned faults, and the calls that they apply to.</summary>
public sealed class FaultPlanTextTests
{
    [Theory]
    [InlineData("*", true)]
    [InlineData("/client/get/*", true)]
    [InlineData("/client/get/{clientId}", true)]
    [InlineData("client_get_api", true)]
    [InlineData("client_*", true)]
    [InlineData("*get*", true)]
    [InlineData("/client/get/1", true)]
    [InlineData("/client/get/1*", true)]
    [InlineData("/client/get/2", false)]
    [InlineData("/client/get/2*", false)]
    [InlineData("/client/get/list", false)]
    [InlineData("/client/update/{clientId}", false)]
    [InlineData("/client/update/*", false)]
    [InlineData("client_get_list_api", false)]
    [InlineData("service_*", false)]
    public async Task An_operation_is_meant_by_name_template_or_path(string operation, bool meant)
    {
        await using var api = await SandboxApi.StartAsync();
        api.Server.Faults.Enqueue($"operation={operation}; status=599");

        Assert.Equal(meant, (await api.GetAsync("/client/get/1")).Status == 599);
    }

    [Theory]
    [InlineData("POST", "/client/authorization/get/list/john", true)]
    [InlineData("PUT", "/client/authorization/get/list", false)]
    public async Task An_operation_is_known_on_every_path_and_method_that_it_has(string method, string path, bool meant)
    {
        await using var api = await SandboxApi.StartAsync();
        api.Server.Faults.Enqueue("operation=client_authorization_get_list_api; status=599");

        Assert.Equal(meant, (await api.SendTextAsync(new System.Net.Http.HttpMethod(method), path, null)).Status == 599);
    }

    [Fact]
    public async Task Spaces_and_an_end_with_a_semicolon_do_not_matter()
    {
        await using var api = await SandboxApi.StartAsync();
        api.Server.Faults.Enqueue("  operation = /info ;status= 599 ; ;");

        Assert.Equal(599, (await api.GetAsync("/info")).Status);
    }

    [Theory]
    [InlineData("", "The fault does nothing. It needs one of status, delay, body-delay, content-type, connection.")]
    [InlineData("operation=/info", "The fault does nothing.")]
    [InlineData("status", "'status' isn't in the form member=value.")]
    [InlineData("delay; status=503", "'delay' isn't in the form member=value.")]
    [InlineData("stauts=503", "'stauts' isn't a member of a fault. The members are operation, status,")]
    [InlineData("status=503; status=500", "'status' appears twice.")]
    [InlineData("status=", "'status' has no value.")]
    [InlineData("status=99", "'99' isn't valid for 'status'. Specify a whole number from 200 to 599.")]
    [InlineData("status=600", "'600' isn't valid for 'status'")]
    [InlineData("status=OK", "'OK' isn't valid for 'status'")]
    [InlineData("status=503; count=0", "'0' isn't valid for 'count'. Specify a whole number of at least 1 or 'always'.")]
    [InlineData("status=503; count=-1", "'-1' isn't valid for 'count'")]
    [InlineData("status=503; count=never", "'never' isn't valid for 'count'")]
    [InlineData("status=503; skip=x", "'x' isn't valid for 'skip'. Specify a whole number of at least 0.")]
    [InlineData("status=503; operation=/clinet/get/*", "No operation of the API has the name or the path '/clinet/get/*'.")]
    [InlineData("status=503; operation=/api/info", "No operation of the API has the name or the path '/api/info'.")]
    [InlineData("status=503; operation=client_got_api", "No operation of the API has the name or the path 'client_got_api'.")]
    [InlineData("delay=soon", "'soon' isn't a duration for 'delay'")]
    [InlineData("delay=-1", "'-1' isn't a duration for 'delay'")]
    [InlineData("delay=1h", "'1h' isn't a duration for 'delay'")]
    [InlineData("delay=1ss", "'1ss' isn't a duration for 'delay'")]
    [InlineData("body-delay=NaN", "'NaN' isn't a duration for 'body-delay'")]
    [InlineData("delay=99999999999", "'99999999999' isn't a duration for 'delay'")]
    [InlineData("retry-after=2", "'retry-after' needs 'status'.")]
    [InlineData("retry-after-date=2", "'retry-after-date' needs 'status'.")]
    [InlineData("result-code=A001101", "'result-code' needs 'status'.")]
    [InlineData("body=x", "'body' needs 'status'.")]
    [InlineData("status=503; retry-after=2; retry-after-date=2", "You can't combine 'retry-after' and 'retry-after-date'.")]
    [InlineData("status=503; result-code=A001101; body=x", "You can't combine 'body' and 'result-code'.")]
    [InlineData("status=503; retry-after=soon", "'soon' isn't valid for 'retry-after'. Specify seconds or an HTTP date.")]
    [InlineData("status=503; result-code=A1", "'A1' isn't a result code, such as A001101.")]
    [InlineData("status=204; body=x", "A response with status 204 can't have a body.")]
    [InlineData("status=503; content-type=text/html", "'content-type' needs a body.")]
    [InlineData("status=503; body-delay=1", "'body-delay' needs a body.")]
    [InlineData("status=503; connection=truncate", "'connection=truncate' needs a body.")]
    [InlineData("content-type=nonsense", "'nonsense' isn't a content type.")]
    [InlineData("connection=close", "'close' isn't valid for 'connection'. The values are reset, reset-after, truncate, hang.")]
    [InlineData("status=503; connection=reset", "You can't combine 'status' with 'connection=reset', which sends no response.")]
    [InlineData("body-delay=1; connection=hang", "You can't combine 'body-delay' with 'connection=hang\'")]
    public async Task A_plan_that_cannot_be_read_says_why(string plan, string message)
    {
        await using var api = await SandboxApi.StartAsync();

        var exception = Assert.Throws<FormatException>(() => api.Server.Faults.Enqueue(plan));

        Assert.StartsWith(message, exception.Message);
        Assert.DoesNotContain('\n', exception.Message);
    }
}
