using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Text;
using Authlete.Configuration.Reports;
using Authlete.PowerShell.Errors;

namespace Authlete.PowerShell.Cmdlets;

/// <summary>Creates an HTML, Markdown, SARIF or JUnit XML report of findings or differences.</summary>
/// <remarks>
/// <para>Pipe the output of <c>Test-AuthleteConfiguration</c> or <c>Compare-AuthleteConfiguration</c>, directly or from a job or a file (<c>Import-Clixml</c>, <c>ConvertFrom-Json</c>, <c>Import-Csv</c>). The same input, in any order, gives the same report. A report contains no time. To add one, use <c>-Title</c>. The cmdlet makes no call. The formats are:</para>
/// <list type="bullet">
/// <item>Html: a single web page that loads nothing, with filters by outcome, severity and target.</item>
/// <item>Markdown: a summary for a CI job. It stays below the 1 MiB that GitHub accepts.</item>
/// <item>JUnit: a suite for each service or client, and a test for each check. A check that is undecided, suppressed or doesn't apply is a skipped test.</item>
/// <item>Sarif: SARIF 2.1.0. A failed check is an error, a warning or a note. Suppressed findings are marked, and a passed check has the kind pass.</item>
/// </list>
/// <para>GitHub code scanning creates an alert for every result in a SARIF file, even if it passed or is suppressed, and accepts up to 25,000 results. For an upload, specify <c>-ProblemsOnly</c>. Code scanning also requires a file, so a finding about a live service has a path that identifies the client, such as authlete/client/4326385670.</para>
/// <para>If there are no findings or differences, the report says so, and the cmdlet writes a warning. If you pipe an object of another type, the command ends before it writes anything.</para>
/// </remarks>
/// <example>
/// <para>Create a web page of the findings.</para>
/// <code>
/// Test-AuthleteConfiguration |
///     ConvertTo-AuthleteReport Html -Path ./checks.html -Title 'Production'
/// </code>
/// </example>
/// <example>
/// <para>Create a SARIF file for code scanning.</para>
/// <code>
/// Export-AuthleteConfiguration ./prod
/// Test-AuthleteConfiguration ./prod |
///     ConvertTo-AuthleteReport Sarif -Path ./checks.sarif -ProblemsOnly
/// </code>
/// </example>
/// <example>
/// <para>Create a Markdown summary of the drift.</para>
/// <code>
/// Export-AuthleteConfiguration ./prod
/// Set-AuthleteClient $clientId -PkceRequired $true
/// Compare-AuthleteConfiguration ./prod |
///     ConvertTo-AuthleteReport Markdown -Path ./summary.md
/// </code>
/// <para>In GitHub Actions, append the report to the file in $env:GITHUB_STEP_SUMMARY.</para>
/// </example>
/// <inputs type="System.Object">Findings from Test-AuthleteConfiguration, or differences from Compare-AuthleteConfiguration.</inputs>
/// <outputs type="System.String">The report. If you specify <c>-Path</c>, this cmdlet returns no output.</outputs>
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
    // Code scanning rejects a log with more results.
    private const int MaxScanningResults = 25_000;

    private readonly List<PSObject> _items = [];
    private string? _path;

    /// <summary>The format of the report.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateSet("Html", "Markdown", "Sarif", "JUnit")]
    public string Format { get; set; } = "";

    /// <summary>The findings or differences.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    [AllowNull]
    [AllowEmptyCollection]
    public PSObject? InputObject { get; set; }

    /// <summary>The file to write, in UTF-8 without a byte order mark. The cmdlet replaces an existing file. By default, it returns the report as a string.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>The title of the report.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Title { get; set; }

    /// <summary>Indicates that the report omits findings that passed, don't apply or are suppressed. The totals include them.</summary>
    [Parameter]
    public SwitchParameter ProblemsOnly { get; set; }

    /// <summary>Checks the path before the cmdlet waits for objects from the pipeline.</summary>
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
