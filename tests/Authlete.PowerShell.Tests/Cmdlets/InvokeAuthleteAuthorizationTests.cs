using System;
using System.Collections;
using System.Linq;
using Xunit;

namespace Authlete.PowerShell.Tests.Cmdlets;

public sealed class InvokeAuthleteAuthorizationTests(SandboxFixture fixture) : EngineTests(fixture)
{
    [Theory]
    [InlineData("$answer", "Action", "Ticket")]
    [InlineData("$answer.Client", "ClientId", "ClientSecret")]
    [InlineData("$answer.Service", "ApiKey", "ApiSecret")]
    [InlineData("(Get-AuthleteClient -First 1)", "ClientId", "ClientSecret")]
    [InlineData("(New-AuthletePkce)", "CodeChallenge", "CodeVerifier")]
    public void The_default_view_omits_the_secret(string item, string shown, string hidden)
    {
        Session.Run("$answer = " + Scripts.Authorization);

        var names = Session
            .Run(item + ".PSStandardMembers.DefaultDisplayPropertySet.ReferencedPropertyNames")
            .Select(name => name.ToString())
            .ToList();

        Assert.Contains(shown, names);
        Assert.DoesNotContain(hidden, names);
        Assert.NotNull(Session.RunSingle(item).Value(hidden));
    }

    [Fact]
    public void A_valid_request_returns_a_typed_response_with_a_ticket()
    {
        var response = Session.RunSingle(Scripts.Authorization);

        Assert.Equal("Authlete.ApiClient.Models.AuthorizationResponse", response.TypeName());
        Assert.Equal("INTERACTION", response.Value("Action"));
        Assert.Equal("A004001", response.Value("ResultCode"));
        Assert.Equal("Success", response.Value("ResultOrigin"));
        Assert.NotEmpty(response.Text("Ticket")!);
        Assert.Null(response.Value("ResponseParameters"));
        Assert.Equal("PAGE", response.Value("Display"));
    }

    [Fact]
    public void Nested_objects_are_typed_too()
    {
        Session.Run("$response = " + Scripts.Authorization);

        Assert.Equal("Authlete.ApiClient.Models.Service", Session.RunSingle("$response.Service").TypeName());
        Assert.Equal(Sandbox.ConfidentialClient.ClientId, Session.RunSingle("$response.Client.ClientId").BaseObject);
        Assert.Equal("openid profile", Session.RunSingle("\"$($response.Scopes.Name)\"").ToString());
        Assert.IsType<DateTimeOffset>(Session.RunSingle("$response.Client.CreatedAt").BaseObject);
    }

    [Fact]
    public void A_silent_request_is_NO_INTERACTION()
    {
        var response = Session.RunSingle(
            "Invoke-AuthleteAuthorization @{ response_type = 'code'; client_id = $clientId; redirect_uri = $redirectUri; scope = 'openid'; prompt = 'none'; max_age = 60 }"
        );

        Assert.Equal("NO_INTERACTION", response.Value("Action"));
        Assert.Equal(60, response.Value("MaxAge"));
        Assert.Equal(new[] { "NONE" }, response.Value("Prompts"));
    }

    [Fact]
    public void A_request_that_must_not_be_redirected_is_a_result()
    {
        var response = Session.RunSingle(
            "Invoke-AuthleteAuthorization @{ response_type = 'code'; client_id = $clientId; redirect_uri = 'https://evil.example.com/' }"
        );

        Assert.Equal("BAD_REQUEST", response.Value("Action"));
        Assert.Equal("A011304", response.Value("ResultCode"));
        Assert.Equal("Client", response.Value("ResultOrigin"));
        Assert.Null(response.Value("Ticket"));
        Assert.Null(response.Value("ResponseParameters"));
        Assert.Equal("invalid_request", ((IDictionary)response.Methods["GetResponseObject"].Invoke()!)["error"]);
    }

    [Fact]
    public void An_error_for_the_client_is_LOCATION_with_its_parameters_decoded()
    {
        var response = Session.RunSingle(
            "Invoke-AuthleteAuthorization @{ response_type = 'code'; client_id = $clientId; redirect_uri = $redirectUri; scope = 'openid'; prompt = 'bogus'; state = 'a b&c' }"
        );

        Assert.Equal("LOCATION", response.Value("Action"));
        var parameters = Assert.IsAssignableFrom<IDictionary>(response.Value("ResponseParameters"));
        Assert.Equal("invalid_request", parameters["error"]);
        Assert.Equal("a b&c", parameters["state"]);
        Assert.StartsWith("[A016303]", (string)parameters["error_description"]!, StringComparison.Ordinal);
    }

    [Fact]
    public void An_error_for_the_client_is_FORM_with_form_post()
    {
        var response = Session.RunSingle(
            "Invoke-AuthleteAuthorization @{ response_type = 'code'; response_mode = 'form_post'; client_id = $clientId; redirect_uri = $redirectUri; scope = 'openid'; prompt = 'bogus' }"
        );

        Assert.Equal("FORM", response.Value("Action"));
        Assert.Contains("<form", response.Text("ResponseContent"), StringComparison.Ordinal);
        Assert.Null(response.Value("ResponseParameters"));
        Assert.Null(response.Methods["GetResponseObject"].Invoke());
    }

    [Fact]
    public void Empty_parameters_are_sent_and_answered()
    {
        var response = Session.RunSingle("Invoke-AuthleteAuthorization ''");

        Assert.Equal("A004301", response.Value("ResultCode"));
        Assert.Equal("", Sandbox.LastParameters("/auth/authorization"));
    }

    [Fact]
    public void Null_for_the_parameters_is_refused_when_it_is_bound()
    {
        var calls = Sandbox.CallsDuring(() =>
            Assert.StartsWith(
                "Parameter",
                Session.RunError("Invoke-AuthleteAuthorization -Parameters $null").FullyQualifiedErrorId,
                StringComparison.Ordinal
            )
        );

        Assert.Empty(calls);
    }

    [Fact]
    public void The_response_remembers_the_exact_JSON()
    {
        var json = Session.RunSingle("(" + Scripts.Authorization + ").ToJson()").ToString();

        Assert.StartsWith("{\"type\":\"authorizationResponse\",\"resultCode\":\"A004001\"", json, StringComparison.Ordinal);
    }
}
