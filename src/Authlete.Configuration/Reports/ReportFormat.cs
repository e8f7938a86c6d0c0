namespace Authlete.Configuration.Reports;

/// <summary>The formats of a report.</summary>
internal enum ReportFormat
{
    Html,
    Markdown,
    Sarif,
    JUnit,
}
