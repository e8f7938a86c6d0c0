using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Xml;
using Authlete.Configuration.Rules;

namespace Authlete.Configuration.Reports;

/// <summary>Writes JUnit XML for GitHub, GitLab, Azure Pipelines, and Jenkins: a suite for each target, a test for each check.</summary>
internal static class JUnitReport
{
    // Checks aren't timed, and a report without times is the same for the same input.
    private const string NoTime = "0";

    public static string Write(ConfigurationReport report)
    {
        var settings = new XmlWriterSettings
        {
            Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            Indent = true,
            NewLineChars = "\n",
        };
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, settings))
        {
            Write(xml, report);
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static void Write(XmlWriter xml, ConfigurationReport report)
    {
        var findings = report.Findings.Concat(report.Differences.Select(difference => difference.ToFinding())).ToList();
        xml.WriteStartElement("testsuites");
        xml.WriteAttributeString("name", report.Title);
        xml.WriteAttributeString("tests", Number(Math.Max(findings.Count, 1)));
        xml.WriteAttributeString("failures", Number(findings.Count(IsFailure)));
        xml.WriteAttributeString("errors", "0");
        xml.WriteAttributeString("time", NoTime);
        foreach (var suite in findings.GroupBy(finding => (finding.TargetName, finding.Id, finding.File)))
        {
            WriteSuite(xml, [.. suite]);
        }

        if (findings.Count == 0)
        {
            WriteNothing(xml, report);
        }

        xml.WriteEndElement();
    }

    private static void WriteSuite(XmlWriter xml, List<ReportFinding> findings)
    {
        var name = NameOf(findings[0]);
        StartSuite(xml, name, findings.Count, findings.Count(IsFailure), findings.Count(IsSkipped));
        if (findings[0].File is { } file)
        {
            xml.WriteAttributeString("file", file);
        }

        foreach (var finding in findings)
        {
            StartTest(xml, name, finding.Rule + " " + finding.Title);
            if (IsFailure(finding))
            {
                xml.WriteStartElement("failure");
                xml.WriteAttributeString("message", $"{finding.Severity}: {finding.Message}");
                xml.WriteAttributeString("type", finding.Rule);
                xml.WriteString(DetailsOf(finding));
                xml.WriteEndElement();
            }
            else if (IsSkipped(finding))
            {
                WriteSkipped(xml, $"{finding.Outcome.ToDisplayName()}: {finding.Message}");
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    /// <summary>Some systems reject a file without tests, others report success. All show a test.</summary>
    private static void WriteNothing(XmlWriter xml, ConfigurationReport report)
    {
        StartSuite(xml, report.Title, 1, 0, report.IsEmpty ? 1 : 0);
        StartTest(xml, report.Title, report.IsEmpty ? "Something was checked" : report.Verdict);
        if (report.IsEmpty)
        {
            WriteSkipped(xml, report.Verdict);
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void StartSuite(XmlWriter xml, string name, int tests, int failures, int skipped)
    {
        xml.WriteStartElement("testsuite");
        xml.WriteAttributeString("name", name);
        xml.WriteAttributeString("tests", Number(tests));
        xml.WriteAttributeString("failures", Number(failures));
        xml.WriteAttributeString("errors", "0");
        xml.WriteAttributeString("skipped", Number(skipped));
        xml.WriteAttributeString("time", NoTime);
    }

    private static void StartTest(XmlWriter xml, string suite, string name)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("name", name);
        xml.WriteAttributeString("classname", suite);
        xml.WriteAttributeString("time", NoTime);
    }

    private static void WriteSkipped(XmlWriter xml, string message)
    {
        xml.WriteStartElement("skipped");
        xml.WriteAttributeString("message", message);
        xml.WriteEndElement();
    }

    /// <summary>Two folders can have clients with the same label, so the name contains the file.</summary>
    private static string NameOf(ReportFinding finding) =>
        finding.File is null ? finding.TargetName : $"{finding.TargetName} ({finding.File})";

    private static string DetailsOf(ReportFinding finding)
    {
        string?[] lines =
        [
            finding.Message,
            finding.Recommendation.Length > 0 ? "To do: " + finding.Recommendation : null,
            finding.Reference.Length > 0 ? "Reference: " + finding.Reference : null,
            finding.Place is { } place ? "File: " + place : null,
            finding.Uri is { } uri ? "See " + uri.AbsoluteUri : null,
        ];
        return string.Join("\n", lines.Where(line => line is not null));
    }

    private static bool IsFailure(ReportFinding finding) => finding.Outcome == RuleOutcome.Fail;

    private static bool IsSkipped(ReportFinding finding) => finding.Outcome is not (RuleOutcome.Fail or RuleOutcome.Pass);

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
}
