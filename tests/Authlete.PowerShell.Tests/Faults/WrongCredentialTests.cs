using System.Management.Automation;
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

        // Where either pair is taken, an unknown key can't be told to be an owner's.
        Assert.Equal(owner && !cmdlet.Contains("-ServiceOwner", System.StringComparison.Ordinal) ? "A002201" : "A003201", error.Id());
        CheckRefusal(error);
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

    // The sandbox, like the real service, answers /info and /misc/echo to everyone.
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
