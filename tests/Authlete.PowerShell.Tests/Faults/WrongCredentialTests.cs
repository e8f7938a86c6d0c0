using System.Management.Automation;
using Authlete.Sandbox;
using Xunit;

namespace Authlete.PowerShell.Tests.Faults;

public sealed class WrongCredentialTests(SandboxFixture fixture) : EngineTests(fixture)
{
    private const string WrongSecret = "wrong-secret-4711";

    public static TheoryData<string, bool> Cmdlets => ApiCmdlets.WithOwner;

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void A_wrong_secret_is_an_authentication_error_that_names_where_the_key_came_from(string cmdlet, bool owner)
    {
        if (IsOpenToAll(cmdlet))
        {
            return;
        }

        var key = owner ? Sandbox.ServiceOwnerApiKey : Sandbox.ServiceApiKey;

        var error = ErrorOf(cmdlet, key);

        Assert.Equal(owner ? "A002205" : "A003204", error.Id());
        CheckRefusal(error);
    }

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void An_unknown_key_is_an_authentication_error(string cmdlet, bool owner)
    {
        if (IsOpenToAll(cmdlet))
        {
            return;
        }

        var error = ErrorOf(cmdlet, "99");

        // If a cmdlet accepts both kinds of credentials, an unknown key can't be recognized as an owner's.
        Assert.Equal(owner && !cmdlet.Contains("-ServiceOwner", System.StringComparison.Ordinal) ? "A002201" : "A003201", error.Id());
        CheckRefusal(error);
    }

    /// <summary>Each cause has its own remedy, because the remedies for other causes don't help.</summary>
    [Theory]
    [InlineData("A003201", "No service of 127.0.0.1 has the API key")]
    [InlineData("A003202", "was deleted")]
    [InlineData("A003203", "is locked")]
    [InlineData("A003204", "is wrong. Copy the API secret")]
    [InlineData("A003205", "owner of the service")]
    [InlineData("A003206", "owner of the service")]
    [InlineData("A001202", "removes the Authorization header")]
    public void The_result_code_of_a_refusal_decides_the_advice(string code, string advice)
    {
        var json = $$"""{"resultCode":"{{code}}","resultMessage":"[{{code}}] refused"}""";
        Sandbox.Faults.Enqueue(Fault.Status(code == "A001202" ? 401 : 403, json), "/client/get/list");

        var error = Session.RunError("Get-AuthleteClient");

        Assert.Equal(code, error.Id());
        Assert.Contains(advice, error.Message(), System.StringComparison.Ordinal);
        Assert.Contains("the parameter -Credential", error.Message(), System.StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Connect-Authlete $ownerCredential -BaseUri $baseUri", "service owner", "-ServiceOwnerCredential")]
    [InlineData("Connect-Authlete -ServiceOwnerCredential $credential -BaseUri $baseUri", "service", "-Credential")]
    public void Connect_recognizes_a_credential_of_the_other_kind(string script, string kind, string advice)
    {
        var message = Unconnected.RunError(script).Message();

        Assert.Contains("are those of a " + kind + ":", message, System.StringComparison.Ordinal);
        Assert.Contains("Connect-Authlete " + advice, message, System.StringComparison.Ordinal);
    }

    [Fact]
    public void The_reason_of_a_test_reads_as_sentences()
    {
        Unconnected.Set("wrong", EngineSession.Credential(Sandbox.ServiceApiKey, WrongSecret));

        var reason = Unconnected.RunSingle("Test-AuthleteCredential -Credential $wrong -BaseUri $baseUri 3> $null").Text("Reason")!;

        Assert.StartsWith(
            $"127.0.0.1 refused the API key {Sandbox.ServiceApiKey} (A003204). The API key {Sandbox.ServiceApiKey} exists, but",
            reason,
            System.StringComparison.Ordinal
        );
        Assert.EndsWith(".", reason, System.StringComparison.Ordinal);
        Assert.DoesNotContain("GET /", reason, System.StringComparison.Ordinal);
    }

    [Fact]
    public void The_wrong_key_of_a_connection_is_named_by_where_the_connection_got_it()
    {
        Unconnected.Set("wrong", EngineSession.Credential(Sandbox.ServiceOwnerApiKey, WrongSecret));
        Unconnected.Run("Connect-Authlete $credential -ServiceOwnerCredential $wrong -BaseUri $baseUri -SkipTest");

        var error = Unconnected.RunError("Get-AuthleteService");

        Assert.Equal("A002205", error.Id());
        Assert.Contains("-ServiceOwnerCredential", error.Message(), System.StringComparison.Ordinal);
    }

    [Fact]
    public void ErrorAction_Stop_makes_it_catchable()
    {
        Unconnected.Set("wrong", EngineSession.Credential(Sandbox.ServiceApiKey, WrongSecret));

        var caught = Unconnected.RunSingle(
            "try { Get-AuthleteClient -Credential $wrong -BaseUri $baseUri -ErrorAction Stop } catch { $_.Exception.StatusCode }"
        );

        Assert.Equal("401", caught.ToString());
    }

    // The sandbox, like the real service, accepts calls of /info and /misc/echo without a credential.
    private static bool IsOpenToAll(string cmdlet) => cmdlet is "Get-AuthleteServerInfo" or "Invoke-AuthleteEcho";

    private ErrorRecord ErrorOf(string cmdlet, string key)
    {
        Unconnected.Set("wrong", EngineSession.Credential(key, WrongSecret));
        return Unconnected.RunError(cmdlet + " -Credential $wrong -BaseUri $baseUri");
    }

    private static void CheckRefusal(ErrorRecord error)
    {
        Assert.Equal(ErrorCategory.AuthenticationError, error.CategoryInfo.Category);
        Assert.Equal("Authlete.ApiClient.Transport.AuthleteApiException", error.ExceptionTypeName());
        Assert.Equal(401, error.OfException("StatusCode"));
        Assert.Equal(error.Id(), error.OfException("ResultCode"));
        Assert.Contains("the parameter -Credential", error.Message(), System.StringComparison.Ordinal);
        Assert.NotEmpty(error.ErrorDetails.RecommendedAction);
        Assert.IsType<string>(error.TargetObject);
        Assert.DoesNotContain(WrongSecret, error.Message() + error.TargetObject + error.Exception, System.StringComparison.Ordinal);
    }
}
