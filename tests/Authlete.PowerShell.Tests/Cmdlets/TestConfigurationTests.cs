using System;
using System.IO;
using System.Linq;
using Authlete.Sandbox;
using Xunit;

namespace Authlete.PowerShell.Tests.Cmdlets;

public sealed class TestConfigurationTests(SandboxFixture fixture) : EngineTests(fixture)
{
    private const int ServiceRules = 31;
    private const int ClientRules = 39;

    private readonly string _folder = Path.Combine(Path.GetTempPath(), "authlete-" + Guid.NewGuid().ToString("N"));

    [Fact]
    public void Every_rule_has_a_finding_for_each_client_and_for_the_service_at_the_end()
    {
        var clients = Session.Run("Get-AuthleteClient").Count;

        var findings = Session.Run("Test-AuthleteConfiguration");

        Assert.Equal(clients * ClientRules + ServiceRules, findings.Count);
        Assert.Equal("Service", findings[^1].Text("Kind"));
        Assert.Equal(ServiceRules, findings.SkipWhile(finding => finding.Text("Kind") == "Client").Count());
        Assert.All(findings, finding => Assert.NotEqual("Skipped", finding.Text("Outcome")));
    }

    [Fact]
    public void A_finding_says_what_was_found_where_and_what_to_do()
    {
        var name = "Shop " + Guid.NewGuid().ToString("N");
        var id = Session
            .RunSingle($"New-AuthleteClient -ClientName '{name}' -RedirectUris 'http://client.example.com/cb' -Confirm:$false")
            .Value("ClientId");

        var finding = Session.RunSingle($"Test-AuthleteConfiguration -ClientId {id} -Rule AUT-C06");

        Assert.Equal("AUT-C06", finding.Text("Rule"));
        Assert.Equal("A client must not use unencrypted redirect URIs", finding.Text("Title"));
        Assert.Equal("High", finding.Text("Severity"));
        Assert.Equal("Client", finding.Text("Kind"));
        Assert.Equal($"{name} ({id})", finding.Text("Target"));
        Assert.Equal(id, finding.Value("Id"));
        Assert.Equal("Fail", finding.Text("Outcome"));
        Assert.Equal(false, finding.Value("Passed"));
        Assert.Equal("redirectUris contains http://client.example.com/cb, which isn't encrypted.", finding.Text("Message"));
        Assert.Equal("redirectUris", finding.Text("Property"));
        Assert.Equal("Use https URIs.", finding.Text("Recommendation"));
        Assert.Equal("RFC 9700 section 2.6; FAPI 2.0 Security Profile section 5.3.2.2", finding.Text("Reference"));
        Assert.EndsWith("/docs/rules/AUT-C06.md", finding.Value("Uri")!.ToString(), StringComparison.Ordinal);
        Assert.Null(finding.Value("File"));
        Assert.Equal(
            [true, null],
            Session.Run($"(Test-AuthleteConfiguration -ClientId {id} -Rule AUT-C07, AUT-C32).Passed").Select(passed => passed?.BaseObject)
        );
    }

    [Fact]
    public void Without_the_owner_the_rules_that_read_the_service_are_skipped_and_counted()
    {
        Session.Run("Connect-Authlete -Credential $credential -BaseUri $baseUri -SkipTest");

        var result = Session.TryRun("Test-AuthleteConfiguration -WarningVariable w; $w | ForEach-Object { $_.Message }");

        var findings = result.Output.Where(item => item.BaseObject is not string).ToList();
        var warnings = result.Output.Where(item => item.BaseObject is string).Select(item => item.ToString()).ToList();
        var skipped = findings.Where(finding => finding.Text("Outcome") == "Skipped").ToList();
        Assert.Equal(ServiceRules, skipped.Count(finding => finding.Text("Kind") == "Service"));
        Assert.All(skipped, finding => Assert.Contains("service owner's credential", finding.Text("Message"), StringComparison.Ordinal));
        Assert.Contains(findings, finding => finding.Text("Rule") == "AUT-C06" && finding.Text("Outcome") == "Pass");
        Assert.Contains(warnings, warning => warning.Contains("service owner's credential", StringComparison.Ordinal));
        Assert.Contains($"{skipped.Count} checks were skipped. The Message property of each skipped finding has the reason.", warnings);
    }

    [Fact]
    public void A_folder_is_checked_without_any_connection_and_names_its_files()
    {
        Session.Run($"Export-AuthleteConfiguration '{_folder}' -Confirm:$false");
        Session.Run("Disconnect-Authlete");

        var findings = Session.Run($"Test-AuthleteConfiguration '{_folder}' -Rule AUT-S03, AUT-C30");

        Assert.All(findings, finding => Assert.StartsWith(_folder.Replace('\\', '/'), finding.Text("File"), StringComparison.Ordinal));
        var service = findings.Single(finding => finding.Text("Kind") == "Service");
        Assert.EndsWith("/service.json", service.Text("File"), StringComparison.Ordinal);
        var line = File.ReadLines(Path.Combine(_folder, "service.json"))
            .TakeWhile(text => !text.Contains("pkceRequired", StringComparison.Ordinal));
        Assert.Equal(line.Count() + 1, service.Value("Line"));
        Assert.Empty(Sandbox.CallsDuring(() => Session.Run($"Test-AuthleteConfiguration '{_folder}'")));
    }

