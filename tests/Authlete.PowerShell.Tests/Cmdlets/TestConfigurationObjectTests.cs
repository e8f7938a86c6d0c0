using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using Xunit;

namespace Authlete.PowerShell.Tests.Cmdlets;

/// <summary>Services and clients from the pipeline.</summary>
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
                    ("Skipped", "The input contains no service. Pipe the service too."),
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
    public void An_object_that_is_neither_a_service_nor_a_client_ends_the_command(string script, string id)
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

    [Fact]
    public void Several_services_are_an_error_that_says_so()
    {
        var result = Session.TryRun(
            Scripts.Rethrowing("$service = Get-AuthleteService $serviceApiKey; $service, $service | Test-AuthleteConfiguration")
        );

        Assert.StartsWith("WrongObject,", result.Errors[0].FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.StartsWith("The input contains several services.", result.Errors[0].Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void JSON_of_something_else_is_not_named_after_a_type_of_this_module()
    {
        var result = Session.TryRun(Scripts.Rethrowing("'{\"a\":1}' | Test-AuthleteConfiguration"));

        Assert.EndsWith("but this is JSON of something else.", result.Errors[0].Exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Get-AuthleteService $serviceApiKey; Get-AuthleteClient", 1)]
    [InlineData("Get-AuthleteClient", 0)]
    public void A_suppression_that_fits_nothing_is_a_warning_if_the_service_is_there_too(string objects, int count)
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        File.WriteAllText(file, """[{"rule":"AUT-C06","target":"not-there","reason":"test"}]""");
        try
        {
            var warnings = Session.Run(
                $"$null = & {{ {objects} }} | Test-AuthleteConfiguration -Rule AUT-C06 -SuppressionFile '{file}' -WarningVariable w; $w | ForEach-Object Message"
            );

            Assert.Equal(count, warnings.Count);
            Assert.All(
                warnings,
                text =>
                    Assert.StartsWith(
                        "The suppression of AUT-C06 for not-there matches no finding.",
                        text.ToString(),
                        StringComparison.Ordinal
                    )
            );
        }
        finally
        {
            File.Delete(file);
        }
    }
}
