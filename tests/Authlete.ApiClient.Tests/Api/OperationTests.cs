using System.Linq;
using Authlete.ApiClient.Api;
using Authlete.ApiClient.Json;
using Xunit;

namespace Authlete.ApiClient.Tests.Api;

public sealed class OperationTests
{
    public static TheoryData<string, string> Paths { get; } = [.. Operations.All.Select(operation => (operation.Method, operation.Path))];

    [Theory]
    [MemberData(nameof(Paths))]
    public void A_path_of_the_table_is_found_by_itself(string method, string path)
    {
        var operation = Operations.All.Single(operation => operation.Method == method && operation.Path == path);

        var found = Operation.ForPath(method, path, CredentialKind.Service);

        Assert.Equal(operation.Name, found.Name);
        Assert.Equal(operation.Path, found.Path);
        Assert.Equal(operation.RetrySafety, found.RetrySafety);
    }

    [Theory]
    [InlineData("GET", "/client/get/4711", "client_get_api")]
    [InlineData("get", "/client/get/4711", "client_get_api")]
    [InlineData("GET", "/client/get/my-alias", "client_get_api")]
    [InlineData("GET", "/client/get/list", "client_get_list_api")]
    [InlineData("GET", "/service/get/list", "service_get_list_api")]
    [InlineData("POST", "/auth/token", "auth_token_api")]
    [InlineData("DELETE", "/auth/token/delete/Xy%2Fz", "auth_token_delete_api")]
    public void A_concrete_path_is_matched_to_its_template(string method, string path, string name)
    {
        var operation = Operation.ForPath(method, path, CredentialKind.Service);

        Assert.Equal(name, operation.Name);
        Assert.Equal(Operations.All.Single(known => known.Name == name).Path, operation.Path);
    }

    [Theory]
    [InlineData("GET", "/client/get/")]
    [InlineData("GET", "/client/get")]
    [InlineData("GET", "/client/get/4711/more")]
    [InlineData("POST", "/client/get/4711")]
    [InlineData("GET", "/Client/get/4711")]
    public void A_path_that_only_resembles_a_template_is_not_matched(string method, string path)
    {
        var operation = Operation.ForPath(method, path, CredentialKind.Service);

        Assert.Equal(path, operation.Path);
        Assert.DoesNotContain(operation.Name, Operations.All.Select(known => known.Name));
    }

    [Theory]
    [InlineData("GET", true)]
    [InlineData("HEAD", true)]
    [InlineData("POST", false)]
    [InlineData("DELETE", false)]
    public void An_unknown_path_is_sent_again_only_if_it_reads(string method, bool isSafe)
    {
        var expected = isSafe ? RetrySafety.Safe : RetrySafety.Unsafe;

        Assert.Equal(expected, Operation.ForPath(method, "/some/thing/new", CredentialKind.Service).RetrySafety);
    }

    [Fact]
    public void An_untyped_operation_keeps_the_requested_credential_and_accepts_any_JSON()
    {
        var operation = Operation.ForPath("GET", "/client/get/4711", CredentialKind.ServiceOwner);

        Assert.Equal(CredentialKind.ServiceOwner, operation.Credential);
        Assert.False(operation.AnswersBody);
        Assert.IsType<JsonView>(operation.CreateResponse(), exactMatch: true);
    }
}
