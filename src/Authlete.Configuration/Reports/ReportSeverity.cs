namespace Authlete.Configuration.Reports;

/// <summary>How much a finding matters; the gravest first, as reports show them.</summary>
internal enum ReportSeverity
{
    High,
    Medium,
    Low,
    Info,
}
