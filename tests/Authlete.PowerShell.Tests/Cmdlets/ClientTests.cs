using System;
using System.Linq;
using System.Management.Automation;
using Xunit;

namespace Authlete.PowerShell.Tests.Cmdlets;

public sealed class ClientTests(SandboxFixture fixture) : EngineTests(fixture)
{
    [Fact]
    public void An_alias_may_be_as_long_as_a_token()
    {
        var calls = Sandbox.CallsDuring(() => Session.TryRun("Get-AuthleteClient my-client-id-for-the-production-environment"));

        Assert.Single(calls);
    }

    [Fact]
    public void A_client_is_returned_by_its_ID()
    {
        var client = Session.RunSingle("Get-AuthleteClient -ClientId $clientId");

        Assert.Equal("Authlete.ApiClient.Models.Client", client.TypeName());
        Assert.Equal(Sandbox.ConfidentialClient.ClientId, client.Value("ClientId"));
        Assert.Equal(Sandbox.ConfidentialClient.ClientSecret, client.Value("ClientSecret"));
        Assert.Equal("Sandbox web client", client.Value("ClientName"));
        Assert.Equal("CONFIDENTIAL", client.Value("ClientType"));
        Assert.Equal(new[] { "https://client.example.com/callback" }, client.Value("RedirectUris"));
        Assert.Equal(false, client.Value("Locked"));
        Assert.Equal(TimeSpan.Zero, ((DateTimeOffset)client.Value("CreatedAt")!).Offset);
    }

    [Fact]
    public void All_clients_are_listed_and_those_of_a_developer()
    {
        Session.Run("$null = New-AuthleteClient -ClientName 'By a developer' -Developer dev-1");

        Assert.True(Session.Run("Get-AuthleteClient").Count >= 3);
        Assert.Equal("By a developer", Session.RunSingle("(Get-AuthleteClient -Developer dev-1).ClientName").ToString());
        Assert.Empty(Session.Run("Get-AuthleteClient -Developer nobody"));
    }

    [Fact]
    public void The_id_comes_from_the_pipeline()
    {
        Assert.Equal(
            "Sandbox web client",
            Session.RunSingle("([pscustomobject]@{ ClientId = $clientId } | Get-AuthleteClient).ClientName").ToString()
        );
        Assert.Equal(
            "Sandbox web client",
            Session.RunSingle("([pscustomobject]@{ ClientIdentifier = $clientId } | Get-AuthleteClient).ClientName").ToString()
        );
        Assert.Equal(2, Session.Run("Get-AuthleteClient -First 2 | Get-AuthleteClient").Count);
    }

    [Theory]
    [InlineData("99", "A027201")]
    [InlineData("not-a-number", "A001216")]
    public void A_client_that_is_not_there_is_an_error(string id, string code)
    {
        var error = Session.RunError("Get-AuthleteClient -ClientId " + id);

        Assert.Equal(code, error.Id());
        Assert.Equal(ErrorCategory.ObjectNotFound, error.CategoryInfo.Category);
        Assert.Equal(id, error.TargetObject);
    }

    [Theory]
    [InlineData("Get-AuthleteClient -ClientId ''")]
    [InlineData("Get-AuthleteClient -ClientId $null")]
    [InlineData("Get-AuthleteClient -ClientId ' '")]
    [InlineData("Remove-AuthleteClient -ClientId '' -Confirm:$false")]
    [InlineData("Remove-AuthleteClient -ClientId $null -Confirm:$false")]
    [InlineData("[pscustomobject]@{ ClientId = $null } | Remove-AuthleteClient -Confirm:$false")]
    [InlineData("[pscustomobject]@{ ClientId = '' } | Get-AuthleteClient")]
    public void A_missing_ID_is_an_error_and_never_means_all(string script)
    {
        var calls = Sandbox.CallsDuring(() => Assert.NotEmpty(Session.TryRun(script).Errors));

        Assert.Empty(calls);
    }

