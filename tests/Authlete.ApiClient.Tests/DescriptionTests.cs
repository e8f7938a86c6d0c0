using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using Authlete.ApiClient.Api;
using Authlete.ApiClient.Json;
using Authlete.ApiClient.Models;
using Authlete.ApiClient.Tests.Json;
using Authlete.ApiClient.Values;
using Xunit;

namespace Authlete.ApiClient.Tests;

/// <summary>The library against the vendor's own description of the API.</summary>
public sealed class DescriptionTests
{
    private const string ElementForList = "The example of a token's information has one element where all clients have the list of elements.";
    private const string OfTokenUpdate = "The example of the revocation is that of the token update.";

    private static readonly string[] s_methods = ["get", "post", "put", "delete"];

    /// <summary>What the description's examples hold beyond its schemas, and why that is no member that the library lacks.</summary>
    private static readonly Dictionary<string, string> s_unknownInExamples = new()
    {
        ["AuthorizationDetails.actions"] = ElementForList,
        ["AuthorizationDetails.dataTypes"] = ElementForList,
        ["AuthorizationDetails.identifier"] = ElementForList,
        ["AuthorizationDetails.locations"] = ElementForList,
        ["AuthorizationDetails.otherFields"] = ElementForList,
        ["AuthorizationDetails.privileges"] = ElementForList,
        ["AuthorizationDetails.type"] = ElementForList,
        ["TokenRevokeResponse.accessToken"] = OfTokenUpdate,
        ["TokenRevokeResponse.accessTokenExpiresAt"] = OfTokenUpdate,
        ["TokenRevokeResponse.action"] = OfTokenUpdate,
        ["TokenRevokeResponse.scopes"] = OfTokenUpdate,
        ["TokenRevokeResponse.tokenType"] = OfTokenUpdate,
    };

    /// <summary>Settings that the description has as read-only, by a slip. The vendor's own software sets the number of clients.</summary>
    private static readonly HashSet<(string Type, string Member)> s_wronglyReadOnly = [("Service", "supportedAcrs"), ("Service", "clientsPerDeveloper")];

    // The reference's own data says which of the description's names and types are to be read otherwise.
    private static readonly Lazy<Dictionary<string, string>> s_typeNames = new(static () => Reference.Api.GetProperty("schemas").EnumerateObject()
        .SelectMany(schema => schema.Value.GetProperty("specNames").EnumerateArray().Select(name => (Described: name.GetString()!, schema.Name)))
        .ToDictionary(pair => pair.Described, pair => pair.Name));

    public static TheoryData<string> OperationIds { get; } =
        [.. OperationsOf(Reference.Description).Select(operation => Text(operation.Body, "operationId")!)];

    public static TheoryData<string> SchemaNames { get; } =
        [.. SchemasOf(Reference.Description).EnumerateObject().Where(schema => schema.Value.TryGetProperty("properties", out _)).Select(schema => schema.Name)];

    public static TheoryData<string> EnumNames { get; } =
        [.. SchemasOf(Reference.Description).EnumerateObject().Where(schema => schema.Value.TryGetProperty("enum", out _)).Select(schema => schema.Name)];

    public static TheoryData<string> ExampleNames { get; } =
        [.. ExamplesOf(Reference.Description).DistinctBy(example => (example.Type, example.Value.GetRawText())).Select(example => example.Name)];

    [Fact]
    public void The_operations_are_the_described_ones()
    {
        Assert.Equal(
            OperationsOf(Reference.Description).Select(operation => (Text(operation.Body, "operationId"), operation.Method, operation.Path)).Order(),
            Operations.All.Select(operation => ((string?)operation.Name, operation.Method, operation.Path)).Order());
    }

