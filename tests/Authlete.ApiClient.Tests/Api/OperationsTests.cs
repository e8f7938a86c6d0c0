using System;
using System.Linq;
using System.Text.RegularExpressions;
using Authlete.ApiClient.Api;
using Xunit;

namespace Authlete.ApiClient.Tests.Api;

public sealed class OperationsTests
{
    public static TheoryData<string> Names { get; } = [.. Operations.All.Select(operation => operation.Name)];

    [Fact]
    public void There_are_62_with_a_name_and_a_path_of_their_own()
    {
        Assert.Equal(62, Operations.All.Count);
        Assert.Equal(62, Operations.All.Select(operation => operation.Name).Distinct().Count());
        Assert.Equal(62, Operations.All.Select(operation => operation.ToString()).Distinct().Count());
    }

    [Fact]
    public void Each_operation_is_a_property_and_in_the_list()
    {
        var properties = typeof(Operations)
            .GetProperties()
            .Where(property => property.PropertyType.IsSubclassOf(typeof(Operation)))
            .Select(property => (Operation)property.GetValue(null)!);

        Assert.Equal(properties, Operations.All);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_operation_is_consistent(string name)
    {
        var operation = Operations.All.Single(operation => operation.Name == name);

        Assert.Contains(operation.Method, new[] { "GET", "POST", "PUT", "DELETE" });
        Assert.Matches(@"^(/([a-z_]+|\{[A-Za-z]+\}))+$", operation.Path);
        Assert.True(Regex.Count(operation.Path, "{") <= 1);
        Assert.DoesNotContain(operation.SuccessActions, string.IsNullOrWhiteSpace);
        Assert.Equal(operation.Method + " " + operation.Path, operation.ToString());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_operation_creates_a_new_response_of_its_type(string name)
    {
        var operation = Operations.All.Single(operation => operation.Name == name);
        var type = Assert.Single(operation.GetType().GetGenericArguments());

        var response = operation.CreateResponse();

        Assert.IsType(type, response, exactMatch: true);
        Assert.NotSame(response, operation.CreateResponse());
    }

    [Fact]
    public void Only_these_operations_may_respond_without_a_body()
    {
        Assert.Equal(
            [
                "auth_token_delete_api",
                "client_delete_api",
                "client_extension_requestables_scopes_delete_api",
                "hsk_delete_api",
                "service_delete_api",
                "service_jwks_get_api",
            ],
            Operations.All.Where(operation => !operation.AnswersBody).Select(operation => operation.Name).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Operations_that_create_or_consume_an_object_are_never_retried()
    {
        Operation[] once =
        [
            Operations.ServiceCreate,
            Operations.ClientCreate,
            Operations.ClientSecretRefresh,
            Operations.AuthToken,
            Operations.AuthAuthorizationIssue,
            Operations.AuthTokenCreate,
        ];

        Assert.All(once, operation => Assert.Equal(RetrySafety.Unsafe, operation.RetrySafety));
    }
}
