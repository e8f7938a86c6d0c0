using System;
using System.Collections;
using System.Linq;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Authlete.Sandbox;
using Xunit;

namespace Authlete.PowerShell.Tests.Cmdlets;

public sealed class IntrospectionTests(SandboxFixture fixture) : EngineTests(fixture)
{
    [Fact]
    public void A_valid_token_returns_a_typed_response()
    {
        Session.Run("$token = " + Scripts.NewToken);

        var response = Session.RunSingle("Invoke-AuthleteIntrospection $token.AccessToken");

        Assert.Equal("Authlete.ApiClient.Models.IntrospectionResponse", response.TypeName());
        Assert.Equal("OK", response.Value("Action"));
        Assert.Equal("A056001", response.Value("ResultCode"));
        Assert.Equal(Sandbox.ConfidentialClient.ClientId, response.Value("ClientId"));
        Assert.Equal("user-1", response.Value("Subject"));
        Assert.Equal(new[] { "openid", "profile" }, response.Value("Scopes"));
        Assert.Equal(true, response.Value("Existent"));
        Assert.Equal(true, response.Value("Usable"));
        Assert.Equal(true, response.Value("Sufficient"));
        Assert.IsType<DateTimeOffset>(response.Value("ExpiresAt"));
        Assert.Null(response.Value("AuthTime"));
    }

    [Theory]
    [InlineData("unknown-token", "UNAUTHORIZED", "A057302")]
    [InlineData("$token.AccessToken -Scopes payments", "FORBIDDEN", "A064302")]
    [InlineData("$token.AccessToken -Subject user-2", "FORBIDDEN", "A066302")]
    public void A_token_that_will_not_do_is_a_result(string arguments, string action, string code)
    {
        Session.Run("$token = " + Scripts.NewToken);

        var response = Session.RunSingle("Invoke-AuthleteIntrospection " + arguments);

        Assert.Equal(action, response.Value("Action"));
        Assert.Equal(code, response.Value("ResultCode"));
        Assert.Equal(false, response.Value("Sufficient"));
        Assert.StartsWith("Bearer", response.Text("ResponseContent"), StringComparison.Ordinal);
    }

    [Fact]
    public void Tokens_come_as_text_and_as_objects_through_the_pipeline()
    {
        Session.Run("$token = " + Scripts.NewToken);

        var actions = Session
            .Run(
                """
                $token.AccessToken, $token, 'unknown', $token.AccessToken | Invoke-AuthleteIntrospection | ForEach-Object { $_.Action }
                """
            )
            .Select(action => action.ToString());

        Assert.Equal(["OK", "OK", "UNAUTHORIZED", "OK"], actions);
    }

    [Theory]
    [InlineData("Invoke-AuthleteIntrospection", "AccessToken")]
    [InlineData("Invoke-AuthleteIntrospection", "Token")]
    [InlineData("Invoke-AuthleteUserInfo", "AccessToken")]
    public void Objects_from_elsewhere_give_the_token_by_the_name_of_a_property(string cmdlet, string property)
    {
        Session.Run("$token = " + Scripts.NewToken);

        var response = Session.RunSingle("[pscustomobject]@{ Id = 1; " + property + " = $token.AccessToken } | " + cmdlet);

        Assert.Equal("OK", response.Value("Action"));
    }

    [Theory]
    [InlineData("Invoke-AuthleteToken 'grant_type=bogus'")]
    [InlineData("Get-AuthleteServerInfo")]
    [InlineData("42")]
    public void An_object_without_a_token_is_an_error_and_is_not_sent_as_text(string source)
    {
        Session.Run("$object = " + source);

        var calls = Sandbox.CallsDuring(() => Assert.NotEmpty(Session.TryRun("$object | Invoke-AuthleteIntrospection").Errors));

        Assert.Empty(calls);
    }

