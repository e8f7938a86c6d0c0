using System;
using System.Linq;
using System.Text.Json;
using Authlete.ApiClient.Api;
using Authlete.ApiClient.Json;
using Xunit;

namespace Authlete.ApiClient.Tests;

/// <summary>Compares the library's operations with Authlete's own description of the API.</summary>
public sealed class DescribedOperationTests
{
    public static TheoryData<string> OperationIds { get; } =
    [.. Description.OperationsOf(Reference.Description).Select(operation => Description.Text(operation.Body, "operationId")!)];

    [Fact]
    public void The_operations_are_the_described_ones()
    {
        Assert.Equal(
            Description
                .OperationsOf(Reference.Description)
                .Select(operation => (Description.Text(operation.Body, "operationId"), operation.Method, operation.Path))
                .Order(),
            Operations.All.Select(operation => ((string?)operation.Name, operation.Method, operation.Path)).Order()
        );
    }

    [Theory]
    [MemberData(nameof(OperationIds))]
    public void An_operation_accepts_the_described_credential(string id)
    {
        var described = Described(id).GetProperty("security")[0].EnumerateObject().Single().Name switch
        {
            "ServiceCredentials" => CredentialKind.Service,
            "ServiceOwnerCredentials" => CredentialKind.ServiceOwner,
            var scheme => throw new NotSupportedException(scheme),
        };
        var operation = Operations.All.Single(operation => operation.Name == id);

        // If all client libraries contradict the description, the operation also accepts the credential of the description.
        var contradiction =
            Reference.Api.GetProperty("operations").EnumerateArray().Single(known => Description.Text(known, "id") == id) is var reference
            && reference.TryGetProperty("contradictions", out var contradictions)
            && Description.Text(contradictions, "specCredential") is { } credential
            && credential != Description.Text(reference, "credential");
        Assert.Equal(contradiction ? CredentialKind.Service : described, operation.Credential);
        Assert.Equal(contradiction, operation.OwnerAllowed);
    }

    [Theory]
    [MemberData(nameof(OperationIds))]
    public void An_operation_has_the_described_parameters(string id)
    {
        var parameters = Described(id).TryGetProperty("parameters", out var all) ? all.EnumerateArray().ToList() : [];
        var operation = Operations.All.Single(operation => operation.Name == id);
        var facts = ApiFacts.Operations.Single(facts => Description.Text(facts, "id") == id);
        var query = facts.TryGetProperty("query", out var known) ? known.EnumerateArray().ToList() : [];

        // Four operations also declare the subject as a path parameter, although their path has none. It is sent in the query.
        Assert.Equal(
            parameters
                .Where(parameter => Description.Text(parameter, "in") == "path")
                .Select(parameter => Description.Text(parameter, "name")!)
                .Except(query.Select(parameter => Description.Text(parameter, "name")!)),
            operation.Path.Split('/').Where(part => part.StartsWith('{')).Select(part => part[1..^1])
        );
        Assert.Equal(
            parameters
                .Where(parameter => Description.Text(parameter, "in") == "query")
                .Select(parameter => (Description.Text(parameter, "name"), Description.DescribedType(parameter.GetProperty("schema")))),
            query.Select(parameter => (Description.Text(parameter, "name"), Description.Text(parameter, "type")!))
        );
    }

    [Theory]
    [MemberData(nameof(OperationIds))]
    public void An_operation_has_the_described_request_and_response_types(string id)
    {
        var described = Described(id);
        var operation = Operations.All.Single(operation => operation.Name == id);
        var facts = ApiFacts.Operations.Single(facts => Description.Text(facts, "id") == id);

        // The client only sends JSON.
        var request = described.TryGetProperty("requestBody", out var body)
            ? body.GetProperty("content").GetProperty("application/json").GetProperty("schema")
            : default;
        var requestType = request.ValueKind == JsonValueKind.Undefined ? null : Description.TypeName(request);
        Assert.Equal(requestType, Description.Text(facts, "request"));
        Assert.Equal(request.ValueKind != JsonValueKind.Undefined && requestType is null, facts.TryGetProperty("emptyBody", out _));

        var statuses = described
            .GetProperty("responses")
            .EnumerateObject()
            .Select(response => response.Name)
            .Where(status => status[0] == '2')
            .ToList();
        var success = described.GetProperty("responses").GetProperty(statuses[0]);
        var schema = success.TryGetProperty("content", out var content)
            ? content.EnumerateObject().First().Value.GetProperty("schema")
            : default;
        var answer = schema.ValueKind == JsonValueKind.Undefined ? null : Description.TypeName(schema);
        Assert.IsType(answer is null ? typeof(JsonView) : ApiFacts.ModelType(answer), operation.CreateResponse(), exactMatch: true);

        // The description doesn't specify the response of the echo operation.
        Assert.Equal(
            (schema.ValueKind != JsonValueKind.Undefined || id == "misc_echo_api") && !statuses.Contains("204"),
            operation.AnswersBody
        );
    }

    private static JsonElement Described(string id) =>
        Description.OperationsOf(Reference.Description).Single(operation => Description.Text(operation.Body, "operationId") == id).Body;
}
