using System;
using System.Linq;
using Xunit;

namespace Authlete.PowerShell.Tests.Cmdlets;

public sealed class EnumeratedValuesTests(SandboxFixture fixture) : IClassFixture<SandboxFixture>
{
    [Theory]
    [InlineData("CONFIDENTIAL")]
    [InlineData("confidential")]
    [InlineData("Confidential")]
    public void Any_case_is_taken_and_the_APIs_spelling_is_sent(string value)
    {
        using var session = EngineSession.Connected(fixture.Server);

        session.Run("New-AuthleteClient -ClientType " + value);

        Assert.Equal("CONFIDENTIAL", (string?)fixture.Server.LastBody("/client/create")["clientType"]);
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
        using var session = EngineSession.Connected(fixture.Server);

        var calls = fixture.Server.CallsDuring(() =>
        {
            var error = session.RunError(script);
            Assert.Equal("ParameterArgumentTransformationError", error.Id());
            Assert.Contains(typo, error.Exception.Message, StringComparison.Ordinal);
            Assert.Contains(listed, error.Exception.Message, StringComparison.Ordinal);
        });

        Assert.Empty(calls);
    }

    [Fact]
    public void Tab_completes_them()
    {
        using var session = new EngineSession();

        var completed = session.Run(
            "$line = 'Deny-AuthleteAuthorization -Reason not_'; (TabExpansion2 $line $line.Length).CompletionMatches | ForEach-Object { $_.CompletionText }")
            .Select(match => match.ToString());

        Assert.Equal(["NOT_AUTHENTICATED", "NOT_LOGGED_IN"], completed.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Tab_completes_the_paths_of_the_API()
    {
        using var session = new EngineSession();

        var completed = session.Run(
            "$line = 'Invoke-AuthleteApi /service/jw'; (TabExpansion2 $line $line.Length).CompletionMatches | ForEach-Object { $_.CompletionText }");

        Assert.Equal("/service/jwks/get", Assert.Single(completed).ToString());
    }
}
