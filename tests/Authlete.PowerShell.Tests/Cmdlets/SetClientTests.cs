using System;
using System.Linq;
using System.Text.Json.Nodes;
using Authlete.Sandbox;
using Xunit;

namespace Authlete.PowerShell.Tests.Cmdlets;

/// <summary>Changes a complete object. Settings that aren't specified are kept.</summary>
public sealed class SetClientTests(NewerServerFixture fixture) : EngineTests<NewerServerFixture>(fixture)
{
    [Fact]
    public void A_client_is_changed_by_its_alias_too()
    {
        var alias = Session.RunSingle(
            "New-AuthleteClient -ClientIdAlias by-alias -ClientIdAliasEnabled $true | ForEach-Object { Set-AuthleteClient by-alias -Description mine; Get-AuthleteClient $_.ClientId } | Select-Object -Last 1"
        );

        Assert.Equal("mine", alias.Value("Description"));
    }

    [Fact]
    public void Only_the_specified_settings_change()
    {
        Session.Run(Scripts.NewClient);
        var before = JsonNode.Parse(Session.RunSingle("$client.ToJson()").ToString())!.AsObject();

        var changed = Session.RunSingle("Set-AuthleteClient -ClientId $client.ClientId -Description after");

        Assert.Equal("Authlete.ApiClient.Models.Client", changed.TypeName());
        Assert.Equal("after", changed.Value("Description"));
        var sent = Sandbox.LastBody("/client/update/" + Session.RunSingle("$client.ClientId"));
        Assert.Equal("after", (string?)sent["description"]);
        sent["description"] = "before";
        Assert.True(JsonNode.DeepEquals(before, sent), sent.ToJsonString());
    }

    [Theory]
    [InlineData("-Description $null", "description", null)]
    [InlineData("-Description ''", "description", "\"\"")]
    [InlineData("-Contacts $null", "contacts", null)]
    [InlineData("-Contacts @()", "contacts", "[]")]
    [InlineData("-Contact c@example.com", "contacts", """["c@example.com"]""")]
    [InlineData("-PkceRequired $false", "pkceRequired", "false")]
    [InlineData("-ClientType confidential", "clientType", "\"CONFIDENTIAL\"")]
    [InlineData("-DefaultMaxAge ([TimeSpan]::FromHours(1))", "defaultMaxAge", "3600")]
    [InlineData("-ClientNames @{ ja = 'A' }", "clientNames", """[{"tag":"ja","value":"A"}]""")]
    [InlineData("-Attributes @{ a = '1' }", "attributes", """[{"key":"a","value":"1"}]""")]
    [InlineData("-CustomMetadata @{ a = 1 }", "customMetadata", "\"{\\u0022a\\u0022:1}\"")]
    public void Null_removes_a_field_and_an_empty_list_is_sent(string parameter, string field, string? expected)
    {
        Session.Run(Scripts.NewClient + "Set-AuthleteClient $client.ClientId " + parameter);

        var sent = Sandbox.LastBody("/client/update/" + Session.RunSingle("$client.ClientId"));

        Assert.Equal(expected is not null, sent.ContainsKey(field));
        Assert.Equal(expected, sent[field]?.ToJsonString());
    }

    [Fact]
    public void Null_for_a_field_with_a_default_is_sent_once_and_then_rests()
    {
        Session.Run("$client = New-AuthleteClient -ClientType CONFIDENTIAL -TokenAuthMethod CLIENT_SECRET_BASIC");

        var calls = Sandbox.CallsDuring(() =>
            Session.Run("1..2 | ForEach-Object { Set-AuthleteClient $client.ClientId -ClientType $null -TokenAuthMethod $null }")
        );

        var sent = JsonNode.Parse(Assert.Single(calls, call => call.Method == "POST").Body!)!.AsObject();
        Assert.False(sent.ContainsKey("clientType"));
        Assert.False(sent.ContainsKey("tokenAuthMethod"));
    }