    [Theory]
    [MemberData(nameof(OperationIds))]
    public void An_operation_takes_the_described_credential(string id)
    {
        var described = Described(id).GetProperty("security")[0].EnumerateObject().Single().Name switch
        {
            "ServiceCredentials" => CredentialKind.Service,
            "ServiceOwnerCredentials" => CredentialKind.ServiceOwner,
            var scheme => throw new NotSupportedException(scheme),
        };
        var operation = Operations.All.Single(operation => operation.Name == id);

        // Where all clients contradict the description, the pair that it asks for can be used as well.
        var contradiction = Reference.Api.GetProperty("operations").EnumerateArray().Single(known => Text(known, "id") == id) is var reference
            && reference.TryGetProperty("contradictions", out var contradictions) && Text(contradictions, "specCredential") is { } credential
            && credential != Text(reference, "credential");
        Assert.Equal(contradiction ? CredentialKind.Service : described, operation.Credential);
        Assert.Equal(contradiction, operation.OwnerAllowed);
    }

    [Theory]
    [MemberData(nameof(OperationIds))]
    public void An_operation_has_the_described_parameters(string id)
    {
        var parameters = Described(id).TryGetProperty("parameters", out var all) ? all.EnumerateArray().ToList() : [];
        var operation = Operations.All.Single(operation => operation.Name == id);
        var facts = ApiFacts.Operations.Single(facts => Text(facts, "id") == id);
        var query = facts.TryGetProperty("query", out var known) ? known.EnumerateArray().ToList() : [];

        // Four operations declare the subject as a part of the path too, which their path has no place for: it goes into the query.
        Assert.Equal(
            parameters.Where(parameter => Text(parameter, "in") == "path").Select(parameter => Text(parameter, "name")!).Except(query.Select(parameter => Text(parameter, "name")!)),
            operation.Path.Split('/').Where(part => part.StartsWith('{')).Select(part => part[1..^1]));
        Assert.Equal(
            parameters.Where(parameter => Text(parameter, "in") == "query").Select(parameter => (Text(parameter, "name"), DescribedType(parameter.GetProperty("schema")))),
            query.Select(parameter => (Text(parameter, "name"), Text(parameter, "type")!)));
    }

    [Theory]
    [MemberData(nameof(OperationIds))]
    public void An_operation_sends_and_answers_the_described_bodies(string id)
    {
        var described = Described(id);
        var operation = Operations.All.Single(operation => operation.Name == id);
        var facts = ApiFacts.Operations.Single(facts => Text(facts, "id") == id);

        // The client speaks JSON only.
        var request = described.TryGetProperty("requestBody", out var body) ? body.GetProperty("content").GetProperty("application/json").GetProperty("schema") : default;
        var requestType = request.ValueKind == JsonValueKind.Undefined ? null : TypeName(request);
        Assert.Equal(requestType, Text(facts, "request"));
        Assert.Equal(request.ValueKind != JsonValueKind.Undefined && requestType is null, facts.TryGetProperty("emptyBody", out _));

        var statuses = described.GetProperty("responses").EnumerateObject().Select(response => response.Name).Where(status => status[0] == '2').ToList();
        var success = described.GetProperty("responses").GetProperty(statuses[0]);
        var schema = success.TryGetProperty("content", out var content) ? content.EnumerateObject().First().Value.GetProperty("schema") : default;
        var answer = schema.ValueKind == JsonValueKind.Undefined ? null : TypeName(schema);
        Assert.IsType(answer is null ? typeof(JsonView) : ApiFacts.ModelType(answer), operation.CreateResponse(), exactMatch: true);

        // Of the echo the description doesn't say what it answers.
        Assert.Equal((schema.ValueKind != JsonValueKind.Undefined || id == "misc_echo_api") && !statuses.Contains("204"), operation.AnswersBody);
    }

    [Theory]
    [MemberData(nameof(SchemaNames))]
    public void A_type_has_the_described_properties(string name)
    {
        var described = SchemasOf(Reference.Description).GetProperty(name).GetProperty("properties");
        var type = s_typeNames.Value[name];
        var settable = RequestTypes().Contains(type);
        foreach (var (member, schema) in described.EnumerateObject().Select(member => (member.Name, member.Value)))
        {
            var property = Assert.Single(ApiFacts.Schemas[type], property => property.Name == member);
            var readOnly = schema.TryGetProperty("readOnly", out var value) && value.GetBoolean() && !s_wronglyReadOnly.Contains((type, member));

            AssertSameType(type, property, schema);
            Assert.Equal(settable && !readOnly, ApiFacts.ClrProperty(type, property).SetMethod is { IsPublic: true });
        }
    }