    [Fact]
    public void FailOn_is_one_error_after_all_findings()
    {
        NewClient("-RedirectUris 'http://client.example.com/cb'");
        var all = Session.Run("Test-AuthleteConfiguration -Rule AUT-C0*").Count;

        var result = Session.TryRun("Test-AuthleteConfiguration -Rule AUT-C0* -FailOn High");

        Assert.Equal(all, result.Output.Count);
        var error = Assert.Single(result.Errors);
        Assert.StartsWith("ChecksFailed,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("with the severity High failed", error.Exception.Message, StringComparison.Ordinal);
        Assert.Empty(Session.TryRun("Test-AuthleteConfiguration -Rule AUT-C10 -FailOn Info").Errors);
    }

    [Fact]
    public void An_accepted_finding_fails_no_job_and_what_fits_nothing_is_a_warning()
    {
        var id = NewClient("-RedirectUris 'http://client.example.com/cb'");
        Directory.CreateDirectory(_folder);
        var file = Path.Combine(_folder, "accepted.json");
        File.WriteAllText(
            file,
            $$"""[{"rule":"AUT-C06","target":"{{id}}","reason":"test"},{"rule":"AUT-C06","target":"service","reason":"unused"}]"""
        );

        var result = Session.TryRun(
            $"(Test-AuthleteConfiguration -ClientId {id} -Rule AUT-C06 -SuppressionFile '{file}' -FailOn Low).Outcome"
        );
        var warnings = Session.Run(
            $"$null = Test-AuthleteConfiguration -Rule AUT-C06 -SuppressionFile '{file}' -WarningVariable w; $w.Message"
        );

        Assert.Equal("Suppressed", Assert.Single(result.Output).ToString());
        Assert.Empty(result.Errors);
        Assert.Equal(
            "The suppression of AUT-C06 for service matches no finding. Remove it if you no longer need it.",
            Assert.Single(warnings).ToString()
        );
    }

    [Theory]
    [InlineData("-Rule AUT-C66", "RuleNotFound")]
    [InlineData("-Rule AUT-F10", "RuleNotFound")]
    [InlineData("-Rule '[z-a'", "InvalidArgument")]
    [InlineData("-SuppressionFile ./not-there.json", "InvalidSuppressions")]
    public void Invalid_arguments_are_an_error_before_any_call(string arguments, string id)
    {
        var calls = Sandbox.CallsDuring(() =>
        {
            var result = Session.TryRun(Scripts.Rethrowing("Test-AuthleteConfiguration " + arguments));

            Assert.True(result.Terminated);
            Assert.StartsWith(id + ",", result.Errors[0].FullyQualifiedErrorId, StringComparison.Ordinal);
        });

        Assert.Empty(calls);
    }

    [Fact]
    public void A_folder_and_a_connection_together_are_an_error()
    {
        var error = Session.RunError($"Test-AuthleteConfiguration '{_folder}' -Connection (Get-AuthleteConnection)");

        Assert.StartsWith("CredentialConflict,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/service/get/")]
    [InlineData("/client/get/list")]
    public void A_target_that_can_not_be_read_ends_the_command(string path)
    {
        Sandbox.Faults.Enqueue(Fault.Status(503), path);

        var result = Session.TryRun(Scripts.Rethrowing("Test-AuthleteConfiguration"));

        Assert.True(result.Terminated);
        Assert.StartsWith("HttpStatus503,", result.Errors[0].FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void A_locked_client_that_is_named_is_checked_for_information()
    {
        var id = NewClient("-RedirectUris 'http://client.example.com/cb'");
        Session.Run($"Lock-AuthleteClient {id} -Confirm:$false");

        var finding = Session.RunSingle($"Test-AuthleteConfiguration -ClientId {id} -Rule AUT-C06");

        Assert.Equal(("Fail", "Info"), (finding.Text("Outcome"), finding.Text("Severity")));
        Assert.Empty(Session.Run($"Test-AuthleteConfiguration -ClientId {id} -MinimumSeverity Low"));
    }

    [Fact]
    public void Only_what_a_rule_needs_is_read()
    {
        Session.Run("$null = Get-AuthleteConnection");

        Assert.Single(Sandbox.CallsDuring(() => Session.Run("Test-AuthleteConfiguration -Rule AUT-S01")));

        Session.Run("Connect-Authlete -Credential $credential -BaseUri $baseUri -SkipTest");
        Assert.Empty(Session.Run("$null = Test-AuthleteConfiguration -Rule AUT-C06 -WarningVariable w; $w"));
    }

    public override void Dispose()
    {
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }

        base.Dispose();
        GC.SuppressFinalize(this);
    }

    private object? NewClient(string parameters) =>
        Session.RunSingle($"New-AuthleteClient -ClientName 'Shop {Guid.NewGuid():N}' {parameters} -Confirm:$false").Value("ClientId");
}