    [Theory]
    [InlineData("-SupportedScopes @(@{ name = 'alpha'; description = 'a' })")]
    [InlineData("-SupportedScopes @{ name = 'b'; attributes = @{ x = '1'; y = '2' } }, @{ Name = 'a'; DefaultEntry = $false }")]
    [InlineData("-SupportedScopes @{ name = 'a'; description = ''; descriptions = @() }")]
    [InlineData("-SupportedGrantTypes IMPLICIT, AUTHORIZATION_CODE -SupportedAcrs b, a")]
    [InlineData("-SupportedDisplays $null -SupportedClaimTypes $null")]
    [InlineData("-MtlsEndpointAliases @{ name = 'z'; uri = 'https://z.example.com/' }, @{ name = 'a'; uri = 'https://a.example.com/' }")]
    public void The_same_change_again_sends_nothing_and_warns_of_nothing(string parameters)
    {
        Session.Run("$service = New-AuthleteService -ServiceName s -Issuer 'https://s.example.com' -SupportedResponseTypes CODE");

        var first = Session.TryRun("Set-AuthleteService $service.ApiKey " + parameters);
        var calls = Sandbox.CallsDuring(() =>
        {
            var second = Session.TryRun("Set-AuthleteService $service.ApiKey " + parameters);
            Assert.Empty(first.Errors.Concat(second.Errors));
            Assert.Empty(first.Warnings.Concat(second.Warnings));
        });

        Assert.Equal("GET", Assert.Single(calls).Method);
    }

    [Fact]
    public void A_nested_object_keeps_the_members_that_are_not_specified()
    {
        Session.Run(
            Scripts.NewClient
                + "$null = Set-AuthleteClient $client.ClientId -Extension @{ refreshTokenDuration = 70 }; Set-AuthleteClient $client.ClientId -Extension @{ accessTokenDuration = 60 }"
        );

        var extension = Sandbox.LastBody("/client/update/" + Session.RunSingle("$client.ClientId"))["extension"]!;

        Assert.Equal(60, (int?)extension["accessTokenDuration"]);
        Assert.Equal(70, (int?)extension["refreshTokenDuration"]);
        Assert.False((bool?)extension["requestableScopesEnabled"]);
    }

    [Theory]
    [InlineData("Set-AuthleteClient $client.ClientId")]
    [InlineData("Set-AuthleteClient $client.ClientId -Description before")]
    [InlineData("$client | Set-AuthleteClient")]
    [InlineData("$client | Set-AuthleteClient -ClientName Shop -Contacts a@example.com, b@example.com")]
    [InlineData("$client.ToJson() | Set-AuthleteClient")]
    public void If_nothing_differs_nothing_is_sent_and_the_client_is_written(string script)
    {
        Session.Run(Scripts.NewClient);

        var calls = Sandbox.CallsDuring(() => Assert.Equal("Shop", Session.RunSingle(script).Value("ClientName")));

        Assert.Equal("GET", Assert.Single(calls).Method);
    }

    [Fact]
    public void An_object_of_the_pipeline_replaces_the_one_on_the_server()
    {
        Session.Run(Scripts.NewClient);

        Assert.Equal(
            "x",
            Session
                .RunSingle(
                    "(Get-AuthleteClient $client.ClientId | ForEach-Object { $_.Description = 'x'; $_ } | Set-AuthleteClient).Description"
                )
                .ToString()
        );
        Assert.Equal(
            "both,x",
            Session
                .RunSingle(
                    "(Get-AuthleteClient $client.ClientId | Set-AuthleteClient -ClientName both) | ForEach-Object { $_.ClientName + ',' + $_.Description }"
                )
                .ToString()
        );
        Assert.Equal(
            "c",
            Session
                .RunSingle(
                    "(Get-AuthleteClient $client.ClientId | ForEach-Object { $_.Contacts += 'c'; $_ } | Set-AuthleteClient).Contacts[2]"
                )
                .ToString()
        );
        Assert.Equal(
            "json",
            Session
                .RunSingle("((Get-AuthleteClient $client.ClientId).ToJson().Replace('\"x\"', '\"json\"') | Set-AuthleteClient).Description")
                .ToString()
        );
    }

    [Fact]
    public void The_input_object_is_not_modified()
    {
        Session.Run(Scripts.NewClient + "$null = $client | Set-AuthleteClient -Description after");

        Assert.Equal("before", Session.RunSingle("$client.Description").ToString());
    }

    [Fact]
    public void Null_on_an_object_of_the_pipeline_removes_the_field()
    {
        Session.Run(
            Scripts.NewClient
                + "$null = Get-AuthleteClient $client.ClientId | ForEach-Object { $_.Description = $null; $_.ClientName = $null; $_.DefaultMaxAge = $null; $_ } | Set-AuthleteClient"
        );

        var sent = Sandbox.LastBody("/client/update/" + Session.RunSingle("$client.ClientId"));

        Assert.False(sent.ContainsKey("description"));
        Assert.False(sent.ContainsKey("clientName"));
        Assert.False(sent.ContainsKey("defaultMaxAge"));
    }

