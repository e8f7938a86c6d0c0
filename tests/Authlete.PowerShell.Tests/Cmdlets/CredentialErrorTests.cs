using System;
using System.Management.Automation;
using Xunit;

namespace Authlete.PowerShell.Tests.Cmdlets;

public sealed class CredentialErrorTests(SandboxFixture fixture) : EngineTests(fixture)
{
    public static TheoryData<string, bool> Cmdlets => ApiCmdlets.WithOwner;

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void Without_a_credential_anywhere_one_error_names_the_ways(string cmdlet, bool owner)
    {
        var error = Unconnected.RunError(cmdlet);

        Assert.Equal("NoCredential", error.Id());
        Assert.Equal(ErrorCategory.AuthenticationError, error.CategoryInfo.Category);
        foreach (
            var way in new[]
            {
                "-Credential",
                "-SecretName",
                "-Connection",
                "Connect-Authlete",
                owner ? "AUTHLETE_SERVICEOWNER_APIKEY" : "AUTHLETE_SERVICE_APIKEY",
            }
        )
        {
            Assert.Contains(way, error.Message(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Connect_without_a_credential_anywhere_is_that_error_too()
    {
        Assert.Equal("NoCredential", Unconnected.RunError("Test-AuthleteCredential").Id());
        Assert.Equal("NoCredential", Unconnected.RunError("Connect-Authlete").Id());
    }

    [Theory]
    [InlineData("-Credential $credential -SecretName entry", "-Credential and -SecretName")]
    [InlineData("-Connection $connection -Credential $credential", "-Connection and -Credential")]
    [InlineData("-Connection $connection -SecretName entry", "-Connection and -SecretName")]
    [InlineData("-Connection $connection -Credential $credential -SecretName entry", "-Connection and -Credential and -SecretName")]
    public void Two_ways_at_once_are_an_error_that_names_them(string parameters, string named)
    {
        Session.Run("$connection = Get-AuthleteConnection");

        var error = Session.RunError("Get-AuthleteClient " + parameters);

        Assert.Equal("CredentialConflict", error.Id());
        Assert.Equal(ErrorCategory.InvalidArgument, error.CategoryInfo.Category);
        Assert.Contains(named, error.Message(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-Credential $credential -SecretName entry")]
    [InlineData("-ServiceOwnerCredential $credential -ServiceOwnerSecretName entry")]
    public void Two_ways_at_once_are_an_error_of_Connect_too(string parameters)
    {
        Assert.Equal("CredentialConflict", Unconnected.RunError("Connect-Authlete " + parameters).Id());
    }

    [Theory]
    [InlineData("")]
    [InlineData("-Connection $connection ")]
    public void BaseUri_beside_a_connection_or_beside_nothing_is_an_error(string parameters)
    {
        Session.Run("$connection = Get-AuthleteConnection");

        var error = Session.RunError("Get-AuthleteClient " + parameters + "-BaseUri https://api.example.com/api");

        Assert.Equal("BaseUriWithoutCredential", error.Id());
        Assert.Equal(ErrorCategory.InvalidArgument, error.CategoryInfo.Category);
    }

    [Theory]
    [InlineData("Get-AuthleteClient -Credential $null", "-Credential")]
    [InlineData("Get-AuthleteClient -Connection $null", "-Connection")]
    [InlineData("Get-AuthleteClient -Credential $credential -BaseUri $null", "-BaseUri")]
    [InlineData("Connect-Authlete -Credential $null", "-Credential")]
    [InlineData("Connect-Authlete -ServiceOwnerCredential $null", "-ServiceOwnerCredential")]
    [InlineData("Connect-Authlete -Credential $credential -ServiceOwnerCredential $null", "-ServiceOwnerCredential")]
    [InlineData("Test-AuthleteCredential -Credential $null", "-Credential")]
    public void Null_for_one_parameter_is_an_error_and_does_not_fall_back_to_another(string script, string parameter)
    {
        var error = Session.RunError(script);

        Assert.Equal("EmptyCredential", error.Id());
        Assert.Equal(ErrorCategory.InvalidArgument, error.CategoryInfo.Category);
        Assert.Contains(parameter, error.Message(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Get-AuthleteClient -SecretName ''")]
    [InlineData("Get-AuthleteClient -SecretName $null")]
    [InlineData("Get-AuthleteClient -SecretName entry -Vault ''")]
    public void An_empty_name_of_an_entry_is_refused_when_it_is_bound(string script)
    {
        Assert.Equal("ParameterArgumentValidationError", Session.RunError(script).Id());
    }

    [Fact]
    public void A_key_without_a_secret_is_half_a_credential()
    {
        Unconnected.Set("half", EngineSession.Credential("99", ""));

        var error = Unconnected.RunError("Get-AuthleteClient -Credential $half");

        Assert.Equal("HalfCredential", error.Id());
        Assert.Equal(ErrorCategory.AuthenticationError, error.CategoryInfo.Category);
        Assert.Contains("the parameter -Credential has no API secret", error.Message(), StringComparison.Ordinal);
        Assert.Equal("HalfCredential", Unconnected.RunError("Connect-Authlete $half").Id());
    }

    [Theory]
    [InlineData("Bearer abcdefg")]
    [InlineData("eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0.c2lnbmF0dXJl")]
    [InlineData("Kcl4BsoKJEKHtTqiAT2zIK0uFL8Bx-a8DRbLK7qVaYs")]
    public void A_bearer_token_as_API_key_is_refused_before_it_is_sent_and_not_repeated(string token)
    {
        Unconnected.Set("token", EngineSession.Credential(token, "secret"));

        var calls = Sandbox.CallsDuring(() =>
        {
            foreach (
                var script in new[]
                {
                    "Get-AuthleteClient -Credential $token -BaseUri $baseUri",
                    "Connect-Authlete $token -BaseUri $baseUri",
                    "Test-AuthleteCredential -Credential $token -BaseUri $baseUri",
                }
            )
            {
                var error = Unconnected.RunError(script);
                Assert.Equal("TokenAsApiKey", error.Id());
                Assert.Equal(ErrorCategory.InvalidArgument, error.CategoryInfo.Category);
                Assert.Contains("2.x", error.Message(), StringComparison.Ordinal);
                Assert.DoesNotContain(token, error.Message() + error.Exception + error.TargetObject, StringComparison.Ordinal);
            }
        });

        Assert.Empty(calls);
    }

    [Theory]
    [InlineData("99\n", "secret-4711", "user name", "line break")]
    [InlineData("99", "secret-4711\r\n", "password", "line break")]
    [InlineData(" 99", "secret-4711", "user name", "white space")]
    [InlineData("99", "secret-4711\u00a0", "password", "white space")]
    [InlineData("\ufeff99", "secret-4711", "user name", "white space")]
    [InlineData("'99'", "secret-4711", "user name", "quotes")]
    [InlineData("99", "\"secret-4711\"", "password", "quotes")]
    [InlineData("99", "\u201csecret-4711\u201d", "password", "quotes")]
    [InlineData("99", "secret\u0007-4711", "password", "control character")]
    [InlineData("99:98", "secret-4711", "user name", "colon")]
    public void White_space_that_copying_or_files_add_to_a_credential_is_reported_and_not_sent(
        string key,
        string secret,
        string place,
        string flaw
    )
    {
        Unconnected.Set("bad", EngineSession.Credential(key, secret));

        var calls = Sandbox.CallsDuring(() =>
        {
            var error = Unconnected.RunError("Get-AuthleteClient -Credential $bad -BaseUri $baseUri");

            Assert.Equal("MalformedCredential", error.Id());
            Assert.StartsWith("The " + place + " of the parameter -Credential", error.ToString(), StringComparison.Ordinal);
            Assert.Contains(flaw, error.Message(), StringComparison.Ordinal);
            Assert.DoesNotContain("4711", error.Message(), StringComparison.Ordinal);
        });

        Assert.Empty(calls);
    }

    [Fact]
    public void A_credential_error_is_reported_once_for_all_pipeline_objects()
    {
        Assert.Equal("NoCredential", Unconnected.RunError("'a', 'b', 'c' | Invoke-AuthleteIntrospection").Id());
    }
}
