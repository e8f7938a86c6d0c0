using System;
using System.Management.Automation;
using Xunit;

namespace Authlete.PowerShell.Tests.Cmdlets;

/// <summary>The pipeline must not determine for whom something is issued.</summary>
public sealed class PipelineSafetyTests(SandboxFixture fixture) : EngineTests(fixture)
{
    private const string WithSubject = """
        Invoke-AuthleteAuthorization @{
            response_type = 'code'; client_id = $clientId; redirect_uri = $redirectUri; scope = 'openid'
            claims = @{ id_token = @{ sub = @{ value = 'attacker' } } }
        }
        """;

    [Fact]
    public void The_subject_that_a_client_asks_for_is_not_whom_a_response_is_issued_for()
    {
        Session.Run("$request = " + WithSubject);
        Assert.Equal("attacker", Session.RunSingle("$request.Subject").ToString());

        var calls = Sandbox.CallsDuring(() =>
        {
            var error = Session.RunError("$request | Approve-AuthleteAuthorization");
            Assert.Equal("MissingMandatoryParameter", error.Id());
            Assert.Contains("Subject", error.Exception.Message, StringComparison.Ordinal);
        });

        Assert.Empty(calls);
    }

    [Fact]
    public void The_specified_subject_wins()
    {
        Session.Run(WithSubject + " | Approve-AuthleteAuthorization -Subject user-1");

        Assert.Equal("user-1", (string?)Sandbox.LastBody("/auth/authorization/issue")["subject"]);
    }

    [Fact]
    public void Nothing_but_the_ticket_comes_from_the_pipeline()
    {
        Session.Run(
            Scripts.Authorization
                + " | ForEach-Object { [pscustomobject]@{ Ticket = $_.Ticket; Subject = 'attacker'; Sub = 'attacker'; Claims = '{}'; Acr = 'x'; Scopes = @('email') } } | Approve-AuthleteAuthorization -Subject user-1"
        );

        Assert.Equal(2, Sandbox.LastBody("/auth/authorization/issue").Count);
    }

    [Theory]
    [InlineData("Approve-AuthleteAuthorization -Subject user-1")]
    [InlineData("Deny-AuthleteAuthorization -Reason DENIED")]
    public void A_response_without_a_ticket_is_one_error_that_names_action_and_message(string cmdlet)
    {
        var error = Session.RunError("Invoke-AuthleteAuthorization 'response_type=code' | " + cmdlet);

        Assert.Equal("NoTicket", error.Id());
        Assert.Equal(ErrorCategory.InvalidArgument, error.CategoryInfo.Category);
        Assert.Contains("BAD_REQUEST", error.Message(), StringComparison.Ordinal);
        Assert.Contains("[A010301]", error.Message(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Approve-AuthleteToken -Subject user-1")]
    [InlineData("Deny-AuthleteToken -Reason UNKNOWN")]
    public void A_token_response_without_a_ticket_is_that_error_too(string cmdlet)
    {
        var error = Session.RunError(
            "Invoke-AuthleteToken @{ grant_type = 'client_credentials' } -ClientId $clientId -ClientSecret $clientSecret | " + cmdlet
        );

        Assert.Equal("NoTicket", error.Id());
        Assert.Contains("OK", error.Message(), StringComparison.Ordinal);
        Assert.Contains("[A052001]", error.Message(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_response_can_be_an_argument_too()
    {
        Session.Run("$request = " + Scripts.Authorization);

        Assert.Equal(
            "LOCATION",
            Session.RunSingle("(Approve-AuthleteAuthorization -InputObject $request -Subject user-1).Action").ToString()
        );
        Assert.Equal(
            "LOCATION",
            Session
                .RunSingle(
                    "(Deny-AuthleteAuthorization -InputObject ([pscustomobject]@{ Ticket = (("
                        + Scripts.Authorization
                        + ").Ticket | ForEach-Object { $_ }) }) -Reason DENIED).Action"
                )
                .ToString()
        );
    }

    [Theory]
    [InlineData("Approve-AuthleteAuthorization -InputObject $null -Subject user-1", "it is null")]
    [InlineData("Get-AuthleteClient -First 1 | Approve-AuthleteAuthorization -Subject user-1", "a Client has none")]
    [InlineData("[pscustomobject]@{ Other = 'canary-4711' } | Deny-AuthleteToken -Reason UNKNOWN", "an object has none")]
    [InlineData("'canary-4711' | Approve-AuthleteAuthorization -Subject user-1", "-Ticket")]
    [InlineData("Push-AuthleteAuthorizationRequest 'scope=openid' | Approve-AuthleteAuthorization -Subject user-1", "action is ")]
    public void Any_piped_object_results_in_the_same_error_and_is_not_shown(string script, string told)
    {
        var error = Session.RunError(script);

        Assert.Equal("NoTicket", error.Id());
        Assert.Contains(told, error.Message(), StringComparison.Ordinal);
        Assert.DoesNotContain("canary", error.CategoryInfo + error.Message() + error.TargetObject, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Approve-AuthleteAuthorization -Ticket '' -Subject user-1")]
    [InlineData("Approve-AuthleteAuthorization -Ticket $null -Subject user-1")]
    [InlineData("Deny-AuthleteAuthorization -Ticket '' -Reason DENIED")]
    [InlineData("Approve-AuthleteToken -Ticket $null -Subject user-1")]
    [InlineData("Deny-AuthleteToken -Ticket '' -Reason UNKNOWN")]
    public void An_empty_ticket_is_that_error_and_is_not_sent(string script)
    {
        var calls = Sandbox.CallsDuring(() => Assert.Equal("NoTicket", Session.RunError(script).Id()));

        Assert.Empty(calls);
    }

    [Theory]
    [InlineData("Approve-AuthleteAuthorization -Ticket a -Subject ''")]
    [InlineData("Approve-AuthleteAuthorization -Ticket a -Subject $null")]
    [InlineData("Approve-AuthleteToken -Ticket a -Subject ''")]
    public void An_empty_subject_is_refused_when_it_is_bound(string script)
    {
        Assert.StartsWith("ParameterArgumentValidationError", Session.RunError(script).FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void An_object_of_another_kind_is_an_error_and_is_not_sent()
    {
        var calls = Sandbox.CallsDuring(() => Assert.NotEmpty(Session.TryRun("42 | Approve-AuthleteAuthorization -Subject user-1").Errors));

        Assert.Empty(calls);
    }

    [Fact]
    public void One_without_a_ticket_does_not_stop_the_others()
    {
        var result = Session.TryRun(
            "$(Invoke-AuthleteAuthorization 'response_type=code'; "
                + Scripts.Authorization
                + ") | Approve-AuthleteAuthorization -Subject user-1"
        );

        Assert.Equal("NoTicket", Assert.Single(result.Errors).Id());
        Assert.Equal("A040001", Assert.Single(result.Output).Value("ResultCode"));
    }
}