    [Theory]
    [MemberData(nameof(EnumNames))]
    public void A_set_has_the_described_values(string name)
    {
        var described = Values(SchemasOf(Reference.Description).GetProperty(name));

        Assert.Subset(ValuesOf(EnumName(name)), described);
    }

    [Fact]
    public void No_value_is_invented()
    {
        foreach (var name in ApiFacts.Enums.Keys)
        {
            var later = new[] { "enumValuesNotInSpec", "enumValuesV3Only" }
                .Where(list => Reference.Api.GetProperty(list).TryGetProperty(name, out _))
                .SelectMany(list => Reference.Api.GetProperty(list).GetProperty(name).EnumerateArray())
                .Select(value => value.ValueKind == JsonValueKind.String ? value.GetString() : Text(value, "value"));
            var known = Reference.Api.GetProperty("enums").GetProperty(name).EnumerateArray().Select(value => value.GetString()).Concat(later);

            Assert.Superset(ValuesOf(name), known.OfType<string>().ToHashSet());
        }
    }

    [Theory]
    [MemberData(nameof(ExampleNames))]
    public void An_example_is_written_byte_for_byte_after_everything_was_read(string name)
    {
        var example = ExamplesOf(Reference.Description).Single(example => example.Name == name);
        var json = example.Value.GetRawText();
        var view = example.Type is null ? JsonView.Parse(json) : ApiFacts.Parse(example.Type, json);

        TypedProperties.ReadAll(view);
        (view as ContentResponse)?.GetResponseObject();

        Assert.Equal(json, view.ToJson());
        Assert.Equal(json, System.Text.Encoding.UTF8.GetString(view.ToUtf8Json()));
    }

    [Fact]
    public void The_examples_hold_no_members_that_the_library_does_not_know_but_these()
    {
        var unknown = ExamplesOf(Reference.Description)
            .Where(example => example.Type is not null)
            .SelectMany(example => UnknownIn(ApiFacts.Parse(example.Type!, example.Value.GetRawText()), example.Type!))
            .Distinct()
            .Order(StringComparer.Ordinal);

        Assert.Equal(s_unknownInExamples.Keys.Order(StringComparer.Ordinal), unknown);
    }

    private static IEnumerable<(string Method, string Path, JsonElement Body)> OperationsOf(JsonElement description) =>
        from path in description.GetProperty("paths").EnumerateObject()
        from method in s_methods
        where path.Value.TryGetProperty(method, out _)
        select (method.ToUpperInvariant(), path.Name["/api".Length..], path.Value.GetProperty(method));

    private static JsonElement SchemasOf(JsonElement description) => description.GetProperty("components").GetProperty("schemas");

    private static JsonElement Described(string id) => OperationsOf(Reference.Description).Single(operation => Text(operation.Body, "operationId") == id).Body;

    /// <summary>The examples of all requests, answers and schemas, with their types.</summary>
    private static IEnumerable<(string Name, string? Type, JsonElement Value)> ExamplesOf(JsonElement description)
    {
        foreach (var (method, path, body) in OperationsOf(description))
        {
            var contents = (body.TryGetProperty("requestBody", out var request) ? new[] { ("request", request) } : [])
                .Concat(body.GetProperty("responses").EnumerateObject().Select(response => (response.Name, response.Value)));
            foreach (var (part, holder) in contents)
            {
                foreach (var content in holder.TryGetProperty("content", out var all) ? all.EnumerateObject().ToArray() : [])
                {
                    if (content.Value.TryGetProperty("example", out var example))
                    {
                        yield return ($"{method} {path} {part} {content.Name}", TypeName(content.Value.GetProperty("schema")), example);
                    }
                }
            }
        }

        foreach (var schema in SchemasOf(description).EnumerateObject())
        {
            if (schema.Value.TryGetProperty("example", out var example) && example.ValueKind == JsonValueKind.Object)
            {
                yield return (schema.Name, s_typeNames.Value[schema.Name], example);
            }
        }
    }

