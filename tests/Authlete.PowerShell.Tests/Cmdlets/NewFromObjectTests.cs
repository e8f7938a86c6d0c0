using System;
using System.Linq;
using System.Threading.Tasks;
using Authlete.Sandbox;
using Xunit;

namespace Authlete.PowerShell.Tests.Cmdlets;

/// <summary>Creates clients and services from complete objects.</summary>
public sealed class NewFromObjectTests(NewerServerFixture fixture) : EngineTests<NewerServerFixture>(fixture)
{
    private static readonly string[] s_assignedToClients =
    [
        "number",
        "serviceNumber",
        "clientId",
        "clientSecret",
        "dynamicallyRegistered",
        "createdAt",
        "modifiedAt",
        "derivedSectorIdentifier",
    ];

    private static readonly string[] s_assignedToServices =
    [
        "number",
        "serviceOwnerNumber",
        "apiKey",
        "apiSecret",
        "createdAt",
        "modifiedAt",
    ];

    [Fact]
    public async Task A_client_is_copied_to_another_installation_without_what_its_server_assigned()
    {
        await using var other = await SandboxServer.StartAsync(null, TestContext.Current.CancellationToken);
        Session.Set("there", EngineSession.Credential(other.ServiceApiKey, other.ServiceApiSecret));
        Session.Set("thereUri", other.BaseUri);

        Session.Run(
            """
            $other = Connect-Authlete -Credential $there -BaseUri $thereUri -PassThru
            Connect-Authlete -Credential $credential -ServiceOwnerCredential $ownerCredential -BaseUri $baseUri -SkipTest
            $created = Invoke-AuthleteApi /client/create POST -Body '{"clientName":"Original","newField":{"deep":[1E+2]}}'
            $copy = Get-AuthleteClient $created.clientId | New-AuthleteClient -Connection $other
            """
        );

        Assert.Equal("Original", Session.RunSingle("$copy.ClientName").ToString());
        Assert.NotEqual(Session.RunSingle("$created.clientId").ToString(), Session.RunSingle("$copy.ClientId").ToString());
        var sent = other.LastBody("/client/create");
        Assert.DoesNotContain(s_assignedToClients, sent.ContainsKey);
        Assert.Equal("""{"deep":[1E+2]}""", sent["newField"]!.ToJsonString());
        Assert.Equal(3, Session.Run("Get-AuthleteClient -Connection $other").Count);
    }

    [Fact]
    public void A_service_is_copied_the_same_way_and_parameters_override_its_settings()
    {
        var copy = Session.RunSingle("Get-AuthleteService $serviceApiKey | New-AuthleteService -ServiceName Copy -AccessTokenDuration 5");

        Assert.Equal("Copy", copy.Value("ServiceName"));
        Assert.Equal(5L, copy.Value("AccessTokenDuration"));
        Assert.Equal("https://as.example.com", copy.Value("Issuer"));
        var sent = Sandbox.LastBody("/service/create");
        Assert.DoesNotContain(s_assignedToServices, sent.ContainsKey);
        Assert.NotNull(sent["jwks"]);
    }

    [Fact]
    public void The_number_of_clients_of_a_developer_can_be_set()
    {
        Session.Run("$service = New-AuthleteService -ServiceName S -SupportedResponseTypes CODE -ClientsPerDeveloper 1");

        Assert.Equal(1, Session.RunSingle("$service").Value("ClientsPerDeveloper"));
        Assert.Equal(2, Session.RunSingle("Set-AuthleteService $service.ApiKey -ClientsPerDeveloper 2").Value("ClientsPerDeveloper"));
        Assert.Equal(2, Session.RunSingle("(Get-AuthleteService $service.ApiKey | New-AuthleteService)").Value("ClientsPerDeveloper"));
    }

    [Theory]
    [InlineData("-InputObject '{\"serviceName\":\"S\",\"supportedResponseTypes\":[\"CODE\"],\"apiKey\":1}'")]
    [InlineData("-InputObject @{ serviceName = 'S'; supportedResponseTypes = @('CODE'); ApiKey = 1 }")]
    [InlineData(
        "-InputObject ([pscustomobject]@{ ServiceName = 'S'; SupportedResponseTypes = @('CODE'); CreatedAt = [DateTimeOffset]::Now })"
    )]
    [InlineData("-InputObject ([ordered]@{ ServiceName = 'other'; SupportedResponseTypes = 'CODE', 'NONE' }) -ServiceName S")]
    public void A_service_is_made_of_JSON_a_dictionary_or_an_object(string parameters)
    {
        Assert.Equal("S", Session.RunSingle("New-AuthleteService " + parameters).Value("ServiceName"));

        var sent = Sandbox.LastBody("/service/create");
        Assert.Equal("CODE", (string?)sent["supportedResponseTypes"]![0]);
        Assert.DoesNotContain(s_assignedToServices, sent.ContainsKey);
    }

