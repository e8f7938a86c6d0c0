using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Text.Json;
using Authlete.ApiClient.Api;
using Authlete.ApiClient.Json;
using Authlete.ApiClient.Results;
using Authlete.ApiClient.Values;
using Xunit;

namespace Authlete.ApiClient.Tests;

/// <summary>The library's operations, types, and values are those of the API reference.</summary>
public sealed class ConformanceTests
{
    private static readonly Assembly s_library = typeof(JsonView).Assembly;

    public static TheoryData<string> OperationIds { get; } =
        Ids(api => api.GetProperty("operations").EnumerateArray().Select(operation => Text(operation, "id")!));

    public static TheoryData<string> SchemaNames { get; } =
        Ids(api => api.GetProperty("schemas").EnumerateObject().Select(schema => schema.Name));

    public static TheoryData<string> EnumNames { get; } =
        Ids(api => api.GetProperty("enums").EnumerateObject().Select(values => values.Name));

    [Fact]
    public void All_operations_and_no_others_are_there_in_the_same_order()
    {
        Assert.Equal(
            Reference.Api.GetProperty("operations").EnumerateArray().Select(operation => Text(operation, "id")),
            Operations.All.Select(operation => operation.Name)
        );
    }

    [Theory]
    [MemberData(nameof(OperationIds))]
    public void An_operation_is_called_as_the_reference_says(string id)
    {
        var expected = Reference.Api.GetProperty("operations").EnumerateArray().Single(operation => Text(operation, "id") == id);

        var operation = Operations.All.Single(operation => operation.Name == id);

        Assert.Equal(Text(expected, "method"), operation.Method);
        Assert.Equal(Text(expected, "path"), operation.Path);
        Assert.Equal(
            Text(expected, "credential") switch
            {
                "service" => CredentialKind.Service,
                "serviceOwner" => CredentialKind.ServiceOwner,
                _ => CredentialKind.None,
            },
            operation.Credential
        );
        Assert.Equal(
            Text(expected, "safeToRetry") switch
            {
                "yes" => RetrySafety.Safe,
                "conditional" => RetrySafety.Conditional,
                _ => RetrySafety.Unsafe,
            },
            operation.RetrySafety
        );
        var mayBeEmpty = expected.GetProperty("successStatus").EnumerateArray().Any(status => status.GetInt32() == 204);
        Assert.Equal(expected.GetProperty("responseSchema").ValueKind != JsonValueKind.Null && !mayBeEmpty, operation.AnswersBody);

        // The reference calls a JWK Set a document, but also has a schema for it.
        var responseSchema = id == "service_jwks_get_api" ? "ServiceJwksGetResponse" : Text(expected, "responseSchema");
        Assert.IsType(
            responseSchema is { } schema && Reference.Api.GetProperty("schemas").TryGetProperty(schema, out _)
                ? ModelType(schema)
                : typeof(JsonView),
            operation.CreateResponse(),
            exactMatch: true
        );
    }

    [Theory]
    [MemberData(nameof(SchemaNames))]
    public void A_type_has_every_property_with_its_type(string name)
    {
        var type = ModelType(name);
        var properties = type.GetProperties(BindingFlags.Public | BindingFlags.Instance);
        foreach (var expected in Reference.Api.GetProperty("schemas").GetProperty(name).GetProperty("properties").EnumerateArray())
        {
            var member = Text(expected, "name")!;
            var property = Assert.Single(properties, property => string.Equals(property.Name, member, StringComparison.OrdinalIgnoreCase));

            Assert.Equal(ClrType(Text(expected, "type")!, Text(expected, "unit")), property.PropertyType);
        }
    }