    [Fact]
    public void An_empty_text_that_was_there_before_stays()
    {
        Session.Run(
            Scripts.NewClient
                + "$null = Set-AuthleteClient $client.ClientId -Description ''; $null = Get-AuthleteClient $client.ClientId | Set-AuthleteClient -ClientName Other"
        );

        Assert.Equal("", (string?)Sandbox.LastBody("/client/update/" + Session.RunSingle("$client.ClientId"))["description"]);
    }

    [Fact]
    public void JSON_in_a_text_that_is_only_spelled_otherwise_is_no_difference()
    {
        Session.Run(
            "$null = Set-AuthleteService $serviceApiKey -SupportedCustomClientMetadata a, b; $client = New-AuthleteClient -CustomMetadata '{\"a\":1,\"b\":2}'"
        );

        var calls = Sandbox.CallsDuring(() =>
            Session.Run("Set-AuthleteClient $client.ClientId -CustomMetadata '{ \"b\": 2, \"a\": 1.0 }'")
        );

        Assert.All(calls, call => Assert.Equal("GET", call.Method));
    }

    [Fact]
    public void An_untyped_object_is_whole_as_well()
    {
        Session.Run(Scripts.NewClient);

        Assert.Equal(
            "x",
            Session
                .RunSingle(
                    "(Invoke-AuthleteApi \"/client/get/$($client.ClientId)\" | ForEach-Object { $_.description = 'x'; $_ } | Set-AuthleteClient).Description"
                )
                .ToString()
        );
    }

    [Fact]
    public void Scopes_in_another_order_are_no_difference()
    {
        Session.Run(
            "$service = New-AuthleteService -ServiceName Ordered -SupportedResponseTypes CODE -SupportedScopes @{ name = 'b' }, @{ name = 'a' }"
        );

        var calls = Sandbox.CallsDuring(() =>
            Session.Run(
                "$scopes = @((Get-AuthleteService $service.ApiKey).SupportedScopes); Set-AuthleteService $service.ApiKey -SupportedScopes $scopes[1], $scopes[0]"
            )
        );

        Assert.All(calls, call => Assert.Equal("GET", call.Method));
    }

    [Fact]
    public void Text_that_was_already_empty_or_belongs_to_an_unknown_field_stays_empty()
    {
        Session.Run(
            Scripts.NewClient
                + "$client = Set-AuthleteClient $client.ClientId -Extension @{ future = 'x' } -LogoUri ''; $client.SetMember('newText', ''); $client.Description = 'x'"
        );

        Session.Run("$null = $client | Set-AuthleteClient");

        var sent = Sandbox.LastBody("/client/update/" + Session.RunSingle("$client.ClientId"));
        Assert.Equal("", (string?)sent["newText"]);
        Assert.Equal("", (string?)sent["logoUri"]);
    }

    [Fact]
    public void A_field_of_a_newer_server_survives_a_round_trip()
    {
        const string json = """
            {"clientId":77,"createdAt":1,"clientIdAliasEnabled":true,"defaultMaxAge":0,"clientName":"Newer","newField":"later","newNumber":12345678901234567890.12345678901234567890,"newNull":null,"newEmpty":[],
             "extension":{"newInExtension":"known"},"clientNames":[{"tag":"ja","value":"x","newInTag":1E+2}],"grantTypes":["BRAND_NEW"]}
            """;
        Sandbox.Faults.Enqueue(Fault.Status(200, json), "/client/get/77");

        Session.TryRun("Set-AuthleteClient -ClientId 77 -Description changed");

        var sent = Sandbox.Calls.Last(call => call.Path.EndsWith("/client/update/77", StringComparison.Ordinal)).Body;
        Assert.Contains("\"newNumber\":12345678901234567890.12345678901234567890", sent, StringComparison.Ordinal);
        Assert.Contains("\"newInTag\":1E+2", sent, StringComparison.Ordinal);
        var expected = JsonNode.Parse(json)!.AsObject();
        expected["description"] = "changed";
        Assert.True(JsonNode.DeepEquals(expected, JsonNode.Parse(sent)), sent);
    }
}
