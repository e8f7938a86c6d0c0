using System;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Xunit;

namespace Authlete.PowerShell.Tests.Cmdlets;

/// <summary>The output and views of rules and findings.</summary>
public sealed class ConfigurationRuleTests(SandboxFixture fixture) : EngineTests(fixture)
{
    public static TheoryData<string> Pages =>
        [.. Directory.GetFiles(PagesFolder, "AUT-*.md").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    private static string PagesFolder => Path.Combine(StagedModule.Repository, "docs", "rules");

    [Theory]
    [MemberData(nameof(Pages))]
    public void The_command_of_a_page_runs(string page)
    {
        var folder = Directory.CreateTempSubdirectory("authlete-");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "jwks.json"), "{\"keys\":[]}");
            File.WriteAllText(Path.Combine(folder.FullName, "public-jwks.json"), "{\"keys\":[]}");
            File.WriteAllText(Path.Combine(folder.FullName, "root.pem"), "-----BEGIN CERTIFICATE-----\nAA==\n-----END CERTIFICATE-----");
            var command = Regex.Match(
                File.ReadAllText(Path.Combine(PagesFolder, page)),
                "```powershell\n(.*?)\n```",
                RegexOptions.Singleline
            );

            var result = Session.TryRun(
                $"Set-Location '{folder.FullName}'; $PSDefaultParameterValues['Set-*:WhatIf'] = $true; {command.Groups[1].Value}"
            );

            Assert.NotEmpty(command.Value);
            Assert.Empty(result.Errors);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Rules_are_listed_without_a_connection()
    {
        Session.Run("Disconnect-Authlete");

        Assert.Equal(73, Session.Run("Get-AuthleteConfigurationRule").Count);
        Assert.Equal(12, Session.Run("Get-AuthleteConfigurationRule AUT-F*").Count);
        var rule = Session.RunSingle("Get-AuthleteConfigurationRule aut-f12");
        Assert.Equal(
            ("AUT-F12", "AUT-F12", "Medium", "Service", "Fapi2"),
            (rule.Text("Id"), rule.Text("Rule"), rule.Text("Severity"), rule.Text("Kind"), rule.Text("Profile"))
        );
        foreach (var name in (string[])["Title", "Description", "Reference", "Recommendation", "FalsePositives"])
        {
            Assert.NotEmpty(rule.Text(name)!);
        }

        Assert.StartsWith(
            "RuleNotFound,",
            Session.RunError("Get-AuthleteConfigurationRule AUT-C66").FullyQualifiedErrorId,
            StringComparison.Ordinal
        );
        Assert.Empty(Session.Run("Get-AuthleteConfigurationRule X*"));
    }

    [Fact]
    public void Rule_ids_complete_with_their_titles()
    {
        var found = Session.Run("(TabExpansion2 'Test-AuthleteConfiguration -Rule AUT-F1' 37).CompletionMatches");

        Assert.Equal(["AUT-F10", "AUT-F11", "AUT-F12"], found.Select(match => match.Text("CompletionText")));
        Assert.Equal("A FAPI 2.0 service must not rotate refresh tokens", found[1].Text("ToolTip"));
    }

    [Theory]
    [InlineData(80)]
    [InlineData(120)]
    public void The_view_groups_by_target_and_shows_the_whole_message(int width)
    {
        var id = NewClient("-RedirectUris 'http://client.example.com/a/rather/long/path/which/does/not/fit/into/the/column/callback'");

        var text = Session.RunSingle($"Test-AuthleteConfiguration -ClientId {id} | Out-String -Width {width}").ToString();

        var lines = text.Split('\n').Select(line => line.TrimEnd()).ToList();
        Assert.Single(lines, line => line.Contains($"({id})", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.Length > width);
        Assert.Contains(lines, line => line.StartsWith("High     AUT-C06 Fail          redirectUris contains", StringComparison.Ordinal));
        Assert.Contains(
            "redirectUriscontainshttp://client.example.com/a/rather/long/path/which/does/not/fit/into/the/column/callback,whichisn'tencrypted.",
            string.Concat(text.Where(character => !char.IsWhiteSpace(character))),
            StringComparison.Ordinal
        );
    }

    private object? NewClient(string parameters) =>
        Session.RunSingle($"New-AuthleteClient -ClientName 'Shop {Guid.NewGuid():N}' {parameters} -Confirm:$false").Value("ClientId");
}
