using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using Authlete.ApiClient.Json;
using Authlete.ApiClient.Models;
using Authlete.ApiClient.Tests.Json;
using Authlete.ApiClient.Values;
using Xunit;

namespace Authlete.ApiClient.Tests;

/// <summary>Compares the library's types and values with Authlete's own description of the API.</summary>
public sealed class DescriptionTests
{
    private const string ElementForList =
        "The example of a token's information has one element where all clients have the list of elements.";
    private const string OfTokenUpdate = "The example of the revocation is that of the token update.";

    /// <summary>Members that only the description's examples have, and why the library doesn't need them.</summary>
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

    /// <summary>Settings that the description wrongly declares as read-only. Authlete's own software sets the number of clients.</summary>
    private static readonly HashSet<(string Type, string Member)> s_wronglyReadOnly =
    [
        ("Service", "supportedAcrs"),
        ("Service", "clientsPerDeveloper"),
    ];

    public static TheoryData<string> SchemaNames { get; } =
    [
        .. Description
            .SchemasOf(Reference.Description)
            .EnumerateObject()
            .Where(schema => schema.Value.TryGetProperty("properties", out _))
            .Select(schema => schema.Name),
    ];

    public static TheoryData<string> EnumNames { get; } =
    [
        .. Description
            .SchemasOf(Reference.Description)
            .EnumerateObject()
            .Where(schema => schema.Value.TryGetProperty("enum", out _))
            .Select(schema => schema.Name),
    ];

    public static TheoryData<string> ExampleNames { get; } =
    [
        .. ExamplesOf(Reference.Description)
            .DistinctBy(example => (example.Type, example.Value.GetRawText()))
            .Select(example => example.Name),
    ];

    [Theory]
    [MemberData(nameof(SchemaNames))]
    public void A_type_has_the_described_properties(string name)
    {
        var described = Description.SchemasOf(Reference.Description).GetProperty(name).GetProperty("properties");
        var type = Description.TypeNames[name];
        var settable = RequestTypes().Contains(type);
        foreach (var (member, schema) in described.EnumerateObject().Select(member => (member.Name, member.Value)))
        {
            var property = Assert.Single(ApiFacts.Schemas[type], property => property.Name == member);
            var readOnly =
                schema.TryGetProperty("readOnly", out var value) && value.GetBoolean() && !s_wronglyReadOnly.Contains((type, member));

            AssertSameType(type, property, schema);
            Assert.Equal(settable && !readOnly, ApiFacts.ClrProperty(type, property).SetMethod is { IsPublic: true });
        }
    }

    [Theory]
    [MemberData(nameof(EnumNames))]
    public void A_set_has_the_described_values(string name)
    {
        var described = Values(Description.SchemasOf(Reference.Description).GetProperty(name));

        Assert.Subset(ValuesOf(Description.EnumName(name)), described);
    }

    [Fact]
    public void No_value_is_invented()
    {
        foreach (var name in ApiFacts.Enums.Keys)
        {
            var later = new[] { "enumValuesNotInSpec", "enumValuesV3Only" }
                .Where(list => Reference.Api.GetProperty(list).TryGetProperty(name, out _))
                .SelectMany(list => Reference.Api.GetProperty(list).GetProperty(name).EnumerateArray())
                .Select(value => value.ValueKind == JsonValueKind.String ? value.GetString() : Description.Text(value, "value"));
            var known = Reference
                .Api.GetProperty("enums")
                .GetProperty(name)
                .EnumerateArray()
                .Select(value => value.GetString())
                .Concat(later);

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

    /// <summary>The examples of all requests, responses, and schemas, with their types.</summary>
    private static IEnumerable<(string Name, string? Type, JsonElement Value)> ExamplesOf(JsonElement description)
    {
        foreach (var (method, path, body) in Description.OperationsOf(description))
        {
            var contents = (body.TryGetProperty("requestBody", out var request) ? new[] { ("request", request) } : []).Concat(
                body.GetProperty("responses").EnumerateObject().Select(response => (response.Name, response.Value))
            );
            foreach (var (part, holder) in contents)
            {
                foreach (var content in holder.TryGetProperty("content", out var all) ? all.EnumerateObject().ToArray() : [])
                {
                    if (content.Value.TryGetProperty("example", out var example))
                    {
                        yield return (
                            $"{method} {path} {part} {content.Name}",
                            Description.TypeName(content.Value.GetProperty("schema")),
                            example
                        );
                    }
                }
            }
        }

        foreach (var schema in Description.SchemasOf(description).EnumerateObject())
        {
            if (schema.Value.TryGetProperty("example", out var example) && example.ValueKind == JsonValueKind.Object)
            {
                yield return (schema.Name, Description.TypeNames[schema.Name], example);
            }
        }
    }

    private static void AssertSameType(string type, SchemaProperty property, JsonElement schema)
    {
        if (schema.TryGetProperty("enum", out _))
        {
            Assert.Subset(ValuesOf(property.Type), Values(schema));
            return;
        }

        var corrected = Reference
            .Api.GetProperty("schemas")
            .GetProperty(type)
            .GetProperty("properties")
            .EnumerateArray()
            .Single(known => Description.Text(known, "name") == property.Name);
        Assert.Equal(Description.DescribedType(schema), Description.Text(corrected, "specType") ?? property.Type);
        if (Description.Text(corrected, "specType") is not null)
        {
            Assert.Equal(Description.Text(corrected, "type"), property.Type);
        }
    }

    private static HashSet<string> Values(JsonElement schema) =>
        [.. schema.GetProperty("enum").EnumerateArray().Select(value => value.GetString()!)];

    private static HashSet<string> ValuesOf(string name) =>
        [
            .. (
                (ValueSet)
                    Activator.CreateInstance(typeof(ValueSet).Assembly.GetType("Authlete.ApiClient.Values." + name, throwOnError: true)!)!
            ).Values,
        ];

    /// <summary>The types that the described requests use.</summary>
    private static HashSet<string> RequestTypes()
    {
        var found = new HashSet<string>();
        var open = new Queue<string>(
            Description
                .OperationsOf(Reference.Description)
                .Where(operation => operation.Body.TryGetProperty("requestBody", out _))
                .SelectMany(operation => operation.Body.GetProperty("requestBody").GetProperty("content").EnumerateObject())
                .Select(content => Description.TypeName(content.Value.GetProperty("schema")))
                .OfType<string>()
        );
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
            foreach (
                var below in ApiFacts.Schemas.ContainsKey(property.ItemType)
                    ? nested.SelectMany(part => UnknownIn(part, property.ItemType))
                    : []
            )
            {
                yield return below;
            }
        }
    }
}
