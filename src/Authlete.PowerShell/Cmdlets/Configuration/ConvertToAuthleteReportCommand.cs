using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Text;
using Authlete.Configuration.Reports;
using Authlete.PowerShell.Errors;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Creates a report of findings or differences: a web page, a job summary, SARIF or JUnit XML.</summary>
/// <remarks>
/// <para>Pipe the output of <c>Test-AuthleteConfiguration</c> or <c>Compare-AuthleteConfiguration</c>, directly or from a job or a file (<c>Import-Clixml</c>, <c>ConvertFrom-Json</c>, <c>Import-Csv</c>). The cmdlet makes no call. The same input, in any order, gives the same text. A report has no time, so put one into <c>-Title</c> if you need it.</para>
/// <para>Html is one file that loads nothing, with filters by outcome, severity and target. Markdown is for the summary of a CI job, and stays below the 1 MiB that GitHub takes. JUnit has a suite for each service or client, and a test for each check; a check that couldn't be decided, doesn't apply or is suppressed is a skipped test. Sarif is version 2.1.0: a failed check is an error, a warning or a note, suppressed findings are marked, and a passed check has the kind pass.</para>
/// <para>GitHub code scanning creates an alert for every result, even if it passed or is suppressed, and accepts up to 25,000. For an upload, specify <c>-ProblemsOnly</c>. Code scanning also requires a file, so a finding of a live service has a path that identifies the client, such as authlete/client/4326385670.</para>
/// <para>If there are no findings or differences, the report says so, and the cmdlet writes a warning. An object of another type ends the command before anything is written.</para>
/// </remarks>
/// <example>
/// <para>Check the service and its clients, and create a web page of the findings.</para>
/// <code>
/// Test-AuthleteConfiguration | ConvertTo-AuthleteReport Html -Path ./checks.html -Title 'Checks of prod'
/// </code>
/// </example>
/// <example>
/// <para>Check an exported folder, for code scanning.</para>
/// <code>
/// Export-AuthleteConfiguration ./prod
/// Test-AuthleteConfiguration ./prod | ConvertTo-AuthleteReport Sarif -Path ./checks.sarif -ProblemsOnly
/// </code>
/// </example>
/// <example>
/// <para>Add the differences between a folder and the live service to the summary of a GitHub Actions job.</para>
/// <code>
/// Export-AuthleteConfiguration ./prod
/// Set-AuthleteClient $clientId -PkceRequired $true -Confirm:$false
/// $summary = if ($env:GITHUB_STEP_SUMMARY) { $env:GITHUB_STEP_SUMMARY } else { './summary.md' }
/// Compare-AuthleteConfiguration ./prod | ConvertTo-AuthleteReport Markdown | Out-File $summary -Append -Encoding utf8
/// </code>
/// </example>
/// <inputs type="System.Object">Findings, or differences.</inputs>
/// <seealso cref="TestAuthleteConfigurationCommand"/>
/// <seealso cref="CompareAuthleteConfigurationCommand"/>
/// <seealso cref="GetAuthleteConfigurationRuleCommand"/>
/// <seealso>about_Authlete_Configuration</seealso>
/// <seealso href="docs/configuration-as-code.md">Configuration as code</seealso>
/// <seealso href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html">SARIF 2.1.0</seealso>
[Cmdlet(VerbsData.ConvertTo, "AuthleteReport", SupportsShouldProcess = true, HelpUri = CmdletPage.Folder + "ConvertTo-AuthleteReport.md")]
[OutputType(typeof(string))]
public sealed class ConvertToAuthleteReportCommand : AuthleteCmdlet
{
    // Code scanning refuses a log with more.
    private const int MaxScanningResults = 25_000;

    private readonly List<PSObject> _items = [];
    private string? _path;

    /// <summary>The format of the report.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateSet("Html", "Markdown", "Sarif", "JUnit")]
    public string Format { get; set; } = "";

    /// <summary>A finding or a difference.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    [AllowNull]
    [AllowEmptyCollection]
    public PSObject? InputObject { get; set; }

    /// <summary>The file to write, in UTF-8 without a byte order mark. An existing file is replaced. By default, the cmdlet returns the report as one string.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>The title of the report.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Title { get; set; }

    /// <summary>Indicates that the report leaves out findings that need no action: those that passed, don't apply or are suppressed. They are still counted.</summary>
    [Parameter]
    public SwitchParameter ProblemsOnly { get; set; }

    /// <summary>Looks at the path before what comes through the pipeline is waited for.</summary>
    protected override void BeginProcessing() => _path = Path is null ? null : RunOrTerminate(ResolvePath);

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var item in (LanguagePrimitives.GetEnumerable(InputObject) ?? new[] { InputObject }).Cast<object?>())
        {
            if (item is not null)
            {
                _items.Add(RunOrTerminate(() => Accept(PSObject.AsPSObject(item))));
            }
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_items.Count == 0)
        {
            WriteWarning(ConfigurationReport.NothingReported);
        }

        var text = RunOrTerminate(CreateText);
        if (_path is null)
        {
            WriteObject(text.TrimEnd('\n'));
        }
        else if (ShouldProcess(_path, "Write the report"))
        {
            RunOrTerminate(() => WriteFile(_path, text));
        }
    }

    private static PSObject Accept(PSObject item) =>
        ReportInput.IsFinding(item) || ReportInput.IsDifference(item) ? item : throw SetupErrors.NothingToReport(item.TypeNames[0]);

    private static bool WriteFile(string path, string text)
    {
        try
        {
            File.WriteAllText(path, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw SetupErrors.FileNotWritable(path, e.Message);
        }
    }

    private string CreateText()
    {
        var folder = SessionState.Path.CurrentFileSystemLocation.ProviderPath;
        var builder = new ReportBuilder();
        foreach (var item in _items)
        {
            ThrowIfStopping();
            if (ReportInput.IsFinding(item))
            {
                builder.Add(ReportInput.ToFinding(item, folder));
            }
            else
            {
                builder.Add(ReportInput.ToDifference(item));
            }
        }

        var report = builder.Build(Title, ProblemsOnly);
        var format = (ReportFormat)Enum.Parse(typeof(ReportFormat), Format, ignoreCase: true);
        if (format == ReportFormat.Sarif && report.RowCount > MaxScanningResults)
        {
            WriteWarning("GitHub code scanning accepts up to 25,000 results, but this log has more. Specify -ProblemsOnly.");
        }

        return ReportWriting.Write(report, format);
    }

    private void ThrowIfStopping()
    {
        if (StopToken.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
    }

    private string ResolvePath()
    {
        var path = SessionState.Path.GetUnresolvedProviderPathFromPSPath(Path, out var provider, out _);
        return provider.Name != "FileSystem" ? throw SetupErrors.FileNotWritable(path, "It isn't a file in the file system.")
            : Directory.Exists(path) ? throw SetupErrors.FileNotWritable(path, "It is a folder.")
            : !Directory.Exists(System.IO.Path.GetDirectoryName(path))
                ? throw SetupErrors.FileNotWritable(path, "Its folder doesn't exist.")
            : File.Exists(path) && File.GetAttributes(path).HasFlag(FileAttributes.ReadOnly)
                ? throw SetupErrors.FileNotWritable(path, "It is read-only.")
            : path;
    }
}
