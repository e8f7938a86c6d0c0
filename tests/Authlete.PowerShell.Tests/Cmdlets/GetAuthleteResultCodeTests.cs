using System;
using System.Linq;
using System.Management.Automation;
using Xunit;

namespace Authlete.PowerShell.Tests.Cmdlets;

public sealed class GetAuthleteResultCodeTests(SandboxFixture fixture) : EngineTests(fixture)
{
    [Fact]
    public void A_code_is_explained_without_a_call()
    {
        var calls = Sandbox.CallsDuring(() =>
        {
            var code = Unconnected.RunSingle("Get-AuthleteResultCode A050305");
            Assert.Equal("Authlete.ApiClient.Results.ResultCode", code.TypeName());
            Assert.Equal("A050305", code.Value("Code"));
            Assert.Equal("Client", code.Value("Origin"));
            Assert.Contains("/auth/token", code.Text("Operations"), StringComparison.Ordinal);
            Assert.Equal("BAD_REQUEST", code.Value("Action"));
            Assert.NotEmpty(code.Text("Meaning")!);
        });

        Assert.Empty(calls);
    }

    [Fact]
    public void Wildcards_several_codes_and_any_case_are_taken()
    {
        using var session = new EngineSession();

        Assert.Equal("A050305", session.RunSingle("Get-AuthleteResultCode a050305").Value("Code"));
        Assert.Equal(["A050305", "A004001"], session.Run("Get-AuthleteResultCode A050305, A004001").Select(code => code.Value("Code")));
        var many = session.Run("Get-AuthleteResultCode a0503*").Select(code => code.Text("Code")!).ToList();
        Assert.True(many.Count > 5);
        Assert.All(many, code => Assert.StartsWith("A0503", code, StringComparison.Ordinal));
        Assert.True(session.Run("Get-AuthleteResultCode").Count > 1000);
    }

    [Fact]
    public void Codes_answers_and_errors_come_from_the_pipeline()
    {
        Assert.Equal("A050305", Session.RunSingle("'A050305' | Get-AuthleteResultCode").Value("Code"));
        Assert.Equal("A057302", Session.RunSingle("Invoke-AuthleteIntrospection unknown | Get-AuthleteResultCode").Value("Code"));
        Assert.Equal(
            "A057302",
            Session
                .RunSingle("Invoke-AuthleteApi /auth/introspection POST -Body @{ token = 'unknown' } | Get-AuthleteResultCode")
                .Value("Code")
        );
        Assert.Equal("A050305", Session.RunSingle("[pscustomobject]@{ ResultCode = 'A050305' } | Get-AuthleteResultCode").Value("Code"));
        Session.TryRun("Get-AuthleteClient -ClientId 99");
        Assert.Equal("A027201", Session.RunSingle("$Error[0] | Get-AuthleteResultCode").Value("Code"));
        Assert.Equal(
            "A027201",
            Session
                .RunSingle("try { Get-AuthleteClient -ClientId 99 -ErrorAction Stop } catch { $_ | Get-AuthleteResultCode }")
                .Value("Code")
        );
        Assert.Equal(
            "A003201",
            Session
                .RunSingle(
                    "Test-AuthleteCredential -Credential ([pscredential]::new('99', $credential.Password)) -BaseUri $baseUri -WarningAction SilentlyContinue | Get-AuthleteResultCode"
                )
                .Value("Code")
        );
    }

    [Fact]
    public void An_object_without_a_code_and_an_unknown_code_are_different_errors()
    {
        using var session = new EngineSession();

        var unknown = session.RunError("Get-AuthleteResultCode A999999");
        Assert.Equal("ResultCodeNotFound", unknown.Id());
        Assert.Equal(ErrorCategory.ObjectNotFound, unknown.CategoryInfo.Category);

        var result = session.TryRun("42, 'A050305' | Get-AuthleteResultCode");
        Assert.Equal("NoResultCode", Assert.Single(result.Errors).Id());
        Assert.Single(result.Output);
    }

    [Fact]
    public void Wildcards_without_a_match_write_nothing()
    {
        using var session = new EngineSession();

        Assert.Empty(session.Run("Get-AuthleteResultCode Z*"));
    }

    [Fact]
    public void An_error_explains_its_code()
    {
        var error = Session.RunError("Get-AuthleteClient -ClientId 99");
        var meaning = Session.RunSingle("(Get-AuthleteResultCode A027201).Meaning").ToString();

        Assert.Contains(meaning, error.Message(), StringComparison.Ordinal);
    }
}
