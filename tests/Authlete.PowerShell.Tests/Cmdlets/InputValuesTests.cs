using System;
using System.Text.Json.Nodes;
using Xunit;

namespace Authlete.PowerShell.Tests.Cmdlets;

/// <summary>User input is converted to the intended value or rejected, but never converted to another value.</summary>
public sealed partial class InputValuesTests(SandboxFixture fixture) : EngineTests(fixture)
{
    [Theory]
    [InlineData("-Attributes @(@{ Key = 'k'; Value = 'x' })", "attributes", """[{"key":"k","value":"x"}]""")]
    [InlineData("-Attributes @{ KEY = 'k'; value = 'x' }", "attributes", """[{"key":"k","value":"x"}]""")]
    [InlineData(
        "-Attributes ([pscustomobject]@{ Key = 'k'; Value = 'x' }, [pscustomobject]@{ Key = 'l'; Value = 'y' })",
        "attributes",
        """[{"key":"k","value":"x"},{"key":"l","value":"y"}]"""
    )]
    [InlineData("-Attributes (@{ a = '1' }.GetEnumerator() | ForEach-Object { $_ })", "attributes", """[{"key":"a","value":"1"}]""")]
    [InlineData("-Attributes @{ a = '1', '2' }", "attributes", """[{"key":"a","value":"1"},{"key":"a","value":"2"}]""")]
    [InlineData(
        "-Attributes (@((New-AuthleteClient -Attributes ([ordered]@{ a = '1'; b = '2'; c = '3' })).Attributes) | Where-Object { $_.Key -ne 'a' })",
        "attributes",
        """[{"key":"b","value":"2"},{"key":"c","value":"3"}]"""
    )]
    [InlineData(
        "-Attributes (@((New-AuthleteClient -Attributes @{ a = '1' }).Attributes) + @{ key = 'z'; value = '9' })",
        "attributes",
        """[{"key":"a","value":"1"},{"key":"z","value":"9"}]"""
    )]
    [InlineData(
        "-ClientNames @(@{ Tag = 'ja'; Value = 'x' }, @{ Tag = 'en'; Value = 'y' })",
        "clientNames",
        """[{"tag":"ja","value":"x"},{"tag":"en","value":"y"}]"""
    )]
    [InlineData(
        "-Extension ([ordered]@{ RequestableScopes = 'openid'; accessTokenDuration = [TimeSpan]::FromMinutes(1) })",
        "extension",
        """{"requestableScopes":["openid"],"accessTokenDuration":60}"""
    )]
    [InlineData("-RedirectUris ([uri]'https://a.example/cb?x=%20')", "redirectUris", """["https://a.example/cb?x=%20"]""")]
    [InlineData("-DefaultMaxAge '90'", "defaultMaxAge", "90")]
    [InlineData("-DefaultMaxAge '00:01:30'", "defaultMaxAge", "90")]
    [InlineData("-Extension '{\"m\":1e0,\"n\":-0.0,\"o\":1e400}'", "extension", """{"m":1e0,"n":-0.0,"o":1e400}""")]
    [InlineData(
        "-InputObject @{ attributes = @(@{ key = 'a'; value = 'b'; future = 1 }) }",
        "attributes",
        """[{"key":"a","value":"b","future":1}]"""
    )]
    [InlineData("-ClientNames @(@{ tag = 'ja'; value = 'x'; future = 1 })", "clientNames", """[{"tag":"ja","value":"x","future":1}]""")]
    [InlineData(
        "-Attributes ([Authlete.ApiClient.Json.JsonView]::Parse('{\"v\":[{\"key\":\"a\",\"value\":\"b\",\"future\":1e0}]}').GetMember('v'))",
        "attributes",
        """[{"key":"a","value":"b","future":1e0}]"""
    )]
    [InlineData(
        "-Attributes ([Authlete.ApiClient.Json.JsonView]::Parse('[{\"key\":\"a\",\"value\":\"b\"}]'))",
        "attributes",
        """[{"key":"a","value":"b"}]"""
    )]
    [InlineData("-Attributes '[{\"key\":\"a\",\"value\":\"b\"}]'", "attributes", """[{"key":"a","value":"b"}]""")]
    [InlineData(
        "-Attributes ([Authlete.ApiClient.Json.JsonView]::Parse('{\"key\":\"a\",\"env\":\"prod\"}'))",
        "attributes",
        """[{"key":"key","value":"a"},{"key":"env","value":"prod"}]"""
    )]
    [InlineData("-InputObject @{ extension = @(@{ accessTokenDuration = 5 }) }", "extension", """{"accessTokenDuration":5}""")]
    [InlineData("-InputObject @{ trustChainExpiresAt = [DateTimeOffset]'2040-01-02T03:04:05Z' }", "trustChainExpiresAt", "2209086245000")]
    [InlineData(
        "-InputObject @{ TrustChainExpiresAt = [datetime]::new(2040, 1, 2, 3, 4, 5, [DateTimeKind]::Utc) }",
        "trustChainExpiresAt",
        "2209086245000"
    )]
    [InlineData("-InputObject @{ trustChainExpiresAt = '2040-01-02T03:04:05Z' }", "trustChainExpiresAt", "2209086245000")]
    [InlineData("-InputObject @{ trustChainExpiresAt = 2209086245000 }", "trustChainExpiresAt", "2209086245000")]
    public void A_parameter_reaches_the_request_with_the_intended_value(string parameter, string field, string expected)
    {
        var sent = Session.SentBody(Sandbox, "/client/create", "New-AuthleteClient " + parameter);

        Assert.Equal(expected, sent[field]!.ToJsonString());
    }

