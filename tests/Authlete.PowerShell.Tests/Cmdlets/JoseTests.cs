using Xunit;

namespace Authlete.PowerShell.Tests.Cmdlets;

/// <summary>Reissues and verifies ID tokens, which are JOSE objects.</summary>
public sealed class JoseTests(SandboxFixture fixture) : EngineTests(fixture)
{
    private const string IdToken =
        "$idToken = (Invoke-AuthleteToken -ClientId $clientId -ClientSecret $clientSecret -Parameters @{ grant_type = 'authorization_code'; code = "
        + Scripts.Code
        + "; redirect_uri = $redirectUri }).IdToken; ";

    [Fact]
    public void A_JOSE_of_the_service_is_valid_and_a_changed_one_is_not()
    {
        Session.Run(IdToken);

        var answer = Session.RunSingle("Test-AuthleteJose $idToken -MandatoryClaims iss, sub");
        Assert.Equal(true, answer.Value("Valid"));
        Assert.Equal(true, answer.Value("SignatureValid"));

        Assert.Equal(true, Session.RunSingle("Test-AuthleteJose $idToken -Quiet").BaseObject);
        Assert.Equal(false, Session.RunSingle("Test-AuthleteJose ($idToken.Substring(0, $idToken.Length - 4) + 'AAAA') -Quiet").BaseObject);
        Assert.Equal(
            new[] { "no_such_claim" },
            Session.RunSingle("Test-AuthleteJose $idToken -MandatoryClaims no_such_claim").Value("MissingClaims")
        );
    }

    [Fact]
    public void An_ID_token_is_reissued_and_a_wrong_token_is_an_error()
    {
        Session.Run("$token = " + Scripts.NewToken);

        var answer = Session.RunSingle("Update-AuthleteIdToken -AccessToken $token.AccessToken -RefreshToken $token.RefreshToken");
        Assert.Equal("OK", answer.Value("Action"));
        Session.Set("idToken", answer.Value("IdToken"));
        Assert.Equal(true, Session.RunSingle("Test-AuthleteJose $idToken -Quiet").BaseObject);

        var error = Session.RunError("Update-AuthleteIdToken -AccessToken wrong -RefreshToken $token.RefreshToken");
        Assert.StartsWith("A", error.Id(), System.StringComparison.Ordinal);
        Assert.Equal("CALLER_ERROR", error.OfException("Action"));
    }

    [Fact]
    public void The_federation_is_off_until_the_service_has_keys_for_it()
    {
        var error = Session.RunError("Get-AuthleteFederationConfiguration");

        Assert.StartsWith("A316", error.Id(), System.StringComparison.Ordinal);
    }

    [Fact]
    public void With_keys_for_it_the_entity_configuration_is_written()
    {
        Session.Run(
            """
            $service = New-AuthleteService -ServiceName Member -Issuer https://member.example.com -SupportedResponseTypes CODE -FederationEnabled $true `
                -FederationJwks (Get-AuthleteServiceJwkSet -IncludePrivateKeys).ToJson()
            $there = $service | Connect-Authlete
            """
        );

        var answer = Session.RunSingle("Get-AuthleteFederationConfiguration -Connection $there");

        Assert.Equal("OK", answer.Value("Action"));
        Assert.Equal(3, answer.Text("ResponseContent")!.Split('.').Length);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("xx")]
    public void A_tampered_signature_is_invalid_for_any_last_characters(string end)
    {
        Session.Set("end", end);

        Assert.Empty(
            Session
                .TryRun(
                    "$header = [Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes('{\"alg\":\"ES256\"}')).TrimEnd('='); Test-AuthleteJose \"$header.e30.AAAA$end\" -Quiet"
                )
                .Errors
        );
    }

    [Theory]
    [InlineData("'[\"a.b.c\",\"d.e.f\"]'")]
    [InlineData("a.b.c, d.e.f")]
    public void A_trust_chain_is_text_or_an_array(string chain)
    {
        var sent = Session.SentBody(Sandbox, "/federation/registration", "Register-AuthleteFederationClient -TrustChain " + chain);

        Assert.Equal("""["a.b.c","d.e.f"]""", (string?)sent["trustChain"]);
    }

    [Theory]
    [InlineData("@{ a = '1'; b = '2 3' }")]
    [InlineData("'a=1&b=2+3'")]
    [InlineData("'https://example.com/?a=1&b=2%203'")]
    public void The_echo_says_what_arrived(string parameters)
    {
        Session.Run("$echo = Invoke-AuthleteEcho " + parameters);

        Assert.Equal("1,2 3", Session.RunSingle("$echo.a + ',' + $echo.b").ToString());
    }
}
