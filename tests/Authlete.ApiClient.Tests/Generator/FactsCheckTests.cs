using System;
using System.Collections.Generic;
using System.Linq;
using Authlete.Generator.Code;
using Xunit;

namespace Authlete.ApiClient.Tests.Generator;

/// <summary>Facts that code needs are in columns of their own, and agree with the descriptions.</summary>
public sealed class FactsCheckTests
{
    private static readonly Facts s_facts = CodeGenerator.ReadFacts(ApiFacts.RepositoryRoot);

    private static readonly Dictionary<string, Func<Facts, Facts>> s_contradictions = new()
    {
        ["TokenUpdateRequest.accessToken: the column secret"] = facts =>
            Change(facts, "TokenUpdateRequest", "accessToken", field => field with { Secret = false }),
        ["Client.clientName: the column secret"] = facts => Change(facts, "Client", "clientName", field => field with { Secret = true }),
        ["Client.clientSecret: the name contains Secret"] = facts =>
            Change(facts, "Client", "clientSecret", field => field with { Secret = false, Summary = "Text." }),
        ["Client.jwks: embedded"] = facts => Change(facts, "Client", "jwks", field => field with { Embedded = "xml" }),
        ["Client.grantTypes: list"] = facts => Change(facts, "Client", "grantTypes", field => field with { List = null }),
        ["Client.clientName: list"] = facts => Change(facts, "Client", "clientName", field => field with { List = "set" }),
        ["Service.supportedScopes: list"] = facts => Change(facts, "Service", "supportedScopes", field => field with { List = "keyed:id" }),
        ["TokenRequest.properties: list"] = facts => Change(facts, "TokenRequest", "properties", field => field with { List = "set" }),
        ["grant_m_api: repeatUnless is required"] = facts =>
            ChangeOperation(facts, "grant_m_api", operation => operation with { RepeatUnless = null }),
        ["info_api: repeatUnless is required"] = facts =>
            ChangeOperation(facts, "info_api", operation => operation with { RepeatUnless = [] }),
        ["grant_m_api: the request has no field"] = facts =>
            ChangeOperation(facts, "grant_m_api", operation => operation with { RepeatUnless = [new("parameter")] }),
        ["InfoResponse: required is missing"] = facts => Change(facts, "InfoResponse", schema => schema with { Required = null }),
        ["InfoResponse: required contains release"] = facts =>
            Change(facts, "InfoResponse", schema => schema with { Required = ["release"] }),
    };

    public static TheoryData<string> Contradictions { get; } = [.. s_contradictions.Keys];

    [Fact]
    public void The_facts_contradict_nothing() => Assert.Empty(FactsCheck.FindProblems(s_facts));

    [Theory]
    [MemberData(nameof(Contradictions))]
    public void A_contradiction_is_found(string expected)
    {
        Assert.Contains(
            FactsCheck.FindProblems(s_contradictions[expected](s_facts)),
            problem => problem.StartsWith(expected, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void No_summary_changes_what_is_generated_but_the_documentation()
    {
        var silent = s_facts with
        {
            Schemas = s_facts.Schemas.ToDictionary(
                schema => schema.Key,
                schema =>
                    schema.Value with
                    {
                        Summary = "Text.",
                        Properties = [.. schema.Value.Properties.Select(property => property with { Summary = "Text." })],
                    }
            ),
            Operations =
            [
                .. s_facts.Operations.Select(operation =>
                    operation with
                    {
                        Summary = "Text.",
                        Query = operation.Query?.Select(property => property with { Summary = "Text." }).ToList(),
                    }
                ),
            ],
        };

        Assert.Equal(Code(s_facts), Code(silent));
    }

    private static List<string> Code(Facts facts) =>
        [
            .. facts.Schemas.Select(schema =>
                WithoutDocumentation(
                    ModelSource.Write(
                        schema.Key,
                        schema.Value,
                        facts,
                        facts.RequestSchemas().Contains(schema.Key),
                        facts.PublicSchemas().Contains(schema.Key)
                    )
                )
            ),
            .. facts.Cmdlets.Select(cmdlet => WithoutDocumentation(CmdletSource.Write(cmdlet, facts))),
            .. facts.Settings.Select(settings => WithoutDocumentation(CmdletSource.Write(settings, facts))),
            WithoutDocumentation(OperationsSource.Write(facts)),
        ];

    private static string WithoutDocumentation(string code) =>
        string.Join('\n', code.Split('\n').Where(line => !line.TrimStart().StartsWith("///", StringComparison.Ordinal)));

    private static Facts Change(Facts facts, string schema, Func<SchemaFacts, SchemaFacts> change) =>
        facts with
        {
            Schemas = facts.Schemas.ToDictionary(item => item.Key, item => item.Key == schema ? change(item.Value) : item.Value),
        };

    private static Facts Change(Facts facts, string schema, string property, Func<PropertyFacts, PropertyFacts> change) =>
        Change(
            facts,
            schema,
            facts => facts with { Properties = [.. facts.Properties.Select(item => item.Name == property ? change(item) : item)] }
        );

    private static Facts ChangeOperation(Facts facts, string id, Func<OperationFacts, OperationFacts> change) =>
        facts with
        {
            Operations = [.. facts.Operations.Select(item => item.Id == id ? change(item) : item)],
        };
}