    [Theory]
    [MemberData(nameof(SchemaNames))]
    public void A_property_reads_the_member_of_its_name_in_its_unit(string name)
    {
        foreach (var expected in Reference.Api.GetProperty("schemas").GetProperty(name).GetProperty("properties").EnumerateArray())
        {
            var member = Text(expected, "name")!;
            var (json, value) = Sample(Text(expected, "type")!, Text(expected, "unit"));
            var view = (JsonView)Activator.CreateInstance(ModelType(name))!;
            view.Attach(
                JsonReader.Read(System.Text.Encoding.UTF8.GetBytes($"{{\"{member}\":{json}}}"), TestContext.Current.CancellationToken)
            );
            var property = view.GetType()
                .GetProperties()
                .Single(property => string.Equals(property.Name, member, StringComparison.OrdinalIgnoreCase));

            var read = property.GetValue(view);

            Assert.True(view.Shape.Knows(member));
            if (value is not null)
            {
                Assert.Equal(value, read);
            }
            else
            {
                Assert.IsType(property.PropertyType, read, exactMatch: true);
            }

            if (property.SetMethod is { IsPublic: true } && value is not null)
            {
                var written = (JsonView)Activator.CreateInstance(ModelType(name))!;
                property.SetValue(written, read);
                Assert.Equal($"{{\"{member}\":{json}}}", written.ToJson());
            }
        }
    }

    [Theory]
    [MemberData(nameof(EnumNames))]
    public void A_set_has_every_value(string name)
    {
        var expected = Reference
            .Api.GetProperty("enums")
            .GetProperty(name)
            .EnumerateArray()
            .Select(value => value.GetString()!)
            .ToHashSet();

        var type = s_library.GetType("Authlete.ApiClient.Values." + name, throwOnError: true)!;

        Assert.Subset(((ValueSet)Activator.CreateInstance(type)!).Values.ToHashSet(), expected);
    }

    [Fact]
    public void Every_result_code_is_in_the_table()
    {
        foreach (var expected in Reference.Codes.GetProperty("codes").EnumerateArray())
        {
            var entry = ResultCodes.Find(Text(expected, "code")!);

            Assert.NotNull(entry);
            Assert.Equal(Text(expected, "code"), entry.Code);
            Assert.Equal(Text(expected, "path"), entry.Operations);
            Assert.Equal(Text(expected, "action"), entry.Action);
            Assert.Equal(
                expected.GetProperty("status") is { ValueKind: JsonValueKind.Number } status ? status.GetInt32() : null,
                entry.StatusCode
            );
        }
    }

    private static TheoryData<string> Ids(Func<JsonElement, IEnumerable<string>> select) => [.. select(Reference.Api)];

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static Type ModelType(string name) => s_library.GetType("Authlete.ApiClient.Models." + name, throwOnError: true)!;

    private static Type ClrType(string type, string? unit)
    {
        if (type == "array<object>")
        {
            // An untyped object array, so that PowerShell can keep its wrappers around the items.
            return typeof(object[]);
        }

        if (type.StartsWith("array<", StringComparison.Ordinal))
        {
            return ClrType(type[6..^1], null).MakeArrayType();
        }

        if (unit?.StartsWith("epoch-", StringComparison.Ordinal) == true)
        {
            return typeof(DateTimeOffset?);
        }

        return type switch
        {
            "string" => typeof(string),
            "boolean" => typeof(bool?),
            "integer:int64" => typeof(long?),
            "integer:int32" => typeof(int?),
            "object" => typeof(JsonView),
            _ => IsEnum(type) ? typeof(string) : ModelType(type),
        };
    }

    private static (string Json, object? Value) Sample(string type, string? unit)
    {
        if (type.StartsWith("array<", StringComparison.Ordinal))
        {
            return type == "array<string>" || IsEnum(type[6..^1]) ? ("""["a","b"]""", new[] { "a", "b" }) : ("[{},{}]", null);
        }

        return (type, unit) switch
        {
            (_, "epoch-milliseconds") => ("1642048148973", DateTimeOffset.FromUnixTimeMilliseconds(1642048148973)),
            (_, "epoch-seconds") => ("1642048148", DateTimeOffset.FromUnixTimeSeconds(1642048148)),
            ("boolean", _) => ("true", true),
            ("integer:int64", _) => ("9007199254740993", 9007199254740993L),
            ("integer:int32", _) => ("4711", 4711),
            ("string", _) => ("\"text\"", "text"),
            _ => IsEnum(type) ? ("\"VALUE\"", "VALUE") : ("{}", null),
        };
    }

    private static bool IsEnum(string type) => Reference.Api.GetProperty("enums").TryGetProperty(type, out _);
}
