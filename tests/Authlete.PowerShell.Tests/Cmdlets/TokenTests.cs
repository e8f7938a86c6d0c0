using System;
using System.Collections;
using System.IO;
using Xunit;

namespace Authlete.PowerShell.Tests.Cmdlets;

public sealed class TokenTests(SandboxFixture fixture) : EngineTests(fixture)
{
    [Fact]
    public void The_client_credentials_grant_gives_a_token()
    {
        var response = Session.RunSingle(
            "Invoke-AuthleteToken -Parameters @{ grant_type = 'client_credentials'; scope = 'accounts' } -ClientId $clientId -ClientSecret $clientSecret"
        );

        Assert.Equal("Authlete.ApiClient.Models.TokenResponse", response.TypeName());
        Assert.Equal("OK", response.Value("Action"));
        Assert.Equal("CLIENT_CREDENTIALS", response.Value("GrantType"));
        Assert.Equal(new[] { "accounts" }, response.Value("Scopes"));
        Assert.Null(response.Value("RefreshTokenExpiresAt"));
    }

    [Theory]
    [InlineData("'grant_type=client_credentials' -ClientId $clientId -ClientSecret wrong", "INVALID_CLIENT", "A157305")]
    [InlineData("'grant_type=client_credentials' -ClientId 99 -ClientSecret wrong", "INVALID_CLIENT", "A048304")]
    [InlineData("'grant_type=bogus' -ClientId $clientId -ClientSecret $clientSecret", "BAD_REQUEST", "A049304")]
    [InlineData("'' -ClientId $clientId -ClientSecret $clientSecret", "BAD_REQUEST", "A047301")]
    public void Any_action_is_a_result(string parameters, string action, string code)
    {
        var response = Session.RunSingle("Invoke-AuthleteToken " + parameters);

        Assert.Equal(action, response.Value("Action"));
        Assert.Equal(code, response.Value("ResultCode"));
        Assert.Null(response.Value("AccessToken"));
    }

    [Fact]
    public void The_password_grant_asks_back_and_Approve_issues_the_tokens()
    {
        Session.Run("$request = " + Scripts.Password);
        var request = Session.RunSingle("$request");
        Assert.Equal("PASSWORD", request.Value("Action"));
        Assert.Equal("max", request.Value("Username"));
        Assert.Equal("a password", request.Value("Password"));

        Session.Run("$issued = $request | Approve-AuthleteToken -Subject user-1 -Properties @{ branch = '42' } -AccessTokenDuration 60");

        var response = Session.RunSingle("$issued");

        Assert.Equal("Authlete.ApiClient.Models.TokenIssueResponse", response.TypeName());
        Assert.Equal("OK", response.Value("Action"));
        Assert.Equal("user-1", response.Value("Subject"));
        Assert.Equal(60L, response.Value("AccessTokenDuration"));
        Assert.Equal("42", Session.RunSingle("($issued | Invoke-AuthleteIntrospection).Properties[0].Value").ToString());
    }

    [Fact]
    public void A_ticket_of_the_password_grant_is_good_once()
    {
        Session.Run("$request = " + Scripts.Password + "; $null = $request | Approve-AuthleteToken -Subject user-1");

        var second = Session.RunSingle("$request | Approve-AuthleteToken -Subject user-1");

        Assert.Equal("INTERNAL_SERVER_ERROR", second.Value("Action"));
        Assert.Equal("A055202", second.Value("ResultCode"));
    }

    [Theory]
    [InlineData("INVALID_RESOURCE_OWNER_CREDENTIALS", "A067301")]
    [InlineData("unknown", "A067302")]
    public void Deny_gives_the_error_for_the_client(string reason, string code)
    {
        var response = Session.RunSingle(Scripts.Password + " | Deny-AuthleteToken -Reason " + reason);

        Assert.Equal("Authlete.ApiClient.Models.TokenFailResponse", response.TypeName());
        Assert.Equal("BAD_REQUEST", response.Value("Action"));
        Assert.Equal(code, response.Value("ResultCode"));
        Assert.NotNull(((IDictionary)response.Methods["GetResponseObject"].Invoke()!)["error"]);
    }

    [Fact]
    public void The_fields_arrive_as_the_API_counts_and_writes_them()
    {
        Session.Run(
            """
            Invoke-AuthleteToken 'grant_type=client_credentials' -ClientId $clientId -ClientSecret $clientSecret `
                -AccessTokenDuration '00:05:00' -RefreshTokenDuration 90 -Properties @(@{ key = 'a'; value = 1; hidden = $true }, @{ key = 'b'; value = 'x' }) `
                -JwtAtClaims @{ roles = @('a', 'b') } -Dpop proof -Htm POST -Htu https://as.example.com/token
            """
        );

        var body = Sandbox.LastBody("/auth/token");
        Assert.Equal(300, (long?)body["accessTokenDuration"]);
        Assert.Equal(90, (long?)body["refreshTokenDuration"]);
        Assert.Equal("""[{"key":"a","value":"1","hidden":true},{"key":"b","value":"x"}]""", body["properties"]!.ToJsonString());
        Assert.Equal("""{"roles":["a","b"]}""", (string?)body["jwtAtClaims"]);
        Assert.Equal("POST", (string?)body["htm"]);
    }

    [Fact]
    public void A_client_certificate_may_come_from_a_file()
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n");
            Session.Set("file", file);

            Session.Run("Invoke-AuthleteToken 'grant_type=client_credentials' -ClientCertificateFile $file");
            Assert.StartsWith(
                "-----BEGIN CERTIFICATE-----",
                (string?)Sandbox.LastBody("/auth/token")["clientCertificate"],
                StringComparison.Ordinal
            );

            Assert.Equal(
                "FileNotReadable",
                Session.RunError("Invoke-AuthleteToken 'grant_type=client_credentials' -ClientCertificateFile \"$file.missing\"").Id()
            );
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData("-AccessTokenDuration soon", "seconds")]
    [InlineData("-ClientSecret 42", "SecureString")]
    [InlineData("-Properties text", "dictionary")]
    [InlineData("-JwtAtClaims 42", "JSON object")]
    public void An_impossible_value_is_rejected_when_it_is_bound(string parameter, string expected)
    {
        var error = Session.RunError("Invoke-AuthleteToken 'grant_type=client_credentials' " + parameter);

        Assert.Equal("ParameterArgumentTransformationError", error.Id());
        Assert.Contains(expected, error.Exception.Message, StringComparison.Ordinal);
    }
}
