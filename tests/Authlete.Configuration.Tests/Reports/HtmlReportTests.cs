using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using System.Xml.Linq;
using Authlete.Configuration.Reports;
using Authlete.Configuration.Rules;
using CsCheck;
using Xunit;

namespace Authlete.Configuration.Tests.Reports;

/// <summary>The content of the HTML page. Untrusted texts are text in it.</summary>
public sealed partial class HtmlReportTests
{
    private static readonly string[] s_browsers = ["chromium", "chromium-browser", "google-chrome", "chrome", "msedge"];

    [Fact]
    public void Any_page_is_well_formed_and_texts_of_others_make_no_elements() =>
        ReportSamples.Reports.Sample(
            report =>
            {
                var page = Parse(HtmlReport.Write(report));
                Assert.Single(page.Descendants("script"));
                Assert.Equal(
                    report.Findings.Count + report.Differences.Count,
                    page.Descendants("tbody").SelectMany(body => body.Elements("tr")).Count()
                );
                Assert.All(page.Descendants(), element => Assert.DoesNotContain(element.Attributes(), IsUnsafe));
                Assert.All(
                    page.Descendants("a"),
                    link => Assert.StartsWith("https://", (string)link.Attribute("href")!, StringComparison.Ordinal)
                );
            },
            iter: 200
        );

    [Fact]
    public void The_policy_allows_the_style_and_the_script_of_the_page_and_nothing_else()
    {
        var html = HtmlReport.Write(ReportSamples.Of(ReportSamples.OfEachOutcome));

        Assert.Contains(
            $"default-src 'none'; style-src 'sha256-{HashOf(Element(html, "style"))}'; script-src 'sha256-{HashOf(Element(html, "script"))}'; base-uri 'none'; form-action 'none'",
            html,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(" style=", html, StringComparison.Ordinal);
        Assert.DoesNotContain("@import", html, StringComparison.Ordinal);
        Assert.DoesNotContain("url(", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_field_has_a_label_and_every_table_has_headers()
    {
        var page = Parse(HtmlReport.Write(new ConfigurationReport(null, ReportSamples.OfEachOutcome, [ReportSamples.Difference], false)));

        Assert.All(
            page.Descendants().Where(element => element.Name.LocalName is "select" or "input"),
            field => Assert.Equal("label", field.Parent!.Name.LocalName)
        );
        foreach (var table in page.Descendants("table"))
        {
            Assert.NotEmpty(table.Elements("caption"));
            var columns = table.Element("thead")!.Element("tr")!.Elements("th").ToList();
            Assert.All(columns, column => Assert.Equal("col", (string)column.Attribute("scope")!));
            Assert.All(table.Element("tbody")!.Elements("tr"), row => Assert.Equal(columns.Count, row.Elements().Count()));
            Assert.All(table.Element("tbody")!.Elements("tr"), row => Assert.Equal("row", (string)row.Element("th")!.Attribute("scope")!));
        }
    }

    [Theory]
    [InlineData(nameof(RuleOutcome.Pass), "good")]
    [InlineData(nameof(RuleOutcome.Fail), "bad")]
    [InlineData(nameof(RuleOutcome.Skipped), "look")]
    [InlineData(nameof(RuleOutcome.Investigate), "look")]
    [InlineData(nameof(RuleOutcome.NotApplicable), "look")]
    [InlineData(null, "look")]
    public void Only_what_was_checked_and_passed_looks_healthy(string? outcome, string health)
    {
        var report = outcome is null
            ? ReportSamples.Of()
            : ReportSamples.Of(ReportSamples.Failed with { Outcome = Enum.Parse<RuleOutcome>(outcome) });

        Assert.Contains($"<p class=\"verdict {health}\">", HtmlReport.Write(report), StringComparison.Ordinal);
    }

    [Fact]
    public void Problems_only_leaves_out_rows_and_keeps_the_counts()
    {
        var html = HtmlReport.Write(new ConfigurationReport(null, ReportSamples.OfEachOutcome, [], problemsOnly: true));

        Assert.Contains("<dt>Passed</dt><dd>1</dd>", html, StringComparison.Ordinal);
        Assert.Equal(4, Parse(html).Descendants("tbody").Single().Elements("tr").Count());
    }

    /// <summary>If a browser is installed, runs the page in it: the script works, and the content security policy blocks nothing.</summary>
    [Fact]
    public async Task A_browser_shows_the_filter_and_complains_of_nothing()
    {
        var browser = s_browsers.SelectMany(OnPath).FirstOrDefault();
        Assert.SkipWhen(browser is null, "There is no Chromium on the path.");
        using var folder = new TemporaryFolder();
        folder.Write("report.html", HtmlReport.Write(ReportSamples.Of(ReportSamples.OfEachOutcome)));
        var start = new ProcessStartInfo(browser!)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        string[] arguments =
        [
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--enable-logging=stderr",
            "--user-data-dir=" + folder.FullName("profile"),
            "--dump-dom",
            new Uri(folder.FullName("report.html")).AbsoluteUri,
        ];
        Array.ForEach(arguments, start.ArgumentList.Add);

        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var page = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);

        Assert.Contains(">7 of 7 rows</output>", page, StringComparison.Ordinal);
        Assert.DoesNotMatch("<form[^>]* hidden", page);
        Assert.DoesNotContain("CONSOLE", await errors, StringComparison.Ordinal);
    }

    private static System.Collections.Generic.IEnumerable<string> OnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .SelectMany(folder => new[] { Path.Combine(folder, program), Path.Combine(folder, program + ".exe") })
            .Where(File.Exists);

    private static bool IsUnsafe(XAttribute attribute) =>
        attribute.Name.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase) || attribute.Name.LocalName == "style";

    /// <summary>Parses the page as XML, with void elements closed and without the content of its style and script.</summary>
    private static XElement Parse(string html)
    {
        var xml = StyleOrScript().Replace(html.Replace("<!DOCTYPE html>", "", StringComparison.Ordinal), "<$1></$1>");
        xml = EmptyElement().Replace(xml, "$0</$1>").Replace(" hidden>", " hidden=\"\">", StringComparison.Ordinal);
        return XDocument.Parse(xml).Root!;
    }

    private static string Element(string html, string name) =>
        Regex.Match(html, $"<{name}>(.*?)</{name}>", RegexOptions.Singleline).Groups[1].Value;

    private static string HashOf(string text) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    [GeneratedRegex("<(style|script)>.*?</\\1>", RegexOptions.Singleline)]
    private static partial Regex StyleOrScript();

    [GeneratedRegex("<(meta|input)( [^>]*)>")]
    private static partial Regex EmptyElement();
}
