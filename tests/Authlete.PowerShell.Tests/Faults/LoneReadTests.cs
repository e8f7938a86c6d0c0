using System;
using System.Linq;
using Authlete.Sandbox;
using Xunit;

namespace Authlete.PowerShell.Tests.Faults;

/// <summary>A check that an object doesn't exist must not pass because the server couldn't answer.</summary>
public sealed class LoneReadTests(SandboxFixture fixture) : EngineTests(fixture)
{
    public static TheoryData<string, string> Reads =>
        [
            .. ApiCmdlets
                .All.Where(cmdlet => cmdlet.Script.StartsWith("Get-", StringComparison.Ordinal))
                .Select(cmdlet => (cmdlet.Script, cmdlet.Path)),
        ];

    private static readonly (Fault Fault, string Id)[] s_faults =
    [
        (Fault.Status(503), "HttpStatus503"),
        (Fault.Status(500, """{"resultCode":"A001101","resultMessage":"[A001101] x"}"""), "A001101"),
        (Fault.Status(401, """{"resultCode":"A003204","resultMessage":"[A003204] x"}"""), "A003204"),
        (Fault.Status(403, """{"resultCode":"A001215","resultMessage":"[A001215] x"}"""), "A001215"),
        (Fault.Status(404), "HttpStatus404"),
        (Fault.Html(403), "HttpStatus403"),
        (Fault.Html(200), "NotJson"),
        (Fault.Status(200, """{"status":"UP"}"""), "UnexpectedAnswer"),
        (Fault.Redirect("https://elsewhere.example.com/"), "UnexpectedRedirect"),
        (Fault.Reset(), "ConnectionFailure"),
        (Fault.Truncated(), "ResponseTruncated"),
    ];

    [Theory]
    [MemberData(nameof(Reads))]
    public void A_read_that_fails_ends_the_command(string script, string path)
    {
        foreach (var (fault, id) in s_faults)
        {
            Sandbox.Faults.Enqueue(fault, path);

            var outcome = Session.RunSingle(
                $"try {{ {script} | Where-Object {{ $false }}; 'green' }} catch {{ $_.FullyQualifiedErrorId }}"
            );

            Assert.StartsWith(id + ",", outcome.ToString(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("Get-AuthleteClient", "/client/get/list")]
    [InlineData("Get-AuthleteClient 1", "/client/get/")]
    [InlineData("Get-AuthleteServerInfo", "/info")]
    public void A_read_that_takes_too_long_ends_the_command(string script, string path)
    {
        Unconnected.Run("Connect-Authlete $credential -BaseUri $baseUri -TimeoutSec 1 -MaximumRetryCount 0 -SkipTest");
        Sandbox.Faults.Enqueue(Fault.Hang(), path);

        var result = Unconnected.TryRun(Scripts.Rethrowing(script));

        Assert.Equal("Timeout", Assert.Single(result.Errors).Id());
        Assert.True(result.Terminated);
    }

    [Theory]
    [InlineData("Get-AuthleteClient 1", "A027201")]
    [InlineData("Get-AuthleteService 1", "A035201")]
    [InlineData("Get-AuthleteAccessToken -ClientIdentifier 1", "A001218")]
    [InlineData("Get-AuthleteHsk a", null)]
    [InlineData("Get-AuthleteAccessToken -AccessTokenIdentifier a", "AccessTokenNotFound")]
    [InlineData("Get-AuthleteRequestableScope 1", null)]
    public void An_object_that_does_not_exist_does_not_end_the_command(string script, string? id)
    {
        var result = Session.TryRun(Scripts.Rethrowing(script + "; 'went on'"));

        Assert.Equal("went on", Assert.Single(result.Output).ToString());
        var error = Assert.Single(result.Errors);
        Assert.False(result.Terminated);
        Assert.Equal(System.Management.Automation.ErrorCategory.ObjectNotFound, error.CategoryInfo.Category);
        if (id is not null)
        {
            Assert.Equal(id, error.Id());
        }
    }

    [Fact]
    public void After_a_failed_read_the_next_pipeline_object_is_processed()
    {
        Session.Run("$a = New-AuthleteClient -ClientName A; $b = New-AuthleteClient -ClientName B");
        Sandbox.Faults.Enqueue(Fault.Status(503), "/client/get/");

        var result = Session.TryRun(Scripts.Rethrowing("$a, $b | Get-AuthleteClient | ForEach-Object ClientName"));

        Assert.Equal("HttpStatus503", Assert.Single(result.Errors).Id());
        Assert.False(result.Terminated);
        Assert.Equal("B", Assert.Single(result.Output).ToString());
    }

    [Fact]
    public void A_failed_list_ends_the_command_even_for_pipeline_input()
    {
        Session.Run("$token = New-AuthleteAccessToken -ClientId $clientId -GrantType AUTHORIZATION_CODE -Subject lone -Scopes openid");
        Sandbox.Faults.Enqueue(Fault.Status(503), "/auth/token/get/list");

        var result = Session.TryRun(Scripts.Rethrowing("$token, $token | Get-AuthleteAccessToken"));

        Assert.Equal("HttpStatus503", Assert.Single(result.Errors).Id());
        Assert.True(result.Terminated);
        Assert.Empty(result.Output);
    }

    [Fact]
    public void After_a_failed_change_the_next_object_is_processed()
    {
        Sandbox.Faults.Enqueue(Fault.Status(503), "/client/create");

        var result = Session.TryRun(Scripts.Rethrowing("New-AuthleteClient -ClientName A; 'went on'"));

        Assert.False(result.Terminated);
        Assert.Equal("went on", result.Output.Single().ToString());
    }
}
