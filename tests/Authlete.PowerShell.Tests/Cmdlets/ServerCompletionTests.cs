using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Management.Automation;
using Xunit;

namespace Authlete.PowerShell.Tests.Cmdlets;

/// <summary>Completions from the server.</summary>
public sealed class ServerCompletionTests : EngineTests
{
    public ServerCompletionTests(SandboxFixture fixture)
        : base(fixture) => Sandbox.Faults.Clear();

    public static TheoryData<string, string, string> ServerParameters =>
        [
            .. ImportedModule.Cmdlets.Values.SelectMany(cmdlet =>
                ImportedModule
                    .Parameters(cmdlet.ImplementingType)
                    .Select(parameter =>
                        (cmdlet.Name, parameter.Name, Completer: CompleterOf(cmdlet.Name, parameter.Name, parameter.PropertyType))
                    )
                    .Where(found => found.Completer is not null)
                    .Select(found => new TheoryDataRow<string, string, string>(found.Item1, found.Item2, found.Completer!))
            ),
        ];

    [Theory]
    [MemberData(nameof(ServerParameters))]
    public void Every_parameter_for_what_the_server_lists_completes_it(string cmdlet, string parameter, string completer)
    {
        var attribute = ImportedModule
            .Cmdlets[cmdlet]
            .ImplementingType.GetProperty(parameter)!
            .GetCustomAttributes(typeof(ArgumentCompleterAttribute), true)
            .Cast<ArgumentCompleterAttribute>()
            .Single();
        Assert.Equal(completer, attribute.Type.Name);
    }

    [Fact]
    public void A_client_is_its_id_with_its_name_in_the_list()
    {
        Session.Run("$client = New-AuthleteClient -ClientName 'Web shop' -ClientType CONFIDENTIAL");
        var id = Session.RunSingle("[string]$client.ClientId").ToString();

        var all = Complete("Get-AuthleteClient -ClientId ");

        var found = Assert.Single(all, match => match.CompletionText == id);
        Assert.Equal("Web shop", found.ListItemText);
        Assert.Equal($"Web shop: {id}, CONFIDENTIAL", found.ToolTip);
        var secret = Session.RunSingle("$client.ClientSecret").ToString();
        Assert.DoesNotContain(all, match => (match.ToolTip + match.ListItemText).Contains(secret, StringComparison.Ordinal));
        Assert.Contains(id, Texts("Remove-AuthleteClient " + id[..6]));
        Assert.Contains(id, Texts("Lock-AuthleteClient 'web s").Select(text => text.Trim('\'')));
        Assert.Contains(id, Texts("Set-AuthleteClient -Description x -ClientIdentifier web"));
        Assert.Contains(id, Texts("New-AuthleteAccessToken -ClientId web"));
    }

    [Fact]
    public void A_client_without_a_name_is_its_id()
    {
        var id = Session.RunSingle("[string](New-AuthleteClient -ClientType PUBLIC).ClientId").ToString();

        Assert.Equal(id, Assert.Single(Complete("Get-AuthleteClient " + id)).ListItemText);
    }

    [Fact]
    public void A_name_can_not_act_on_the_terminal()
    {
        var id = Session.RunSingle("[string](New-AuthleteClient -ClientName \"Shop$([char]27)[31m\").ClientId").ToString();

        var found = Assert.Single(Complete("Get-AuthleteClient " + id));

        Assert.DoesNotContain('\u001b', found.ListItemText + found.ToolTip + found.CompletionText);
    }

    [Fact]
    public void A_service_is_its_API_key_with_its_name_in_the_list()
    {
        var found = Assert.Single(Complete("Get-AuthleteService " + Sandbox.ServiceApiKey));

        Assert.Equal(Sandbox.ServiceApiKey, found.CompletionText);
        Assert.DoesNotContain(Sandbox.ServiceApiSecret, found.ToolTip, StringComparison.Ordinal);
    }

    [Fact]
    public void Scopes_are_those_of_the_service_in_a_list_too()
    {
        Assert.Contains("openid", Texts("New-AuthleteAccessToken -Scopes "));
        Assert.Equal(["profile"], Texts("New-AuthleteAccessToken -Scopes openid, prof"));
    }

    [Fact]
    public void A_list_is_read_once_a_minute()
    {
        var clock = new ManualClock();
        Session.UseClock(clock);

        Assert.Single(CallsDuring("Get-AuthleteClient -ClientId ", "Get-AuthleteClient -ClientId 1", "Remove-AuthleteClient "));
        clock.Advance(TimeSpan.FromSeconds(59));
        Assert.Empty(CallsDuring("Get-AuthleteClient -ClientId "));
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Single(CallsDuring("Get-AuthleteClient -ClientId "));
    }