    [Theory]
    [InlineData("Invoke-AuthleteIntrospection $null")]
    [InlineData("Invoke-AuthleteIntrospection ''")]
    [InlineData("$null | Invoke-AuthleteIntrospection")]
    [InlineData("'' | Invoke-AuthleteIntrospection")]
    [InlineData("Invoke-AuthleteUserInfo ''")]
    [InlineData("Approve-AuthleteUserInfo $null")]
    public void No_token_is_refused_when_it_is_bound(string script)
    {
        var calls = Sandbox.CallsDuring(() =>
            Assert.StartsWith("ParameterArgumentValidationError", Session.RunError(script).FullyQualifiedErrorId, StringComparison.Ordinal)
        );

        Assert.Empty(calls);
    }

    [Fact]
    public void One_that_fails_does_not_stop_the_others()
    {
        Sandbox.Faults.Enqueue(Fault.Status(500), "/auth/introspection");

        var result = Session.TryRun("'a', 'b', 'c' | Invoke-AuthleteIntrospection");

        Assert.Equal("HttpStatus500", Assert.Single(result.Errors).Id());
        Assert.Equal(2, result.Output.Count);
    }

    [Fact]
    public void The_fields_arrive_as_the_API_writes_them()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=client", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow, DateTimeOffset.UtcNow.AddDays(1));
        Session.Set("certificate", certificate);

        Session.Run(
            """
            Invoke-AuthleteIntrospection a -Scope openid, profile -ClientCertificate $certificate -MaxAge ([TimeSpan]::FromMinutes(1)) `
                -Headers @(@{ key = 'x'; value = '1' }, @{ key = 'x'; value = '2' }) -RequestBodyContained -AcrValues one
            """
        );

        var body = Sandbox.LastBody("/auth/introspection");
        Assert.Equal("""["openid","profile"]""", body["scopes"]!.ToJsonString());
        Assert.Equal(certificate.RawData, PemCertificate(body["clientCertificate"]!.GetValue<string>()));
        Assert.Equal(60, (long?)body["maxAge"]);
        Assert.Equal("""[{"key":"x","value":"1"},{"key":"x","value":"2"}]""", body["headers"]!.ToJsonString());
        Assert.True((bool?)body["requestBodyContained"]);
        Assert.Equal("""["one"]""", body["acrValues"]!.ToJsonString());
    }

    [Fact]
    public void The_standard_answer_is_the_JSON_of_RFC_7662()
    {
        Session.Run("$token = " + Scripts.NewToken + "; $active = Invoke-AuthleteStandardIntrospection @{ token = $token.AccessToken }");

        var response = Session.RunSingle("$active");
        Assert.Equal("Authlete.ApiClient.Models.StandardIntrospectionResponse", response.TypeName());
        Assert.Equal("OK", response.Value("Action"));
        var content = (IDictionary)response.Methods["GetResponseObject"].Invoke()!;
        Assert.Equal(true, content["active"]);
        Assert.Equal("openid profile", content["scope"]);

        var inactive = Session.RunSingle("(Invoke-AuthleteStandardIntrospection 'token=unknown').GetResponseObject().active");
        Assert.Equal(false, inactive.BaseObject);
    }

    [Theory]
    [InlineData(", $token.GetResponseObject()")]
    [InlineData("[pscustomobject]@{ access_token = $token.AccessToken }")]
    [InlineData("[pscustomobject]@{ AccessToken = ($token.AccessToken | ForEach-Object { $_ }) }")]
    public void The_JSON_of_a_token_response_has_the_token_too(string piped)
    {
        Session.Run("$token = Invoke-AuthleteToken 'grant_type=client_credentials' -ClientId $clientId -ClientSecret $clientSecret");

        Assert.Equal("OK", Session.RunSingle("(" + piped + " | Invoke-AuthleteIntrospection).Action").ToString());
    }

    [Fact]
    public void A_standard_request_without_a_token_is_a_result()
    {
        var response = Session.RunSingle("Invoke-AuthleteStandardIntrospection 'token_type_hint=access_token'");

        Assert.Equal("BAD_REQUEST", response.Value("Action"));
        Assert.Equal("A145302", response.Value("ResultCode"));
    }

    private static byte[] PemCertificate(string pem)
    {
        using var read = X509Certificate2.CreateFromPem(pem);
        return read.RawData;
    }
}
