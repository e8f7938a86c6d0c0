using System;
using System.Collections;
using System.Linq;
using Xunit;

namespace Authlete.PowerShell.Tests.Cmdlets;

public sealed class AuthorizationDecisionTests(SandboxFixture fixture) : EngineTests(fixture)
{
    [Fact]
    public void Approve_turns_the_ticket_of_the_pipeline_into_a_code()
    {
        var response = Session.RunSingle(Scripts.Authorization + " | Approve-AuthleteAuthorization -Subject user-1");

        Assert.Equal("Authlete.ApiClient.Models.AuthorizationIssueResponse", response.TypeName());
        Assert.Equal("LOCATION", response.Value("Action"));
        Assert.Equal("A040001", response.Value("ResultCode"));
        var parameters = (IDictionary)response.Value("ResponseParameters")!;
        Assert.Equal(response.Value("AuthorizationCode"), parameters["code"]);
        Assert.Equal("st-1", parameters["state"]);
        Assert.Equal("https://as.example.com", parameters["iss"]);
    }

    [Fact]
    public void Approve_takes_the_ticket_by_name()
    {
        Assert.Equal(
            "A040001",
            Session
                .RunSingle(
                    "$request = "
                        + Scripts.Authorization
                        + "; (Approve-AuthleteAuthorization -Ticket $request.Ticket -Subject user-1).ResultCode"
                )
                .ToString()
        );
    }

    [Fact]
    public void Approve_takes_the_ticket_by_position()
    {
        var issued = Session.RunSingle(
            "$request = " + Scripts.Authorization + "; Approve-AuthleteAuthorization $request.Ticket -Subject user-1"
        );

        Assert.Equal("A040001", issued.Value("ResultCode"));
    }

    [Theory]
    [InlineData("Approve-AuthleteAuthorization $request -Subject user-1")]
    [InlineData("Deny-AuthleteAuthorization $request -Reason DENIED")]
    public void A_response_by_position_is_refused_without_its_ticket(string script)
    {
        var error = Session.RunError("$request = " + Scripts.Authorization + "; " + script);

        Assert.DoesNotContain(Session.Run("$request.Ticket")[0].ToString(), error.ToString(), StringComparison.Ordinal);
        Assert.Contains("AuthorizationResponse", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_fields_arrive_as_the_API_counts_and_writes_them()
    {
        Session.Run(
            Scripts.Authorization
                + """
                 | Approve-AuthleteAuthorization -Subject user-1 -AuthTime '2026-07-01T12:00:00Z' -Acr 'urn:acr:1' -Claims ([ordered]@{ name = 'Max'; age = 7 }) `
                    -Properties ([ordered]@{ a = 1; b = 'x' }) -Scopes openid -AccessTokenDuration ([TimeSpan]::FromMinutes(5)) -Sub other
                """
        );

        var body = Sandbox.LastBody("/auth/authorization/issue");
        Assert.Equal("user-1", (string?)body["subject"]);
        Assert.Equal(1782907200, (long?)body["authTime"]);
        Assert.Equal("urn:acr:1", (string?)body["acr"]);
        Assert.Equal("""{"name":"Max","age":7}""", (string?)body["claims"]);
        Assert.Equal("""[{"key":"a","value":"1"},{"key":"b","value":"x"}]""", body["properties"]!.ToJsonString());
        Assert.Equal("""["openid"]""", body["scopes"]!.ToJsonString());
        Assert.Equal(300, (long?)body["accessTokenDuration"]);
        Assert.Equal("other", (string?)body["sub"]);
    }

    [Theory]
    [InlineData("1782907200")]
    [InlineData("'1782907200'")]
    [InlineData("([DateTimeOffset]'2026-07-01T14:00:00+02:00')")]
    [InlineData("([DateTime]::new(2026, 7, 1, 12, 0, 0, [DateTimeKind]::Utc))")]
    [InlineData("'2026-07-01T14:00:00+02:00'")]
    public void A_time_may_be_a_number_a_time_or_ISO_text(string time)
    {
        Session.Run(Scripts.Authorization + " | Approve-AuthleteAuthorization -Subject user-1 -AuthTime " + time);

        Assert.Equal(1782907200, (long?)Sandbox.LastBody("/auth/authorization/issue")["authTime"]);
    }

    [Fact]
    public void Nothing_is_sent_for_parameters_that_are_not_specified()
    {
        Session.Run(Scripts.Authorization + " | Approve-AuthleteAuthorization -Subject user-1");

        var body = Sandbox.LastBody("/auth/authorization/issue");
        Assert.Equal(["ticket", "subject"], body.Select(member => member.Key));
    }

    [Fact]
    public void A_ticket_used_twice_has_its_own_result()
    {
        Session.Run("$request = " + Scripts.Authorization + "; $first = $request | Approve-AuthleteAuthorization -Subject user-1");

        var second = Session.RunSingle("$request | Approve-AuthleteAuthorization -Subject user-1");

        Assert.Equal("INTERNAL_SERVER_ERROR", second.Value("Action"));
        Assert.Equal("A041202", second.Value("ResultCode"));
        Assert.Equal("Service", second.Value("ResultOrigin"));
        Assert.Equal("A059202", Session.RunSingle("($request | Deny-AuthleteAuthorization -Reason DENIED).ResultCode").ToString());
    }

    [Theory]
    [InlineData("DENIED", "access_denied")]
    [InlineData("not_logged_in", "login_required")]
    [InlineData("Consent_Required", "consent_required")]
    public void Deny_gives_the_error_for_the_client(string reason, string error)
    {
        var response = Session.RunSingle(Scripts.Authorization + " | Deny-AuthleteAuthorization -Reason " + reason);

        Assert.Equal("Authlete.ApiClient.Models.AuthorizationFailResponse", response.TypeName());
        Assert.Equal("LOCATION", response.Value("Action"));
        Assert.Equal(error, ((IDictionary)response.Value("ResponseParameters")!)["error"]);
        Assert.Equal(reason.ToUpperInvariant(), (string?)Sandbox.LastBody("/auth/authorization/fail")["reason"]);
    }

    [Fact]
    public void Each_request_of_the_pipeline_is_decided_on()
    {
        var codes = Session.Run(
            "1..3 | ForEach-Object { "
                + Scripts.Authorization
                + " } | Approve-AuthleteAuthorization -Subject user-1 | ForEach-Object { $_.AuthorizationCode }"
        );

        Assert.Equal(3, codes.Select(code => code.ToString()).Distinct().Count());
    }

    [Fact]
    public void Claims_that_are_not_JSON_are_refused_when_they_are_bound()
    {
        Assert.Equal(
            "ParameterArgumentTransformationError",
            Session.RunError("Approve-AuthleteAuthorization -Ticket a -Subject b -Claims 'no JSON'").Id()
        );
        Assert.Equal(
            "ParameterArgumentTransformationError",
            Session.RunError("Approve-AuthleteAuthorization -Ticket a -Subject b -Claims '{ \"broken\": '").Id()
        );
    }

    [Fact]
    public void Claims_as_JSON_text_are_sent_as_they_are()
    {
        Session.Run(Scripts.Authorization + " | Approve-AuthleteAuthorization -Subject user-1 -Claims '{ \"name\":\"Max\" }'");

        Assert.Equal("{ \"name\":\"Max\" }", (string?)Sandbox.LastBody("/auth/authorization/issue")["claims"]);
    }
}