    [Fact]
    public void Several_JSON_texts_make_several_clients_and_a_bad_one_is_an_error_of_its_own()
    {
        var result = Session.TryRun("'{\"clientName\":\"a\"}', 'oops', '{\"clientName\":\"b\"}' | New-AuthleteClient");

        Assert.Equal(["a", "b"], result.Output.Select(client => client.Value("ClientName")));
        var error = Assert.Single(result.Errors);
        Assert.Equal("InputNotJson", error.Id());
        Assert.Contains("-Raw", error.Message(), StringComparison.Ordinal);
        Assert.DoesNotContain("oops", error.Message(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Get-AuthleteService -First 1 | New-AuthleteClient")]
    [InlineData("New-AuthleteClient -InputObject 5")]
    public void An_object_of_another_type_is_refused(string script)
    {
        Assert.Equal("WrongObject", Session.RunError(script).Id());
    }

    [Theory]
    [InlineData("[Authlete.ApiClient.Json.JsonView]::Parse('[{\"clientName\":\"a\"}]') | New-AuthleteClient")]
    [InlineData("[Authlete.ApiClient.Json.JsonView]::Parse('\"x\"') | New-AuthleteService")]
    public void An_untyped_view_that_is_no_object_is_refused_as_its_text_is(string script)
    {
        var calls = Sandbox.CallsDuring(() => Assert.Equal("WrongJsonType", Session.RunError(script).Id()));

        Assert.Empty(calls);
    }

    [Fact]
    public void A_flattened_object_is_refused_by_the_field_that_is_flat()
    {
        var error = Session.RunError(
            "[pscustomobject]@{ clientName = 'x'; clientNames = 'Authlete.ApiClient.Models.TaggedValue' } | New-AuthleteClient"
        );

        Assert.Equal("WrongJsonType", error.Id());
        Assert.Contains("clientNames: ", error.Message(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_untyped_view_is_sent_with_all_its_digits()
    {
        Session.Set("json", """{"clientName":"a","n":1e0,"o":1e400}""");

        var calls = Sandbox.CallsDuring(() => Session.Run("[Authlete.ApiClient.Json.JsonView]::Parse($json) | New-AuthleteClient"));

        Assert.Equal("""{"clientName":"a","n":1e0,"o":1e400}""", Assert.Single(calls).Body);
    }

    [Fact]
    public void A_byte_order_mark_before_the_JSON_is_no_part_of_it()
    {
        Assert.Equal("a", Session.RunSingle("([char]0xFEFF + '{\"clientName\":\"a\"}' | New-AuthleteClient).ClientName").ToString());
    }

    [Theory]
    [InlineData("New-AuthleteService -SupportedScopes @{ Name = 'a'; Descriptions = @{ ja = 'x' }; Attributes = @{ k = 'v' } }")]
    [InlineData(
        "New-AuthleteService -InputObject @{ SupportedScopes = @(@{ name = 'a'; descriptions = @{ ja = 'x' }; attributes = @{ k = 'v' } }) }"
    )]
    [InlineData(
        "[pscustomobject]@{ SupportedScopes = [pscustomobject]@{ name = 'a'; descriptions = @{ ja = 'x' }; attributes = @(@{ key = 'k'; value = 'v' }) } } | New-AuthleteService"
    )]
    public void The_members_of_an_object_accept_the_same_forms_as_parameters(string script)
    {
        var scope = Session.SentBody(Sandbox, "/service/create", script)["supportedScopes"]![0]!;

        Assert.Equal(
            """{"name":"a","descriptions":[{"tag":"ja","value":"x"}],"attributes":[{"key":"k","value":"v"}]}""",
            "{"
                + string.Join(
                    ",",
                    new[] { "name", "descriptions", "attributes" }.Select(name => $"\"{name}\":{scope[name]!.ToJsonString()}")
                )
                + "}"
        );
    }

    [Theory]
    [InlineData("New-AuthleteService -SupportedScopes @{ name = 5 }", "name: a string is expected, but it is a number.")]
    [InlineData(
        "New-AuthleteClient -Extension @{ accessTokenDuration = 'long' }",
        "accessTokenDuration: a number is expected, but it is a string."
    )]
    [InlineData("New-AuthleteClient -InputObject @{ clientName = @{ a = 1 } }", "clientName: a string is expected, but it is an object.")]
    public void The_members_of_an_object_are_checked(string script, string message)
    {
        Assert.Contains(message, Session.RunError(script).Message(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("New-AuthletePkce", "AuthletePkce")]
    [InlineData("Get-AuthleteConnection", "AuthleteConnection")]
    [InlineData("Get-AuthleteServerInfo", "InfoResponse")]
    [InlineData("Get-AuthleteService -First 1", "Service")]
    public void No_client_is_created_from_another_type_of_object_of_this_module(string source, string type)
    {
        string[] ways =
        [
            source,
            $"{source} | Select-Object *",
            $"[Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize(({source})))",
        ];

        Assert.All(
            ways,
            way =>
            {
                var calls = Sandbox.CallsDuring(() =>
                {
                    var error = Session.RunError($"{way} | New-AuthleteClient");
                    Assert.Equal("WrongObject", error.Id());
                    Assert.Contains(type, error.Message(), StringComparison.Ordinal);
                });
                Assert.DoesNotContain(calls, call => call.Path.EndsWith("/create", StringComparison.Ordinal));
            }
        );
    }

    [Theory]
    [InlineData("$null | New-AuthleteClient")]
    [InlineData("New-AuthleteClient -InputObject $null")]
    [InlineData("New-AuthleteService -InputObject $null -ServiceName S")]
    public void Null_makes_no_blank_object(string script)
    {
        Assert.Empty(Sandbox.CallsDuring(() => Assert.NotEmpty(Session.TryRun(script).Errors)));
    }

    [Fact]
    public void A_name_that_is_half_a_character_is_no_exception()
    {
        Assert.Equal(
            "WrongJsonType",
            Session.RunError("'{\"ClientName\":\"x\",\"\\ud800aaaaaaaaaaaaaaaaaaaa\":1}' | New-AuthleteClient").Id()
        );
    }

    [Fact]
    public void WhatIf_creates_nothing()
    {
        Assert.Empty(
            Sandbox.CallsDuring(() =>
                Session.Run(
                    "New-AuthleteService -ServiceName S -SupportedResponseTypes CODE -WhatIf; '{\"clientName\":\"c\"}' | New-AuthleteClient -WhatIf"
                )
            )
        );
    }
}
