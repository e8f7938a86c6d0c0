using System;
using System.Linq;
using System.Management.Automation;
using Authlete.Sandbox;
using Xunit;

namespace Authlete.PowerShell.Tests.Faults;

/// <summary>A gateway responds in Authlete's place with a successful status.</summary>
public sealed class UnexpectedAnswerTests(SandboxFixture fixture) : EngineTests(fixture)
{
    private const string Maintenance = """{"message":"Scheduled maintenance"}""";

    /// <summary>Each cmdlet except those that accept any JSON as a response.</summary>
    public static TheoryData<string, string> Cmdlets =>
        [
            .. ApiCmdlets
                .All.Where(cmdlet =>
                    cmdlet.Path != "/misc/echo" && !cmdlet.Script.StartsWith("Invoke-AuthleteApi", StringComparison.Ordinal)
                )
                .Select(cmdlet => (cmdlet.Script, cmdlet.Path)),
        ];

    public static TheoryData<string, string> LyingReads =>
        new()
        {
            { Maintenance, "UnexpectedAnswer" },
            { "{}", "UnexpectedAnswer" },
            { """{"resultCode":"A001101"}""", "UnexpectedAnswer" },
            { Answers.Client(2), "UnexpectedAnswer" },
            { Answers.Service(2), "UnexpectedAnswer" },
            { Answers.Clients(1, 1), "UnexpectedAnswer" },
            { """{"clientId":1,"apiKey":1}""", "UnexpectedAnswer" },
            { """{"clientId":"1","apiKey":"1","createdAt":1,"clientIdAliasEnabled":true,"defaultMaxAge":0}""", "UnexpectedAnswer" },
            { "[]", "NotJson" },
            { "null", "NotJson" },
            { """{"clientId":1,"createdAt":1,""", "NotJson" },
        };

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void No_cmdlet_accepts_a_response_of_a_gateway(string cmdlet, string path)
    {
        foreach (var answer in new[] { Maintenance, "{}" })
        {
            Sandbox.Faults.Enqueue(Fault.Status(200, answer), path);

            var result = Session.TryRun(cmdlet);

            Assert.Empty(result.Output);
            var error = Assert.Single(result.Errors);
            Assert.Equal("UnexpectedAnswer", error.Id());
            Assert.Equal(ErrorCategory.InvalidResult, error.CategoryInfo.Category);
            Assert.Contains("Check the base URI", error.Message(), StringComparison.Ordinal);
            Assert.DoesNotContain("maintenance", error.Message() + error.Exception, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(LyingReads))]
    public void A_read_that_lies_is_never_written_back(string answer, string id)
    {
        Session.Set("client", null);
        Session.Run("$client = New-AuthleteClient -ClientName Shop; $service = Get-AuthleteService -ServiceApiKey $serviceApiKey");
        foreach (
            var (script, path) in new[]
            {
                ("Set-AuthleteClient -ClientId 1 -Description x", "/client/get/"),
                ("$client | Set-AuthleteClient -Description x", "/client/get/"),
                ("Set-AuthleteService -ServiceApiKey 1 -Description x", "/service/get/"),
                ("$service | Set-AuthleteService -Description x", "/service/get/"),
            }
        )
        {
            Sandbox.Faults.Enqueue(Fault.Status(200, answer), path);
            RunResult? result = null;

            var calls = Sandbox.CallsDuring(() => result = Session.TryRun(script));

            Assert.Equal(id, Assert.Single(result!.Errors).Id());
            Assert.Empty(result.Output);
            Assert.Equal("GET", Assert.Single(calls).Method);
        }
    }

    [Theory]
    [InlineData("Remove-AuthleteClient 1 -Confirm:$false", "/client/delete/", null, "NoContent")]
    [InlineData("Remove-AuthleteClient 1 -Confirm:$false", "/client/delete/", "[]", "NotJson")]
    [InlineData("Remove-AuthleteClient 1 -Confirm:$false", "/client/delete/", """{"resultCode":"A001101"}""", "UnexpectedAnswer")]
    [InlineData("Remove-AuthleteClient 1 -Confirm:$false", "/client/delete/", """{"status":"deleted"}""", "UnexpectedAnswer")]
    [InlineData("Remove-AuthleteService 1 -Confirm:$false", "/service/delete/", null, "NoContent")]
    [InlineData("Remove-AuthleteService 1 -Confirm:$false", "/service/delete/", Maintenance, "UnexpectedAnswer")]
    [InlineData("Remove-AuthleteAccessToken a -Confirm:$false", "/auth/token/delete/", null, "NoContent")]
    [InlineData("Remove-AuthleteAccessToken a -Confirm:$false", "/auth/token/delete/", "{}", "UnexpectedAnswer")]
    [InlineData("Remove-AuthleteHsk a -Confirm:$false", "/hsk/delete/", """{"resultCode":"A001101"}""", "UnexpectedAnswer")]
    public void A_deletion_that_is_not_confirmed_as_Authlete_does_is_an_error(string script, string path, string? body, string id)
    {
        Sandbox.Faults.Enqueue(Fault.Status(200, body), path);

        var error = Session.RunError(script);

        Assert.Equal(id, error.Id());
        Assert.Equal(true, error.OfException("OutcomeUnknown"));
    }

    [Theory]
    [InlineData(
        "Reset-AuthleteClientSecret 1 -Confirm:$false",
        "/client/secret/refresh/",
        """{"newClientSecret":"","resultCode":"A037001"}"""
    )]
    [InlineData("Reset-AuthleteClientSecret 1 -Confirm:$false", "/client/secret/refresh/", """{"newClientSecret":null}""")]
    [InlineData("Reset-AuthleteClientSecret 1 -Confirm:$false", "/client/secret/refresh/", """{"newClientSecret":4711}""")]
    [InlineData("Reset-AuthleteClientSecret 1 -Confirm:$false", "/client/secret/refresh/", """{"resultCode":"A037001"}""")]
    [InlineData("Set-AuthleteClientSecret 1 -ClientSecret a -Confirm:$false", "/client/secret/update/", """{"resultCode":"A001101"}""")]
    [InlineData("Lock-AuthleteClient 1 -Confirm:$false", "/client/lock_flag/update/", """{"resultMessage":"done"}""")]
    [InlineData("Lock-AuthleteClient 1 -Confirm:$false", "/client/lock_flag/update/", """{"resultCode":"OK"}""")]
    [InlineData("Unlock-AuthleteClient 1 -Confirm:$false", "/client/lock_flag/update/", """{"resultCode":293001}""")]
    [InlineData("New-AuthleteAccessToken -GrantType CLIENT_CREDENTIALS -ClientId 1", "/auth/token/create", """{"resultCode":"A145001"}""")]
    [InlineData(
        "New-AuthleteAccessToken -GrantType CLIENT_CREDENTIALS -ClientId 1",
        "/auth/token/create",
        """{"resultCode":"A145001","action":1}"""
    )]
    [InlineData("Revoke-AuthleteAccessToken -AccessTokenIdentifier a -Confirm:$false", "/auth/token/revoke", """{"count":1}""")]
    [InlineData("Invoke-AuthleteIntrospection a", "/auth/introspection", """{"resultCode":"A056001","action":true}""")]
    [InlineData("Invoke-AuthleteIntrospection a", "/auth/introspection", """{"resultCode":"A056001","action":["OK"]}""")]
    [InlineData("Get-AuthleteGrantedScope 1 user", "/client/granted_scopes/get/", """{"resultCode":"A001101"}""")]
    [InlineData("Get-AuthleteServerInfo", "/info", """{"version":2.3}""")]
    [InlineData("Get-AuthleteClient", "/client/get/list", """{"totalCount":1}""")]
    [InlineData("Get-AuthleteClient", "/client/get/list", """{"totalCount":2,"clients":["shop","news"]}""")]
    [InlineData("Get-AuthleteClient", "/client/get/list", """{"totalCount":1,"clients":[{"clientName":"shop"}]}""")]
    [InlineData("Get-AuthleteHsk a", "/hsk/get/", """{"resultCode":"A001","action":"SUCCESS","hsk":{"handle":"b"}}""")]
    [InlineData("Get-AuthleteHsk", "/hsk/get/list", """{"resultCode":"A001","action":"SUCCESS"}""")]
    public void An_answer_that_lacks_what_the_server_always_writes_is_an_error(string script, string path, string answer)
    {
        Sandbox.Faults.Enqueue(Fault.Status(200, answer), path);

        var result = Session.TryRun(script);

        Assert.Equal("UnexpectedAnswer", Assert.Single(result.Errors).Id());
        Assert.Empty(result.Output);
    }

    [Fact]
    public void A_client_is_read_by_its_alias()
    {
        Session.Run(
            """
            $null = Set-AuthleteService -ServiceApiKey $serviceApiKey -ClientIdAliasEnabled $true
            $client = New-AuthleteClient -ClientName Shop -ClientIdAlias unexpected-shop -ClientIdAliasEnabled $true
            """
        );

        Assert.Equal("Shop", Session.RunSingle("(Get-AuthleteClient unexpected-shop).ClientName").ToString());
    }

    [Fact]
    public void A_client_with_another_alias_is_not_the_requested_one()
    {
        Sandbox.Faults.Enqueue(Fault.Status(200, Answers.Client(5, """ "clientIdAlias":"news" """)), "/client/get/shop");

        var error = Session.RunError("Get-AuthleteClient shop");

        Assert.Equal("UnexpectedAnswer", error.Id());
        Assert.Contains("another object", error.Message(), StringComparison.Ordinal);
    }
}
