using System;
using System.Linq;
using System.Management.Automation;
using Xunit;

namespace Authlete.PowerShell.Tests.Cmdlets;

/// <summary>Services and clients that come from the pipeline.</summary>
public sealed class TestConfigurationObjectTests(SandboxFixture fixture) : EngineTests(fixture)
{
    [Theory]
    [InlineData("Get-AuthleteService $serviceApiKey; Get-AuthleteClient")]
    [InlineData("Get-AuthleteClient; Get-AuthleteService $serviceApiKey")]
    [InlineData("(Get-AuthleteService $serviceApiKey).ToJson(); Get-AuthleteClient | ForEach-Object { $_.ToJson() }")]
    [InlineData(
        "Get-AuthleteClient | ForEach-Object { $_.ToJson() | ConvertFrom-Json }; (Get-AuthleteService $serviceApiKey).ToJson() | ConvertFrom-Json"
    )]
    [InlineData(
        "Get-AuthleteService $serviceApiKey; Get-AuthleteClient | ForEach-Object { [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($_, 5)) }"
    )]
    public void Objects_have_the_same_findings_as_the_live_service(string objects)
    {
        const string Describe = " | ForEach-Object { \"$($_.Rule) $($_.Target) $($_.Severity) $($_.Outcome) $($_.Message)\" }";

        var piped = Session.Run($"& {{ {objects} }} | Test-AuthleteConfiguration {Describe}");

        Assert.Equal(Texts(Session.Run("Test-AuthleteConfiguration" + Describe)), Texts(piped));

        static string[] Texts(System.Collections.Generic.IEnumerable<PSObject> items) =>
            [.. items.Select(item => item.ToString()).Order(StringComparer.Ordinal)];
    }

    [Fact]
    public void Clients_alone_have_no_findings_of_a_service()
    {
        var findings = Session.Run("Get-AuthleteClient | Test-AuthleteConfiguration -Rule AUT-C03, AUT-C06, AUT-S01");

        Assert.All(findings, finding => Assert.Equal("Client", finding.Text("Kind")));
        Assert.All(
            findings.Where(finding => finding.Text("Rule") == "AUT-C03"),
            finding =>
                Assert.Equal(
                    ("Skipped", "No service is among the objects. Pipe the service too."),
                    (finding.Text("Outcome"), finding.Text("Message"))
                )
        );
    }

    [Theory]
    [InlineData("Get-AuthleteClient | Select-Object ClientId, ClientName", "WrongObject")]
    [InlineData("Get-AuthleteConnection", "WrongObject")]
    [InlineData("[pscustomobject]@{ x = 1 }", "WrongObject")]
    [InlineData("5", "WrongObject")]
    [InlineData("'{ no JSON'", "InputNotJson")]
    [InlineData("'[1]'", "WrongObject")]
    public void What_is_neither_a_service_nor_a_client_ends_the_command(string script, string id)
    {
        var result = Session.TryRun(Scripts.Rethrowing($"{script} | Test-AuthleteConfiguration"));

        Assert.True(result.Terminated);
        Assert.StartsWith(id + ",", result.Errors[0].FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(result.Output);
    }

    [Fact]
    public void No_object_is_a_warning()
    {
        var warnings = Session.Run("Get-AuthleteClient -Name 'not there' | Test-AuthleteConfiguration -WarningVariable w; $w.Message");

        Assert.Equal(["There was no service or client in the pipeline, so nothing was checked."], warnings.Select(text => text.ToString()));
    }
}
