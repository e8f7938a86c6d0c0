using System;

namespace Authlete.Configuration.Reports;

/// <summary>Writes a report in a format. The same report gives the same text.</summary>
internal static class ReportWriting
{
    public static string Write(ConfigurationReport report, ReportFormat format) =>
        format switch
        {
            ReportFormat.Html => HtmlReport.Write(report),
            ReportFormat.Markdown => MarkdownReport.Write(report),
            ReportFormat.Sarif => SarifReport.Write(report),
            ReportFormat.JUnit => JUnitReport.Write(report),
            _ => throw new ArgumentOutOfRangeException(nameof(format)),
        };
}