    [Theory]
    [InlineData("New-AuthleteClient -Attributes @(@{ key = 'k'; valeu = 'x' })")]
    [InlineData("New-AuthleteClient -Attributes @{ a = @{ b = 1 } }")]
    [InlineData("New-AuthleteClient -ClientNames @{ ja = 'a', 'b' }")]
    [InlineData("New-AuthleteClient -ClientName @{ ja = 'x' }")]
    [InlineData("New-AuthleteClient -ClientName 'a', 'b'")]
    [InlineData("New-AuthleteClient -Attributes @{ since = [datetime]::Now }")]
    [InlineData("New-AuthleteClient -Extension @{}, @{}")]
    [InlineData(
        "New-AuthleteAccessToken -GrantType CLIENT_CREDENTIALS -ClientId 1 -Properties @(@{ key = 'a'; value = '1'; hiden = $true })"
    )]
    [InlineData("Invoke-AuthleteIntrospection a -ClientCertificate ./client.pem")]
    [InlineData("New-AuthleteService -SupportedScopes openid")]
    [InlineData("New-AuthleteService -SupportedScopes '5'")]
    [InlineData("New-AuthleteService -SupportedScopes 'null'")]
    [InlineData("New-AuthleteService -SupportedScopes '[\"openid\"]'")]
    [InlineData("New-AuthleteClient -Extension '[{},{}]'")]
    [InlineData("New-AuthleteAccessToken -ClientId 1 -GrantType CLIENT_CREDENTIALS -AuthorizationDetails '[{\"type\":null}]'")]
    [InlineData("New-AuthleteAccessToken -ClientId 1 -GrantType CLIENT_CREDENTIALS -AuthorizationDetails @{ type = 5 }")]
    [InlineData(
        "New-AuthleteAccessToken -ClientId 1 -GrantType CLIENT_CREDENTIALS -AuthorizationDetails @{ type = 'a'; otherFields = '[1]'; z = 1 }"
    )]
    [InlineData(
        "New-AuthleteAccessToken -ClientId 1 -GrantType CLIENT_CREDENTIALS -Properties ([Authlete.ApiClient.Json.JsonView]::Parse('{\"key\":\"a\",\"value\":\"1\",\"hidden\":\"true\"}'))"
    )]
    [InlineData(
        "New-AuthleteAccessToken -ClientId 1 -GrantType CLIENT_CREDENTIALS -AuthorizationDetails @{ type = 'a'; locations = @{ a = 1 } }"
    )]
    [InlineData("Approve-AuthleteAuthorization -Ticket a -Subject b -AuthTime 1700000000000")]
    [InlineData("New-AuthleteClient -ClientName ([pscustomobject]@{ a = 1 })")]
    [InlineData("New-AuthleteClient -RedirectUris @{ a = 'x' }")]
    [InlineData("New-AuthleteClient -RedirectUris 'https://a.example/', $null")]
    [InlineData("New-AuthleteClient -Description $client")]
    [InlineData("New-AuthleteClient -DefaultMaxAge ''")]
    [InlineData("New-AuthleteClient -DefaultMaxAge $true")]
    [InlineData("New-AuthleteClient -DefaultMaxAge '1,5'")]
    [InlineData("New-AuthleteService -UserCodeLength ''")]
    [InlineData("New-AuthleteService -AccessTokenDuration ''")]
    [InlineData("New-AuthleteAccessToken -ClientId '' -GrantType CLIENT_CREDENTIALS")]
    [InlineData(
        "New-AuthleteAccessToken -ClientId 1 -GrantType CLIENT_CREDENTIALS -Properties @{ key = 'a'; value = 'b'; hidden = 'perhaps' }"
    )]
    [InlineData("Set-AuthleteAccessToken a -AccessTokenExpiresAt '2030-01-01 10:00'")]
    [InlineData("Set-AuthleteAccessToken a -AccessTokenExpiresAt '01.02.2030'")]
    [InlineData("Set-AuthleteAccessToken a -AccessTokenExpiresAt '1,900'")]
    [InlineData("Set-AuthleteAccessToken a -AccessTokenExpiresAt ''")]
    [InlineData("Revoke-AuthleteAccessToken $client")]
    [InlineData("Remove-AuthleteAccessToken (Get-Command Get-AuthleteClient)")]
    [InlineData("Remove-AuthleteService $client -Confirm:$false")]
    [InlineData("Get-AuthleteClientRegistration 1 @{ a = 1 }")]
    [InlineData("Get-AuthleteAccessToken -Subject @{ a = 1 }")]
    [InlineData("Get-AuthleteClient -Developer @{ a = 1 }")]
    [InlineData("Get-AuthleteClientAuthorization user-1 -Developer @{ a = 1 }")]
    public void A_value_that_would_be_converted_to_another_one_is_rejected(string script)
    {
        Session.Run("$client = Get-AuthleteClient $clientId");

        var calls = Sandbox.CallsDuring(() => Assert.Equal("ParameterArgumentTransformationError", Session.RunError(script).Id()));

        Assert.Empty(calls);
    }

