using System;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Xunit;

namespace Authlete.PowerShell.Tests.Cmdlets;

public sealed class ConvertToReportTests(SandboxFixture fixture) : EngineTests(fixture)
{
    private const string Findings = """
        $findings = @(
            [pscustomobject]@{ Rule = 'AUT-C03'; Title = 'PKCE'; Severity = 'High'; Kind = 'Client'; Target = 'web-shop'; Id = 4326385670
                Outcome = 'Fail'; Passed = $false; Message = 'pkceRequired is false.'; Recommendation = 'Set it.'; Reference = 'RFC 9700'
                Uri = [uri]'https://example.com/AUT-C03'; File = 'prod/clients/web-shop.json'; Line = 12 }
            [pscustomobject]@{ Rule = 'AUT-S01'; Title = 'Password'; Severity = 'Low'; Kind = 'Service'; Target = 'My Service'; Id = $null
                Outcome = 'Pass'; Passed = $true; Message = 'No PASSWORD.'; Recommendation = 'Remove it.'; Reference = 'RFC 9700'
                Uri = $null; File = $null; Line = $null }
        )
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("authlete-");

    public static TheoryData<string> Formats => ["Html", "Markdown", "Sarif", "JUnit"];

    [Theory]
    [MemberData(nameof(Formats))]
    public void Copies_of_findings_make_the_same_report(string format)
    {
        Unconnected.Run($"{Findings}; Set-Location '{_folder}'");
        var report = Unconnected.RunSingle($"$findings | ConvertTo-AuthleteReport {format}").ToString();

        string[] copies =
        [
            "$findings | ConvertTo-Json | ConvertFrom-Json",
            ",($findings | ConvertTo-Json | ConvertFrom-Json)",
            "$findings | Export-Clixml f.xml; Import-Clixml f.xml",
            "$findings | ConvertTo-Csv | ConvertFrom-Csv",
            "$findings[1, 0]",
            "$findings, $null",
        ];
        Assert.All(
            copies,
            copy => Assert.Equal(report, Unconnected.RunSingle($"& {{ {copy} }} | ConvertTo-AuthleteReport {format}").ToString())
        );
        Assert.Equal(report, Unconnected.RunSingle($"ConvertTo-AuthleteReport {format} -InputObject $findings").ToString());
        Assert.Contains("AUT-C03", report, StringComparison.Ordinal);
    }

    [Fact]
    public void A_finding_of_the_module_has_all_its_members_in_the_report()
    {
        var type = ImportedModule.FindType("Authlete.PowerShell.ConfigurationFinding")!;
        var finding = Activator.CreateInstance(type, nonPublic: true)!;
        foreach (var property in type.GetProperties().Where(property => property.PropertyType == typeof(string)))
        {
            property.SetValue(finding, "value-of-" + property.Name);
        }

        type.GetProperty("Outcome")!.SetValue(finding, "Fail");
        type.GetProperty("Severity")!.SetValue(finding, "High");
        type.GetProperty("Line")!.SetValue(finding, 77);
        type.GetProperty("Uri")!.SetValue(finding, new Uri("https://example.com/page"));
        Unconnected.Set("finding", finding);

        var report = Unconnected.RunSingle("$finding | ConvertTo-AuthleteReport Html").ToString();

        string[] members = ["Rule", "Title", "Kind", "Target", "Message", "Recommendation", "Reference", "File"];
        Assert.All(members, member => Assert.Contains("value-of-" + member, report, StringComparison.Ordinal));
        Assert.Contains("value-of-File:77", report, StringComparison.Ordinal);
        Assert.Contains("href=\"https://example.com/page\"", report, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_file_has_the_same_text_with_LF_and_without_a_byte_order_mark(string format)
    {
        var path = Path.Combine(_folder.FullName, "report.txt");
        File.WriteAllText(path, new string('x', 100_000));

        var output = Unconnected.Run($"{Findings}; $findings | ConvertTo-AuthleteReport {format} -Path '{path}' -Title 'Täglich'");

        Assert.Empty(output);
        var bytes = File.ReadAllBytes(path);
        Assert.NotEqual(0xEF, bytes[0]);
        Assert.DoesNotContain((byte)'\r', bytes);
        var text = Unconnected.RunSingle($"$findings | ConvertTo-AuthleteReport {format} -Title 'Täglich'").ToString();
        Assert.Equal(text + "\n", File.ReadAllText(path));
        Assert.Contains(format == "Html" ? "T&#228;glich" : "Täglich", text, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatIf_writes_no_file()
    {
        var path = Path.Combine(_folder.FullName, "report.html");

        Unconnected.Run($"{Findings}; $findings | ConvertTo-AuthleteReport Html -Path '{path}' -WhatIf");

        Assert.False(File.Exists(path));
    }

    /// <summary>Otherwise the error would appear only after a check that can take minutes.</summary>
    [Theory]
    [InlineData("none/report.html", "Its folder doesn't exist.")]
    [InlineData("", "It is a folder.")]
    [InlineData("read-only.html", "It is read-only.")]
    public void A_path_that_can_not_be_written_is_an_error_before_anything_is_read(string name, string reason)
    {
        var path = Path.Combine(_folder.FullName, "read-only.html");
        File.WriteAllText(path, "before");
        File.SetAttributes(path, FileAttributes.ReadOnly);

        var result = Unconnected.TryRun(
            Scripts.Rethrowing(
                $"& {{ $global:read = $true; @() }} | ConvertTo-AuthleteReport Html -Path '{Path.Combine(_folder.FullName, name)}'"
            )
        );

        var error = Assert.Single(result.Errors);
        Assert.StartsWith("FileNotWritable,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.EndsWith(reason, error.Exception.Message, StringComparison.Ordinal);
        Assert.True(result.Terminated);
        Assert.Null(Unconnected.Run("$global:read").SingleOrDefault());
        Assert.Equal("before", File.ReadAllText(path));
    }

    [Theory]
    [InlineData("'text'", "WrongObject", "type System.String.")]
    [InlineData("$true", "WrongObject", "type System.Boolean.")]
    [InlineData("Get-Item /", "WrongObject", "type System.IO.DirectoryInfo.")]
    [InlineData("[pscustomobject]@{ Rule = 'x' }", "WrongObject", "PSCustomObject.")]
    [InlineData("$odd = $findings[0].PSObject.Copy(); $odd.Outcome = 'Fine'; $odd", "InvalidArgument", "'AUT-C03' has the outcome 'Fine'")]
    [InlineData("$odd = $findings[0].PSObject.Copy(); $odd.Severity = 'Fatal'; $odd", "InvalidArgument", "High, Medium, Low, Info")]
    [InlineData("$odd = $findings[0].PSObject.Copy(); $odd.Outcome = '1'; $odd", "InvalidArgument", "outcome '1'")]
    public void An_object_that_is_no_finding_ends_the_command_before_anything_is_written(string input, string id, string message)
    {
        var path = Path.Combine(_folder.FullName, "report.html");

        var result = Unconnected.TryRun(
            Scripts.Rethrowing($"{Findings}; & {{ $findings; {input} }} | ConvertTo-AuthleteReport Html -Path '{path}'")
        );

        var error = Assert.Single(result.Errors);
        Assert.StartsWith(id + ",", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(message, error.Exception.Message, StringComparison.Ordinal);
        Assert.True(result.Terminated);
        Assert.False(File.Exists(path));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void An_empty_input_is_a_report_that_says_so_with_a_warning(string format)
    {
        var results = new[] { "@()", "$null" }.Select(input => Unconnected.TryRun($"{input} | ConvertTo-AuthleteReport {format}"));

        Assert.All(
            results,
            result =>
            {
                Assert.Contains("nothing was checked", Assert.Single(result.Output).ToString(), StringComparison.Ordinal);
                Assert.Contains("nothing was checked", Assert.Single(result.Warnings), StringComparison.Ordinal);
            }
        );
    }

    [Fact]
    public void A_link_that_is_no_web_address_is_left_out()
    {
        var report = Unconnected.RunSingle(
            $"{Findings}; $findings[0].Uri = 'javascript:alert(1)'; $findings | ConvertTo-AuthleteReport Html"
        );

        Assert.DoesNotContain("javascript:", report.ToString(), StringComparison.Ordinal);
    }

    /// <summary>CI systems resolve files relative to the root of the repository, in which the check runs.</summary>
    [Theory]
    [InlineData("./prod")]
    [InlineData("prod/")]
    [InlineData("$pwd/prod")]
    public void Findings_of_a_folder_name_their_files_from_where_the_report_is_made(string path)
    {
        Session.Run($"Set-Location '{_folder}'; Export-AuthleteConfiguration ./prod -Confirm:$false");

        var report = Session.RunSingle($"Test-AuthleteConfiguration {path} | ConvertTo-AuthleteReport Sarif").ToString();

        var files = Regex.Matches(report, "\"uri\": \"(.*)\"").Select(match => match.Groups[1].Value).ToHashSet();
        Assert.Contains("prod/service.json", files);
        Assert.All(files, file => Assert.True(File.Exists(Path.Combine(_folder.FullName, file)), file));
    }

    [Fact]
    public void Differences_of_a_folder_are_reported_with_their_values()
    {
        var folder = Path.Combine(_folder.FullName, "prod");
        var client = Session
            .RunSingle(
                "New-AuthleteClient -ClientName report-me -RedirectUris 'https://a.example.com/', 'https://b.example.com/' -Confirm:$false"
            )
            .Value("ClientId");
        Session.Run($"Export-AuthleteConfiguration '{folder}' -Confirm:$false");
        Session.Run($"Set-AuthleteClient {client} -RedirectUris 'https://a.example.com/' -PkceRequired $true -Confirm:$false");

        var report = Session.RunSingle($"Compare-AuthleteConfiguration '{folder}' | ConvertTo-AuthleteReport JUnit").ToString();

        Assert.Contains($"name=\"Client report-me ({client})\" tests=\"2\" failures=\"2\"", report, StringComparison.Ordinal);
        Assert.Contains("pkceRequired: false in the reference, true on the other side.", report, StringComparison.Ordinal);
        Assert.Contains(": https://a.example.com/, https://b.example.com/ in the reference, ", report, StringComparison.Ordinal);
    }

    public override void Dispose()
    {
        foreach (var file in _folder.EnumerateFiles())
        {
            file.Attributes = FileAttributes.Normal;
        }

        _folder.Delete(recursive: true);
        base.Dispose();
    }
}
