using System;
using Xunit;

namespace Authlete.PowerShell.Tests.Cmdlets;

/// <summary>The output of -WhatIf for a change.</summary>
public sealed class SetClientWhatIfTests(NewerServerFixture fixture) : EngineTests<NewerServerFixture>(fixture)
{
    [Fact]
    public void WhatIf_shows_each_property_with_both_values_and_no_secret()
    {
        var host = new CapturingHost();
        using var session = EngineSession.Connected(Sandbox, host);
        session.Run(
            "$created = Invoke-AuthleteApi /client/create POST -Body '{\"clientName\":\"Newer\",\"newSecret\":\"hidden-1\",\"newPart\":{\"apiToken\":\"hidden-2\",\"plain\":\"seen\"}}'"
        );

        var calls = Sandbox.CallsDuring(() =>
            Assert.Empty(
                session.Run(
                    """
                    Get-AuthleteClient $created.clientId | ForEach-Object {
                        $_.newSecret = 'hidden-3'
                        $_.newPart.plain = 'changed'
                        $_.Description = 'new text'
                        $_
                    } | Set-AuthleteClient -ClientName Renamed -WhatIf
                    """
                )
            )
        );

        Assert.All(calls, call => Assert.Equal("GET", call.Method));
        var text = host.Text;
        Assert.Contains("clientName: \"Newer\" -> \"Renamed\"", text, StringComparison.Ordinal);
        Assert.Contains("description: (none) -> \"new text\"", text, StringComparison.Ordinal);
        Assert.Contains("newSecret: *** -> ***", text, StringComparison.Ordinal);
        Assert.Contains("newPart: *** -> ***", text, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-RedirectUris ($many + 'https://evil.example/cb')", "redirectUris: + \"https://evil.example/cb\"")]
    [InlineData(
        "-RedirectUris ($many | Where-Object { $_ -notlike '*/3/*' })",
        "redirectUris: - \"https://client.example.com/a/rather/long/path/3/callback\""
    )]
    [InlineData("-Extension @{ accessTokenDuration = 60 }", "extension.accessTokenDuration: 0 -> 60")]
    [InlineData("-Description ('x' * 190 + 'END')", "END\"")]
    [InlineData(
        "-CustomMetadata @{ plain = 'hidden-0'; client_secret = 'hidden-1'; inner = @{ a = 'hidden-4' } }",
        "customMetadata: (none) -> "
    )]
    [InlineData(
        "-Attributes @{ conf = '{\"password\":\"hidden-5\"}'; 'api-credential' = 'hidden-6' }",
        "{\"key\":\"api-credential\",\"value\":\"***\"}"
    )]
    [InlineData("-JwksUri 'https://user:hidden-7@keys.example.com/'", "https://***@keys.example.com/")]
    [InlineData("-Attributes @{ password = 'hidden-2'; plain = 'seen' }", "\"value\":\"seen\"")]
    [InlineData("-TrustChainExpiresAt '2040-01-02T03:04:05Z'", "trustChainExpiresAt: (none) -> 2040-01-02T03:04:05Z")]
    [InlineData("-Jwks @{ keys = @(@{ kty = 'oct'; k = 'hidden-3' }) }", "jwks: (none) -> ***")]
    public void WhatIf_shows_what_is_different_however_long_the_rest(string parameter, string expected)
    {
        var host = new CapturingHost();
        using var session = EngineSession.Connected(Sandbox, host);
        session.Run(
            """
            $many = 1..6 | ForEach-Object { "https://client.example.com/a/rather/long/path/$_/callback" }
            $client = New-AuthleteClient -ClientName Long -RedirectUris $many -Description ('x' * 190)
            """
        );

        session.Run("Set-AuthleteClient $client.ClientId -WhatIf " + parameter);

        Assert.Contains(expected, host.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", host.Text, StringComparison.Ordinal);
    }
}
