using System;
using System.Linq;
using System.Management.Automation;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using Authlete.Sandbox;
using Xunit;

namespace Authlete.PowerShell.Tests.Cmdlets;

/// <summary>Changing a whole object: what is not said stays, and nobody's change is lost.</summary>
public sealed class SetClientTests(NewerServerFixture fixture) : EngineTests<NewerServerFixture>(fixture)
{
    private const string New = "$client = New-AuthleteClient -ClientName Shop -Description before -Contacts a@example.com, b@example.com -PkceRequired $true; ";

    [Fact]
    public void Only_what_is_given_changes()
    {
        Session.Run(New);
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
    [InlineData("-ClientType $null", "clientType", null)]
    [InlineData("-DefaultMaxAge ([TimeSpan]::FromHours(1))", "defaultMaxAge", "3600")]
    [InlineData("-ClientNames @{ ja = 'A' }", "clientNames", """[{"tag":"ja","value":"A"}]""")]
    [InlineData("-Attributes @{ a = '1' }", "attributes", """[{"key":"a","value":"1"}]""")]
    [InlineData("-CustomMetadata @{ a = 1 }", "customMetadata", "\"{\\u0022a\\u0022:1}\"")]
    public void Null_removes_a_field_and_an_empty_list_is_sent(string parameter, string field, string? expected)
    {
        Session.Run(New + "Set-AuthleteClient $client.ClientId " + parameter);

        var sent = Sandbox.LastBody("/client/update/" + Session.RunSingle("$client.ClientId"));

        Assert.Equal(expected is not null, sent.ContainsKey(field));
        Assert.Equal(expected, sent[field]?.ToJsonString());
    }

    [Fact]
    public void A_part_keeps_the_members_that_are_not_given()
    {
        Session.Run(New + "$null = Set-AuthleteClient $client.ClientId -Extension @{ refreshTokenDuration = 70 }; Set-AuthleteClient $client.ClientId -Extension @{ accessTokenDuration = 60 }");

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
    public void Where_nothing_differs_nothing_is_sent_and_the_client_is_written(string script)
    {
        Session.Run(New);

        var calls = Sandbox.CallsDuring(() => Assert.Equal("Shop", Session.RunSingle(script).Value("ClientName")));

        Assert.Equal("GET", Assert.Single(calls).Method);
    }

    [Fact]
    public void An_object_of_the_pipeline_replaces_the_one_on_the_server()
    {
        Session.Run(New);

        Assert.Equal("x", Session.RunSingle(
            "(Get-AuthleteClient $client.ClientId | ForEach-Object { $_.Description = 'x'; $_ } | Set-AuthleteClient).Description").ToString());
        Assert.Equal("both,x", Session.RunSingle(
            "(Get-AuthleteClient $client.ClientId | Set-AuthleteClient -ClientName both) | ForEach-Object { $_.ClientName + ',' + $_.Description }").ToString());
        Assert.Equal("c", Session.RunSingle(
            "(Get-AuthleteClient $client.ClientId | ForEach-Object { $_.Contacts += 'c'; $_ } | Set-AuthleteClient).Contacts[2]").ToString());
        Assert.Equal("json", Session.RunSingle(
            "((Get-AuthleteClient $client.ClientId).ToJson().Replace('\"x\"', '\"json\"') | Set-AuthleteClient).Description").ToString());
    }

    [Fact]
    public void The_object_that_was_given_stays_as_it_is()
    {
        Session.Run(New + "$null = $client | Set-AuthleteClient -Description after");

        Assert.Equal("before", Session.RunSingle("$client.Description").ToString());
    }

    [Fact]
    public async Task An_object_that_was_changed_meanwhile_is_refused_unless_forced()
    {
        var clock = new ManualClock();
        await using var sandbox = await SandboxServer.StartAsync(new SandboxOptions { TimeProvider = clock }, TestContext.Current.CancellationToken);
        using var session = EngineSession.Connected(sandbox);
        session.Run("$mine = Get-AuthleteClient $clientId; $mine.Description = 'mine'");
        clock.Advance();
        session.Run("$null = Set-AuthleteClient $clientId -Description theirs");

        var error = session.RunError("$mine | Set-AuthleteClient");

        Assert.Equal("ConcurrentChange", error.Id());
        Assert.Equal(sandbox.ConfidentialClient.ClientId.ToString(System.Globalization.CultureInfo.InvariantCulture), error.TargetObject);
        Assert.Equal("theirs", session.RunSingle("(Get-AuthleteClient $clientId).Description").ToString());
        Assert.Equal("ConcurrentChange", session.RunError("$mine | Set-AuthleteClient -WhatIf").Id());
        Assert.Equal("mine", session.RunSingle("($mine | Set-AuthleteClient -Force).Description").ToString());
    }

    [Theory]
    [InlineData("$client | ForEach-Object { [pscustomobject]@{ ClientId = $_.ClientId; Description = 'x' } } | Set-AuthleteClient", "PartialObject")]
    [InlineData("@{ clientId = $client.ClientId } | Set-AuthleteClient", "PartialObject")]
    [InlineData("'{\"clientId\":' + $client.ClientId + ',\"description\":\"x\"}' | Set-AuthleteClient", "PartialObject")]
    [InlineData("'{\"clientId\":' + $client.ClientId + ',\"description\":\"x\"}' | Set-AuthleteClient -Force", "PartialObject")]
    [InlineData("'{\"description\":\"x\"}' | Set-AuthleteClient", "PartialObject")]
    [InlineData("$client.ClientId | Set-AuthleteClient -Description x", "PartialObject")]
    [InlineData("'{\"clientId\":' + $client.ClientId + ',\"modifiedAt\":1}' | Set-AuthleteClient -Force", "PartialObject")]
    [InlineData("[Authlete.ApiClient.Models.Client]::new() | ForEach-Object { $_.SetMember('clientId', $client.ClientId); $_.SetMember('modifiedAt', (Invoke-AuthleteApi \"/client/get/$($client.ClientId)\").modifiedAt); $_ } | Set-AuthleteClient -Force", "PartialObject")]
    [InlineData("Get-AuthleteService -First 1 | Set-AuthleteClient", "WrongObject")]
    [InlineData("$client | Set-AuthleteService", "WrongObject")]
    [InlineData("'not JSON' | Set-AuthleteClient", "InputNotJson")]
    [InlineData("'{' | Set-AuthleteClient", "InputNotJson")]
    [InlineData("'[]' | Set-AuthleteClient", "WrongJsonType")]
    [InlineData("$client.ToJson().Replace('\"before\"', '7') | Set-AuthleteClient", "WrongJsonType")]
    public void What_would_empty_a_client_is_refused(string script, string id)
    {
        Session.Run(New);

        var calls = Sandbox.CallsDuring(() => Assert.Equal(id, Session.RunError(script).Id()));

        Assert.All(calls, call => Assert.Equal("GET", call.Method));
    }

    [Theory]
    [InlineData("'{\"redirectUris\":\"https://a.example/\"}'", "redirectUris: an array is expected, and a string came.")]
    [InlineData("'{\"clientNames\":[{\"tag\":\"ja\",\"value\":3}]}'", "clientNames[0].value: a string is expected, and a number came.")]
    [InlineData("'{\"extension\":{\"accessTokenDuration\":\"60\"}}'", "extension.accessTokenDuration: a number is expected, and a string came.")]
    [InlineData("'{\"pkceRequired\":1}'", "pkceRequired: true or false is expected, and a number came.")]
    [InlineData("'{\"ClientName\":\"x\"}'", "in the API's JSON this is clientName")]
    [InlineData("'[{}]'", "not an object")]
    public void JSON_of_a_wrong_type_says_which_field_what_was_expected_and_what_came(string json, string message)
    {
        var error = Session.RunError("New-AuthleteClient -InputObject " + json);

        Assert.Equal("WrongJsonType", error.Id());
        Assert.Contains(message, error.Message(), StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIf_shows_each_property_with_both_values_and_no_secret()
    {
        var host = new CapturingHost();
        using var session = EngineSession.Connected(Sandbox, host);
        session.Run("$created = Invoke-AuthleteApi /client/create POST -Body '{\"clientName\":\"Newer\",\"newSecret\":\"hidden-1\",\"newPart\":{\"apiToken\":\"hidden-2\",\"plain\":\"seen\"}}'");

        var calls = Sandbox.CallsDuring(() => Assert.Empty(session.Run("""
            Get-AuthleteClient $created.clientId | ForEach-Object {
                $_.newSecret = 'hidden-3'
                $_.newPart.plain = 'changed'
                $_.Description = 'new text'
                $_
            } | Set-AuthleteClient -ClientName Renamed -WhatIf
            """)));

        Assert.All(calls, call => Assert.Equal("GET", call.Method));
        var text = host.Text;
        Assert.Contains("clientName: \"Newer\" -> \"Renamed\"", text, StringComparison.Ordinal);
        Assert.Contains("description: (absent) -> \"new text\"", text, StringComparison.Ordinal);
        Assert.Contains("newSecret: *** -> ***", text, StringComparison.Ordinal);
        Assert.Contains("newPart: *** -> ***", text, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-RedirectUris ($many + 'https://evil.example/cb')", "redirectUris: + \"https://evil.example/cb\"")]
    [InlineData("-RedirectUris ($many | Where-Object { $_ -notlike '*/3/*' })", "redirectUris: - \"https://client.example.com/a/rather/long/path/3/callback\"")]
    [InlineData("-Extension @{ accessTokenDuration = 60 }", "extension.accessTokenDuration: 0 -> 60")]
    [InlineData("-Description ('x' * 190 + 'END')", "END\"")]
    [InlineData("-CustomMetadata @{ plain = 'hidden-0'; client_secret = 'hidden-1'; inner = @{ a = 'hidden-4' } }", "customMetadata: (absent) -> ")]
    [InlineData("-Attributes @{ conf = '{\"password\":\"hidden-5\"}'; 'api-credential' = 'hidden-6' }", "{\"key\":\"api-credential\",\"value\":\"***\"}")]
    [InlineData("-JwksUri 'https://user:hidden-7@keys.example.com/'", "https://***@keys.example.com/")]
    [InlineData("-Attributes @{ password = 'hidden-2'; plain = 'seen' }", "\"value\":\"seen\"")]
    [InlineData("-TrustChainExpiresAt '2040-01-02T03:04:05Z'", "trustChainExpiresAt: (none) -> 2040-01-02T03:04:05Z")]
    [InlineData("-Jwks @{ keys = @(@{ kty = 'oct'; k = 'hidden-3' }) }", "jwks: (absent) -> ***")]
    public void WhatIf_shows_what_is_different_however_long_the_rest(string parameter, string expected)
    {
        var host = new CapturingHost();
        using var session = EngineSession.Connected(Sandbox, host);
        session.Run("""
            $many = 1..6 | ForEach-Object { "https://client.example.com/a/rather/long/path/$_/callback" }
            $client = New-AuthleteClient -ClientName Long -RedirectUris $many -Description ('x' * 190)
            """);

        session.Run("Set-AuthleteClient $client.ClientId -WhatIf " + parameter);

        Assert.Contains(expected, host.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", host.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Null_on_an_object_of_the_pipeline_removes_the_field()
    {
        Session.Run(New + "$null = Get-AuthleteClient $client.ClientId | ForEach-Object { $_.Description = $null; $_.ClientName = $null; $_.DefaultMaxAge = $null; $_ } | Set-AuthleteClient");

        var sent = Sandbox.LastBody("/client/update/" + Session.RunSingle("$client.ClientId"));

        Assert.False(sent.ContainsKey("description"));
        Assert.False(sent.ContainsKey("clientName"));
        Assert.False(sent.ContainsKey("defaultMaxAge"));
    }

    [Fact]
    public void An_empty_text_that_was_there_before_stays()
    {
        Session.Run(New + "$null = Set-AuthleteClient $client.ClientId -Description ''; $null = Get-AuthleteClient $client.ClientId | Set-AuthleteClient -ClientName Other");

        Assert.Equal("", (string?)Sandbox.LastBody("/client/update/" + Session.RunSingle("$client.ClientId"))["description"]);
    }

    [Fact]
    public void JSON_without_what_the_server_assigns_is_whole_but_can_not_be_told_to_be_the_latest()
    {
        Session.Run(New + "foreach ($name in 'number', 'serviceNumber', 'createdAt', 'modifiedAt') { $client.RemoveMember($name) }; $client.Description = 'from a file'; $json = $client.ToJson()");

        Assert.Equal("ConcurrentChange", Session.RunError("$json | Set-AuthleteClient").Id());
        Assert.Equal("from a file", Session.RunSingle("($json | Set-AuthleteClient -Force).Description").ToString());
    }

    [Fact]
    public void What_the_server_assigns_goes_back_as_the_server_has_it()
    {
        Session.Run(New + "$secret = $client.ClientSecret; $client.SetMember('clientSecret', 'mine'); $client.SetMember('number', 0); $client.Description = 'x'");

        var result = Session.TryRun("$client | Set-AuthleteClient");

        Assert.Equal(["clientSecret", "number"], result.Warnings.Select(warning => warning.Split(':')[0]).Order(StringComparer.Ordinal));
        var sent = Sandbox.LastBody("/client/update/" + Session.RunSingle("$client.ClientId"));
        Assert.Equal(Session.RunSingle("$secret").ToString(), (string?)sent["clientSecret"]);
        Assert.NotEqual(0, (int?)sent["number"]);
    }

    [Fact]
    public void JSON_in_a_text_that_is_only_spelled_otherwise_is_no_difference()
    {
        Session.Run("$null = Set-AuthleteService $serviceApiKey -SupportedCustomClientMetadata a, b; $client = New-AuthleteClient -CustomMetadata '{\"a\":1,\"b\":2}'");

        var calls = Sandbox.CallsDuring(() => Session.Run("Set-AuthleteClient $client.ClientId -CustomMetadata '{ \"b\": 2, \"a\": 1.0 }'"));

        Assert.All(calls, call => Assert.Equal("GET", call.Method));
    }

    [Fact]
    public void An_untyped_object_is_whole_as_well()
    {
        Session.Run(New);

        Assert.Equal("x", Session.RunSingle(
            "(Invoke-AuthleteApi \"/client/get/$($client.ClientId)\" | ForEach-Object { $_.description = 'x'; $_ } | Set-AuthleteClient).Description").ToString());
    }

    [Fact]
    public void Scopes_in_another_order_are_no_difference()
    {
        Session.Run("$service = New-AuthleteService -ServiceName Ordered -SupportedResponseTypes CODE -SupportedScopes @{ name = 'b' }, @{ name = 'a' }");

        var calls = Sandbox.CallsDuring(() => Session.Run(
            "$scopes = @((Get-AuthleteService $service.ApiKey).SupportedScopes); Set-AuthleteService $service.ApiKey -SupportedScopes $scopes[1], $scopes[0]"));

        Assert.All(calls, call => Assert.Equal("GET", call.Method));
    }

    [Fact]
    public void Text_that_was_empty_before_or_is_of_a_field_not_known_stays_empty_text()
    {
        Session.Run(New + "$client = Set-AuthleteClient $client.ClientId -Extension @{ future = 'x' } -LogoUri ''; $client.SetMember('newText', ''); $client.Description = 'x'");

        Session.Run("$null = $client | Set-AuthleteClient");

        var sent = Sandbox.LastBody("/client/update/" + Session.RunSingle("$client.ClientId"));
        Assert.Equal("", (string?)sent["newText"]);
        Assert.Equal("", (string?)sent["logoUri"]);
    }

    [Fact]
    public void What_the_server_leaves_as_it_was_is_a_warning()
    {
        var result = Session.TryRun(New + "Set-AuthleteClient $client.ClientId -Locked $true -Description x");

        Assert.Empty(result.Errors);
        Assert.StartsWith("locked: the server has kept", Assert.Single(result.Warnings), StringComparison.Ordinal);
        Assert.Equal("x", Assert.Single(result.Output).Text("Description"));
    }

    [Theory]
    [InlineData("-RedirectUris @()")]
    [InlineData("-LogoUri ''")]
    [InlineData("-PkceRequired $null")]
    [InlineData("-ClientNames @{ ja = 'x' }")]
    [InlineData("-CustomMetadata '{ \"b\": 2 }'")]
    [InlineData("-Extension @{ accessTokenDuration = 60 }")]
    public void What_the_server_takes_or_has_no_other_way_to_say_is_none(string parameter)
    {
        Session.Run(New + "$null = Set-AuthleteService $serviceApiKey -SupportedCustomClientMetadata a, b");

        var result = Session.TryRun("Set-AuthleteClient $client.ClientId " + parameter);

        Assert.Empty(result.Errors);
        Assert.Empty(result.Warnings);
    }

    [Theory]
    [InlineData("Set-AuthleteClient $client.ClientId -Extension @{ accesTokenDuration = 5 }", "extension.accesTokenDuration")]
    [InlineData("New-AuthleteClient -InputObject @{ clientNam = 'x' }", "clientNam")]
    [InlineData("New-AuthleteService -MtlsEndpointAliases @{ token_endpoint = 'https://m.example.com/token' }", "mtlsEndpointAliases.token_endpoint")]
    public void A_field_that_the_module_does_not_know_in_what_a_person_wrote_is_a_warning(string script, string path)
    {
        Session.Run(New);

        Assert.StartsWith(path + ":", Assert.Single(Session.TryRun(script).Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_server_that_takes_empty_for_nothing_is_no_warning()
    {
        for (var i = 0; i < 2; i++)
        {
            Sandbox.Faults.Enqueue(Fault.Status(200, """{"clientId":81}"""), i == 0 ? "/client/get/81" : "/client/update/81");
        }

        var result = Session.TryRun("Set-AuthleteClient 81 -RedirectUris @() -Description ''");

        Assert.Empty(result.Errors);
        Assert.Empty(result.Warnings);
    }

    [Fact]
    public void A_field_of_a_later_server_goes_there_and_back()
    {
        const string json = """
            {"clientName":"Newer","newField":"later","newNumber":12345678901234567890.12345678901234567890,"newNull":null,"newEmpty":[],
             "extension":{"newInExtension":"known"},"clientNames":[{"tag":"ja","value":"x","newInTag":1E+2}],"grantTypes":["BRAND_NEW"]}
            """;
        Session.Set("json", json);
        Sandbox.Faults.Enqueue(Fault.Status(200, json.Replace("{\"clientName\"", "{\"clientId\":77,\"clientName\"", StringComparison.Ordinal)), "/client/get/77");

        Session.TryRun("Set-AuthleteClient -ClientId 77 -Description changed");

        var sent = Sandbox.Calls.Last(call => call.Path.EndsWith("/client/update/77", StringComparison.Ordinal)).Body;
        Assert.Contains("\"newNumber\":12345678901234567890.12345678901234567890", sent, StringComparison.Ordinal);
        Assert.Contains("\"newInTag\":1E+2", sent, StringComparison.Ordinal);
        var expected = JsonNode.Parse(json)!.AsObject();
        expected["clientId"] = 77;
        expected["description"] = "changed";
        Assert.True(JsonNode.DeepEquals(expected, JsonNode.Parse(sent)), sent);
    }

    [Theory]
    [InlineData("Set-AuthleteClient 99 -Description x", "A027201", ErrorCategory.ObjectNotFound, "99")]
    [InlineData("Set-AuthleteService 99 -Description x", "A035201", ErrorCategory.ObjectNotFound, "99")]
    public void One_that_is_not_there_is_an_error(string script, string id, ErrorCategory category, string target)
    {
        var error = Session.RunError(script);

        Assert.Equal(id, error.Id());
        Assert.Equal(category, error.CategoryInfo.Category);
        Assert.Equal(target, error.TargetObject);
    }

    [Fact]
    public void An_alias_that_is_taken_is_an_error_and_the_others_go_on()
    {
        Session.Run("""
            $first = New-AuthleteClient -ClientIdAlias taken
            $second = New-AuthleteClient -ClientName second
            $third = New-AuthleteClient -ClientName third
            """);

        var result = Session.TryRun("$second.ClientIdAlias = 'taken'; $third.ClientIdAlias = 'free'; $second, $third | Set-AuthleteClient");

        Assert.Equal("A030601", Assert.Single(result.Errors).Id());
        Assert.Equal("free", Assert.Single(result.Output).Value("ClientIdAlias"));
    }

    [Fact]
    public void The_input_and_the_id_exclude_each_other()
    {
        Assert.NotEmpty(Session.TryRun("Set-AuthleteClient -ClientId 1 -InputObject '{}'").Errors);
        Assert.NotEmpty(Session.TryRun("Set-AuthleteClient -ClientId 1 -Force").Errors);
        Assert.NotEmpty(Session.TryRun("$null | Set-AuthleteClient").Errors);
    }
}