    /// <summary>The library's name for a referenced schema; null for one without a type.</summary>
    private static string? TypeName(JsonElement schema) => Text(schema, "$ref") is { } reference ? s_typeNames.Value.GetValueOrDefault(reference.Split('/')[^1]) : null;

    /// <summary>In the notation of the facts.</summary>
    private static string DescribedType(JsonElement schema)
    {
        if (Text(schema, "$ref") is { } reference)
        {
            var name = reference.Split('/')[^1];
            return s_typeNames.Value.TryGetValue(name, out var type) ? type : EnumName(name);
        }

        return Text(schema, "type") switch
        {
            "array" => "array<" + DescribedType(schema.GetProperty("items")) + ">",
            "integer" => "integer:" + (Text(schema, "format") ?? "unspecified"),
            var type => type!,
        };
    }

    private static void AssertSameType(string type, SchemaProperty property, JsonElement schema)
    {
        if (schema.TryGetProperty("enum", out _))
        {
            Assert.Subset(ValuesOf(property.Type), Values(schema));
            return;
        }

        var corrected = Reference.Api.GetProperty("schemas").GetProperty(type).GetProperty("properties").EnumerateArray().Single(known => Text(known, "name") == property.Name);
        Assert.Equal(DescribedType(schema), Text(corrected, "specType") ?? property.Type);
        if (Text(corrected, "specType") is not null)
        {
            Assert.Equal(Text(corrected, "type"), property.Type);
        }
    }

    /// <summary>client_registration_type becomes ClientRegistrationType, where the reference has no name of its own.</summary>
    private static string EnumName(string described) => ReferenceName(described) ?? string.Concat(described.Split('_').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    private static string? ReferenceName(string described) => Reference.Api.GetProperty("duplicateSchemas").EnumerateArray()
        .Where(known => known.GetProperty("specNames").EnumerateArray().Any(name => name.GetString() == described))
        .Select(known => Text(known, "canonical"))
        .SingleOrDefault();

    private static HashSet<string> Values(JsonElement schema) => [.. schema.GetProperty("enum").EnumerateArray().Select(value => value.GetString()!)];

    private static HashSet<string> ValuesOf(string name) =>
        [.. ((ValueSet)Activator.CreateInstance(typeof(ValueSet).Assembly.GetType("Authlete.ApiClient.Values." + name, throwOnError: true)!)!).Values];

    /// <summary>The types that the described requests are made of.</summary>
    private static HashSet<string> RequestTypes()
    {
        var found = new HashSet<string>();
        var open = new Queue<string>(OperationsOf(Reference.Description)
            .Where(operation => operation.Body.TryGetProperty("requestBody", out _))
            .SelectMany(operation => operation.Body.GetProperty("requestBody").GetProperty("content").EnumerateObject())
            .Select(content => TypeName(content.Value.GetProperty("schema")))
            .OfType<string>());
        while (open.TryDequeue(out var name))
        {
            if (found.Add(name))
            {
                foreach (var property in ApiFacts.Schemas[name].Where(property => ApiFacts.Schemas.ContainsKey(property.ItemType)))
                {
                    open.Enqueue(property.ItemType);
                }
            }
        }

        return found;
    }

    private static IEnumerable<string> UnknownIn(JsonView view, string type)
    {
        var known = ApiFacts.Schemas[type].ToDictionary(property => property.Name);
        foreach (var name in view.GetMemberNames())
        {
            if (!known.TryGetValue(name, out var property))
            {
                yield return type + "." + name;
                continue;
            }

            var nested = view.GetMember(name) switch
            {
                JsonView one => [one],
                JsonView[] many => many,
                _ => Array.Empty<JsonView>(),
            };
            foreach (var below in ApiFacts.Schemas.ContainsKey(property.ItemType) ? nested.SelectMany(part => UnknownIn(part, property.ItemType)) : [])
            {
                yield return below;
            }
        }
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
