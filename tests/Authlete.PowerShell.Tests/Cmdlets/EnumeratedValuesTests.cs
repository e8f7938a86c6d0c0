using System;
using System.Linq;
using Authlete.Sandbox;
using Xunit;

namespace Authlete.PowerShell.Tests.Cmdlets;

public sealed class EnumeratedValuesTests(SandboxFixture fixture) : EngineTests(fixture)
{
    [Theory]
    [InlineData("CONFIDENTIAL")]
    [InlineData("confidential")]
    [InlineData("Confidential")]
    public void Any_case_is_accepted_and_the_APIs_spelling_is_sent(string value)
    {
        Session.Run("New-AuthleteClient -ClientType " + value);

        Assert.Equal("CONFIDENTIAL", (string?)Sandbox.LastBody("/client/create")["clientType"]);
    }

    [Theory]
    [InlineData("Deny-AuthleteAuthorization -Ticket a -Reason DENYED", "DENYED", "NOT_LOGGED_IN")]
    [InlineData("Deny-AuthleteToken -Ticket a -Reason ''", "''", "INVALID_RESOURCE_OWNER_CREDENTIALS")]
    [InlineData("New-AuthleteClient -ClientType 'CONFIDENTIAL,PUBLIC'", "CONFIDENTIAL,PUBLIC", "PUBLIC")]
    [InlineData("New-AuthleteClient -ClientType 1", "1", "CONFIDENTIAL")]
    [InlineData("New-AuthleteClient -GrantTypes CODE, REFRESH_TOKEN", "CODE", "AUTHORIZATION_CODE")]
    [InlineData("New-AuthleteClient -GrantTypes 'IMPLICIT,PASSWORD'", "IMPLICIT,PASSWORD", "REFRESH_TOKEN")]
    [InlineData("New-AuthleteAccessToken -ClientId 1 -GrantType client-credentials", "client-credentials", "CLIENT_CREDENTIALS")]
    public void A_typo_is_an_error_that_lists_the_values_and_nothing_is_sent(string script, string typo, string listed)
    {
        var calls = Sandbox.CallsDuring(() =>
        {
            var error = Session.RunError(script);
            Assert.Equal("ParameterArgumentTransformationError", error.Id());
            Assert.Contains(typo, error.Exception.Message, StringComparison.Ordinal);
            Assert.Contains(listed, error.Exception.Message, StringComparison.Ordinal);
        });

        Assert.Empty(calls);
    }

    [Theory]
    [InlineData("New-AuthleteClient -InputObject @{ ClientType = 'confidential'; GrantTypes = 'implicit', 'REFRESH_token' }")]
    [InlineData(
        "New-AuthleteClient -InputObject ([pscustomobject]@{ clientType = 'Confidential'; grantTypes = 'IMPLICIT', 'refresh_token' })"
    )]
    [InlineData("New-AuthleteClient -InputObject '{\"clientType\":\"confidential\",\"grantTypes\":[\"implicit\",\"refresh_token\"]}'")]
    [InlineData(
        "New-AuthleteClient -ClientName x | ForEach-Object { $_.ClientType = 'confidential'; $_.GrantTypes = 'implicit', 'refresh_token'; $_ } | New-AuthleteClient"
    )]
    public void Any_case_is_accepted_in_a_complete_object_too(string script)
    {
        var result = Session.TryRun(script);

        Assert.Empty(result.Errors);
        Assert.Empty(result.Warnings);
        var sent = Sandbox.LastBody("/client/create");
        Assert.Equal("CONFIDENTIAL", (string?)sent["clientType"]);
        Assert.Equal("""["IMPLICIT","REFRESH_TOKEN"]""", sent["grantTypes"]!.ToJsonString());
    }

    [Fact]
    public void Another_case_alone_is_no_change()
    {
        Session.Run("$client = New-AuthleteClient -ClientType CONFIDENTIAL");

        var calls = Sandbox.CallsDuring(() =>
            Session.Run("$null = $client | ForEach-Object { $_.ClientType = 'confidential'; $_ } | Set-AuthleteClient")
        );

        Assert.Equal("GET", Assert.Single(calls).Method);
    }

    [Fact]
    public void An_unknown_value_is_sent_with_a_warning()
    {
        Session.Run("$client = New-AuthleteClient -ClientName x; $client.GrantTypes = 'IMPLICIT', 'Brand_New'");

        var result = Session.TryRun("$client | Set-AuthleteClient");

        Assert.StartsWith(
            "grantTypes[1]: this module doesn't know the value 'Brand_New'",
            Assert.Single(result.Warnings),
            StringComparison.Ordinal
        );
        Assert.Equal(
            """["IMPLICIT","Brand_New"]""",
            Sandbox.LastBody("/client/update/" + Session.RunSingle("$client.ClientId"))["grantTypes"]!.ToJsonString()
        );
        Assert.Equal("A031201", Assert.Single(result.Errors).Id());
    }

    [Fact]
    public void An_unknown_value_that_the_server_has_itself_causes_no_warning()
    {
        Sandbox.Faults.Enqueue(
            Fault.Status(200, Answers.Client(77, """ "clientType":"public","grantTypes":["BRAND_NEW"] """)),
            "/client/get/77"
        );

        var result = Session.TryRun("Set-AuthleteClient 77 -Description y");

        Assert.Empty(result.Warnings);
        Assert.Equal("public", (string?)Sandbox.LastBody("/client/update/77")["clientType"]);
    }

    [Theory]
    [InlineData("'BRAND_NEW', 'implicit'", """["BRAND_NEW","IMPLICIT"]""")]
    [InlineData("@()", "[]")]
    public void The_servers_own_unknown_values_cause_no_warning_next_to_a_change(string types, string sent)
    {
        var client = Answers.Client(78, """ "grantTypes":["BRAND_NEW"] """);
        Sandbox.Faults.Enqueue(Fault.Status(200, client), "/client/get/78");
        Session.Set("json", client);

        var result = Session.TryRun(
            "$client = [Authlete.ApiClient.Json.JsonView]::Parse($json); $client.SetMember('grantTypes', @("
                + types
                + ")); $client | Set-AuthleteClient -Force"
        );

        Assert.Empty(result.Warnings);
        Assert.Equal(sent, Sandbox.LastBody("/client/update/78")["grantTypes"]!.ToJsonString());
    }

    [Fact]
    public void A_removed_value_is_not_sent_for_a_new_object()
    {
        var result = Session.TryRun(
            "New-AuthleteClient -ClientName x | ForEach-Object { $_.SubjectType = $null; $_ } | New-AuthleteClient"
        );

        Assert.Empty(result.Errors);
        Assert.Empty(result.Warnings);
    }

    [Fact]
    public void Tab_completes_them()
    {
        using var session = new EngineSession();

        var completed = session
            .Run(
                "$line = 'Deny-AuthleteAuthorization -Reason not_'; (TabExpansion2 $line $line.Length).CompletionMatches | ForEach-Object { $_.CompletionText }"
            )
            .Select(match => match.ToString());

        Assert.Equal(["NOT_AUTHENTICATED", "NOT_LOGGED_IN"], completed.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Tab_completes_the_paths_of_the_API()
    {
        using var session = new EngineSession();

        var completed = session.Run(
            "$line = 'Invoke-AuthleteApi /service/jw'; (TabExpansion2 $line $line.Length).CompletionMatches | ForEach-Object { $_.CompletionText }"
        );

        Assert.Equal("/service/jwks/get", Assert.Single(completed).ToString());
    }
}