    [Fact]
    public void A_new_client_is_written_with_what_the_server_made_of_it()
    {
        var client = Session.RunSingle(
            """
            New-AuthleteClient -ClientName 'Web shop' -ClientType confidential -TokenAuthMethod client_secret_basic -GrantTypes authorization_code, refresh_token `
                -ResponseTypes CODE -RedirectUri 'https://shop.example.com/cb?x=1' -ClientNames @{ ja = '店' } -PkceRequired $true -DefaultMaxAge ([TimeSpan]::FromMinutes(2))
            """
        );

        Assert.Equal("Authlete.ApiClient.Models.Client", client.TypeName());
        Assert.True((long)client.Value("ClientId")! > 0);
        Assert.NotEmpty(client.Text("ClientSecret")!);
        var body = Sandbox.LastBody("/client/create");
        Assert.Equal("CONFIDENTIAL", (string?)body["clientType"]);
        Assert.Equal("""["AUTHORIZATION_CODE","REFRESH_TOKEN"]""", body["grantTypes"]!.ToJsonString());
        Assert.Equal("""["https://shop.example.com/cb?x=1"]""", body["redirectUris"]!.ToJsonString());
        Assert.Equal("ja", (string?)body["clientNames"]![0]!["tag"]);
        Assert.Equal("店", (string?)body["clientNames"]![0]!["value"]);
        Assert.True((bool?)body["pkceRequired"]);
        Assert.Equal(120, (int?)body["defaultMaxAge"]);
        Assert.False(body.ContainsKey("description"));
    }

    [Fact]
    public void A_client_that_the_server_refuses_is_an_error()
    {
        var error = Session.RunError("New-AuthleteClient -ClientName Shop -RedirectUris 'https://shop.example.com/cb#fragment'");

        Assert.Equal(ErrorCategory.InvalidArgument, error.CategoryInfo.Category);
        Assert.Equal(400, error.OfException("StatusCode"));
        Assert.StartsWith("A", error.Id(), StringComparison.Ordinal);
        Assert.Contains("HTTP 400, " + error.Id() + ": ", error.Message(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_removed_client_is_gone_and_nothing_is_written()
    {
        Session.Run("$client = New-AuthleteClient -ClientName 'Short-lived'");

        Assert.Empty(Session.Run("$client | Remove-AuthleteClient -Confirm:$false"));

        Assert.Equal("A027203", Session.RunError("Get-AuthleteClient -ClientId $client.ClientId").Id());
        var again = Session.RunError("Remove-AuthleteClient -ClientId $client.ClientId -Confirm:$false");
        Assert.Equal("A026203", again.Id());
        Assert.Equal(ErrorCategory.ObjectNotFound, again.CategoryInfo.Category);
    }

    [Fact]
    public void Removing_asks_first_and_a_host_that_can_not_ask_is_an_error()
    {
        Session.Run("$client = New-AuthleteClient -ClientName 'Still here'");

        var calls = Sandbox.CallsDuring(() => Assert.NotEmpty(Session.TryRun("$client | Remove-AuthleteClient").Errors));

        Assert.Empty(calls);
    }

    [Theory]
    [InlineData("New-AuthleteClient -ClientName Shop")]
    [InlineData("Get-AuthleteClient -ClientId $clientId | Remove-AuthleteClient")]
    [InlineData("New-AuthleteAccessToken -ClientId $clientId -GrantType CLIENT_CREDENTIALS")]
    public void WhatIf_changes_nothing_and_writes_nothing(string script)
    {
        var calls = Sandbox.CallsDuring(() => Assert.Empty(Session.Run(script + " -WhatIf")));

        Assert.All(calls, call => Assert.Equal("GET", call.Method));
    }

    [Fact]
    public void WhatIf_preference_counts_as_well()
    {
        Assert.Empty(Sandbox.CallsDuring(() => Session.Run("$WhatIfPreference = $true; New-AuthleteClient -ClientName Shop")));
    }

    [Fact]
    public void Null_for_a_setting_of_a_new_client_is_no_setting()
    {
        Session.Run("New-AuthleteClient -ClientName Shop -PkceRequired $null -Description $null");

        var body = Sandbox.LastBody("/client/create");
        Assert.Null(body["pkceRequired"]);
        Assert.Null(body["description"]);
    }

    [Fact]
    public void Many_clients_are_removed_through_the_pipeline()
    {
        Session.Run("1..5 | ForEach-Object { $null = New-AuthleteClient -ClientName \"Client $_\" -Developer dev-9 }");

        Session.Run("$(Get-AuthleteClient -Developer dev-9) | Remove-AuthleteClient -Confirm:$false");

        Assert.Empty(Session.Run("Get-AuthleteClient -Developer dev-9"));
    }

    [Fact]
    public void A_client_of_the_pipeline_may_be_a_JSON_view_too()
    {
        var names = Session
            .Run("(Invoke-AuthleteApi /client/get/list).clients | Get-AuthleteClient | ForEach-Object { $_.ClientName }")
            .Select(name => name.ToString());

        Assert.Contains("Sandbox web client", names);
    }
}