    [Fact]
    public void A_hidden_property_stays_hidden_however_it_is_written()
    {
        Session.Run(
            Scripts.NewToken + " -Properties @(@{ Key = 'k'; Value = 'x'; Hidden = $true }, @{ key = 'l'; value = 'y'; hidden = 'false' })"
        );

        Assert.Equal(
            """[{"key":"k","value":"x","hidden":true},{"key":"l","value":"y","hidden":false}]""",
            Sandbox.LastBody("/auth/token/create")["properties"]!.ToJsonString()
        );
    }

    [Theory]
    [InlineData("Remove-AuthleteClient $it -Confirm:$false", "/client/delete/")]
    [InlineData("Lock-AuthleteClient $it", "/client/lock_flag/update/")]
    [InlineData("Set-AuthleteClient $it -Description x", "/client/get/")]
    [InlineData("Get-AuthleteClient $it", "/client/get/")]
    public void An_object_as_an_ID_argument_specifies_its_ID(string script, string path)
    {
        Session.Run("$it = New-AuthleteClient -ClientName It");

        var calls = Sandbox.CallsDuring(() => Session.Run(script));

        Assert.EndsWith(path + Session.RunSingle("$it.ClientId"), calls[0].Path, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Revoke-AuthleteAccessToken $token -Confirm:$false")]
    [InlineData("Revoke-AuthleteAccessToken -RefreshTokenIdentifier $token -Confirm:$false")]
    [InlineData("Remove-AuthleteAccessToken ($token | Get-AuthleteAccessToken)")]
    public void An_object_as_a_token_argument_specifies_its_token(string script)
    {
        Session.Run("$token = " + Scripts.NewToken + "; $null = " + script);

        Assert.Equal("UNAUTHORIZED", Session.RunSingle("(Invoke-AuthleteIntrospection $token.AccessToken).Action").ToString());
    }

    [Theory]
    [InlineData("'2040-01-02T03:04:05Z'")]
    [InlineData("'2040-01-02T04:04:05+01:00'")]
    [InlineData("([DateTimeOffset]'2040-01-02T03:04:05Z')")]
    [InlineData("([datetime]::new(2040, 1, 2, 3, 4, 5, [DateTimeKind]::Utc))")]
    [InlineData("([DateTimeOffset]'2040-01-02T03:04:05Z').LocalDateTime")]
    [InlineData("([datetime]::SpecifyKind(([DateTimeOffset]'2040-01-02T03:04:05Z').LocalDateTime, [DateTimeKind]::Unspecified))")]
    [InlineData("2209086245000")]
    [InlineData("'2209086245000'")]
    public void A_time_is_the_same_everywhere(string time)
    {
        var sent = Session.SentBody(Sandbox, "/auth/token/update", "Set-AuthleteAccessToken a -AccessTokenExpiresAt " + time);

        Assert.Equal(2209086245000, (long?)sent["accessTokenExpiresAt"]);
    }

    [Theory]
    [InlineData("@{ Type = 'payment_initiation'; amount = 5 }")]
    [InlineData("'[{\"type\":\"payment_initiation\",\"amount\":5}]'")]
    [InlineData("'{\"type\":\"payment_initiation\",\"amount\":5}'")]
    [InlineData("@{ type = 'payment_initiation'; otherFields = @{ amount = 5 } }")]
    public void Authorization_details_are_text_or_objects(string details)
    {
        var sent = Session.SentBody(
            Sandbox,
            "/auth/token/create",
            "New-AuthleteAccessToken -ClientId 1 -GrantType CLIENT_CREDENTIALS -AuthorizationDetails " + details
        );

        var element = sent["authorizationDetails"]!["elements"]![0]!;
        Assert.Equal("payment_initiation", (string?)element["type"]);
        Assert.Equal("""{"amount":5}""", (string?)element["otherFields"]);
    }

    [Theory]
    [InlineData("'[{\"name\":\"a\",\"n\":1e0},{\"name\":\"b\"}]'", """[{"name":"a","n":1e0},{"name":"b"}]""")]
    [InlineData("'[]'", "[]")]
    [InlineData("([Authlete.ApiClient.Json.JsonView]::Parse('[{\"name\":\"a\"}]'))", """[{"name":"a"}]""")]
    public void A_list_of_parts_may_be_JSON_text(string scopes, string expected)
    {
        Assert.Equal(
            expected,
            Session.SentBody(Sandbox, "/service/create", "New-AuthleteService -SupportedScopes " + scopes)[
                "supportedScopes"
            ]!.ToJsonString()
        );
        Assert.Equal(
            expected,
            Session.SentBody(Sandbox, "/service/create", "New-AuthleteService -InputObject @{ supportedScopes = " + scopes + " }")[
                "supportedScopes"
            ]!.ToJsonString()
        );
    }

    [Theory]
    [InlineData(
        "'[{\"type\":\"a\",\"m\":1e0,\"l\":[-0.0,0.1000000000000000000000000000001]}]'",
        """{"elements":[{"type":"a","otherFields":"{\"m\":1e0,\"l\":[-0.0,0.1000000000000000000000000000001]}"}]}"""
    )]
    [InlineData(
        "'[{\"type\":\"a\",\"otherFields\":\"{\\\"q\\\":1.0}\",\"z\":2}]'",
        """{"elements":[{"type":"a","otherFields":"{\"q\":1.0,\"z\":2}"}]}"""
    )]
    [InlineData(
        "'{\"elements\":[{\"type\":\"a\",\"datatypes\":\"x\"}],\"future\":1}'",
        """{"future":1,"elements":[{"type":"a","dataTypes":["x"]}]}"""
    )]
    [InlineData("([Authlete.ApiClient.Json.JsonView]::Parse('[{\"type\":\"a\"}]'))", """{"elements":[{"type":"a"}]}""")]
    [InlineData("@{ elements = $null }", """{"elements":[]}""")]
    [InlineData(
        "@{ Type = 'a'; locations = 'https://a.example/'; z = @{ b = 1 } }",
        """{"elements":[{"type":"a","locations":["https://a.example/"],"otherFields":"{\"z\":{\"b\":1}}"}]}"""
    )]
    public void Nothing_of_authorization_details_is_lost(string details, string expected)
    {
        var sent = Session.SentBody(
            Sandbox,
            "/auth/token/create",
            "New-AuthleteAccessToken -ClientId 1 -GrantType CLIENT_CREDENTIALS -AuthorizationDetails " + details
        );

        Assert.True(
            JsonNode.DeepEquals(JsonNode.Parse(expected), sent["authorizationDetails"]),
            sent["authorizationDetails"]!.ToJsonString()
        );
    }

    [Fact]
    public void A_token_may_be_a_SecureString()
    {
        var sent = Session.SentBody(
            Sandbox,
            "/client/registration/get",
            "Get-AuthleteClientRegistration 1 -Token (ConvertTo-SecureString 'registration-token' -AsPlainText -Force)"
        );

        Assert.Equal("registration-token", (string?)sent["token"]);
    }
}
