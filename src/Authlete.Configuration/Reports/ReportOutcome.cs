namespace Authlete.Configuration.Reports;

/// <summary>What became of a check, in the order in which reports show them: what somebody has to act on comes first.</summary>
internal enum ReportOutcome
{
    Fail,
    Investigate,
    Skipped,
    Suppressed,
    Pass,
    NotApplicable,
}
