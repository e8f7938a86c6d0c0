using System.Globalization;
using System.IO;

namespace Authlete.Generator.Help;

/// <summary>Messages in the form that MSBuild takes for errors.</summary>
internal sealed class HelpDiagnostics(TextWriter writer)
{
    public bool Failed { get; private set; }

    public void Report(HelpError error, string subject, string message)
    {
        Failed = true;
        writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"error HELP{(int)error:D3}: {subject}: {message}"));
    }
}