    [Theory]
    [InlineData("status=500")]
    [InlineData("status=429; retry-after=30")]
    [InlineData("connection=reset")]
    [InlineData("status=200; content-type=text/html; body=<html/>")]
    public void A_failing_server_is_called_once_a_minute_and_nothing_is_offered(string fault)
    {
        Sandbox.Faults.Enqueue("operation=/client/get/list; " + fault);

        Assert.Single(CallsDuring("Get-AuthleteClient -ClientId ", "Get-AuthleteClient -ClientId "));
        Assert.Empty(Complete("Get-AuthleteClient -ClientId "));
    }

    [Fact]
    public void A_server_that_hangs_is_waited_for_half_a_second()
    {
        Session.Run("$null = TabExpansion2 'Get-AuthleteServiceJwkSet -' 27");
        Sandbox.Faults.Enqueue("operation=/client/get/list; connection=hang");
        var watch = Stopwatch.StartNew();

        Assert.Empty(Complete("Get-AuthleteClient -ClientId "));

        Assert.InRange(watch.Elapsed, TimeSpan.FromSeconds(0.4), TimeSpan.FromSeconds(3));
        Sandbox.Faults.Clear();
    }

    [Theory]
    [InlineData("Get-AuthleteClient -ClientId ")]
    [InlineData("Get-AuthleteService ")]
    [InlineData("New-AuthleteAccessToken -Scopes ")]
    [InlineData("Get-AuthleteClient -SecretName entry -ClientId ")]
    [InlineData("Get-AuthleteClient -Credential $credential -BaseUri $baseUri -ClientId ")]
    public void Without_a_connection_nothing_is_offered_and_there_is_no_prompt(string line)
    {
        Assert.Empty(Sandbox.CallsDuring(() => Assert.Empty(Complete(line, Unconnected))));
        if (line.Contains("-Secret", StringComparison.Ordinal) || line.Contains("-Credential", StringComparison.Ordinal))
        {
            Assert.Empty(Sandbox.CallsDuring(() => Assert.Empty(Complete(line))));
        }
    }

    [Fact]
    public void Completion_uses_the_connection_on_the_command_line()
    {
        Unconnected.Run(
            "$c = Connect-Authlete $credential -BaseUri $baseUri -SkipTest -PassThru; $null = Connect-Authlete -Credential $ownerCredential -BaseUri $baseUri -SkipTest"
        );

        Assert.Contains(
            Complete("Get-AuthleteClient -Connection $c -ClientId ", Unconnected),
            match => match.CompletionText == Sandbox.PublicClient.ClientId.ToString(CultureInfo.InvariantCulture)
        );
    }

    [Fact]
    public void A_result_code_is_offered_with_its_meaning()
    {
        Assert.Equal("A004001", Assert.Single(Complete("Get-AuthleteResultCode A004001", Unconnected)).CompletionText);
        Assert.NotEqual("A004001", Complete("Get-AuthleteResultCode A004001", Unconnected)[0].ToolTip);
    }

    [Fact]
    public void Labels_are_those_of_the_folder_and_ids_those_of_the_server()
    {
        var folder = Directory.CreateTempSubdirectory("authlete-tests-");
        try
        {
            Session.Set("folder", folder.FullName);
            Session.Run("$null = New-AuthleteClient -ClientName Labelled; Export-AuthleteConfiguration $folder");

            Assert.Contains("labelled", Texts("Test-AuthleteConfiguration -Path $folder -ClientId lab"));
            Assert.Empty(Texts("Test-AuthleteConfiguration -Path $folder -ClientId no-such"));
            Assert.Empty(Texts("Test-AuthleteConfiguration -Path no-such-folder -ClientId "));
            Assert.Contains(Complete("Test-AuthleteConfiguration -ClientId "), match => match.ListItemText == "Labelled");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string? CompleterOf(string cmdlet, string parameter, Type type) =>
        parameter switch
        {
            "ClientId" when cmdlet == "Test-AuthleteConfiguration" => "ClientLabelCompleter",
            "ClientId" or "ClientIdentifier" => "ClientIdCompleter",
            "ServiceApiKey" or "DifferenceServiceApiKey" => "ServiceApiKeyCompleter",
            "Scopes" or "RequestableScopes" when type == typeof(string[]) => "ScopeCompleter",
            _ => null,
        };

    private IReadOnlyList<Authlete.Sandbox.SandboxCall> CallsDuring(params string[] lines) =>
        Sandbox.CallsDuring(() => Array.ForEach(lines, line => Complete(line)));

    private IEnumerable<string> Texts(string line) => Complete(line).Select(match => match.CompletionText);

    private List<CompletionResult> Complete(string line, EngineSession? session = null)
    {
        session ??= Session;
        session.Set("line", line);
        var result = session.TryRun(
            "$Error.Clear(); (TabExpansion2 $line $line.Length).CompletionMatches; if ($Error) { throw $Error[0] }"
        );
        Assert.Empty(result.Errors);
        return [.. result.Output.Select(match => (CompletionResult)match.BaseObject)];
    }
}
