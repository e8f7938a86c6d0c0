using System.Collections.Generic;

namespace Authlete.Configuration.Reports;

/// <summary>Collects the content of a report.</summary>
internal sealed class ReportBuilder
{
    private readonly List<ReportFinding> _findings = [];
    private readonly List<ReportDifference> _differences = [];

    public void Add(ReportFinding finding) => _findings.Add(finding);

    public void Add(ReportDifference difference) => _differences.Add(difference);

    public ConfigurationReport Build(string? title, bool problemsOnly) => new(title, _findings, _differences, problemsOnly);
}
