using System.Collections.Generic;
using System.Linq;

namespace Authlete.Generator.Help;

/// <summary>What the help of every cmdlet must have.</summary>
internal static class HelpRules
{
    private const int MinimumExamples = 2;

    // What fits into a line of Get-Help in a console of 80 columns.
    private const int LongestTitle = 57;
    private const int LongestCode = 76;

    public static void Check(IReadOnlyList<CmdletHelp> help, HelpDiagnostics diagnostics)
    {
        foreach (var cmdlet in help)
        {
            Check(cmdlet, diagnostics);
        }
    }

    private static void Check(CmdletHelp cmdlet, HelpDiagnostics diagnostics)
    {
        if (cmdlet.Synopsis.Count == 0)
        {
            diagnostics.Report(HelpError.NoSynopsis, cmdlet.Name, "no synopsis");
        }

        if (cmdlet.Description.Count == 0)
        {
            diagnostics.Report(HelpError.NoDescription, cmdlet.Name, "no description");
        }

        if (cmdlet.Examples.Count < MinimumExamples)
        {
            diagnostics.Report(HelpError.TooFewExamples, cmdlet.Name, $"fewer than {MinimumExamples} examples");
        }

        if (cmdlet.Links.Count == 0)
        {
            diagnostics.Report(HelpError.NoRelatedLink, cmdlet.Name, "no related link");
        }

        if (!cmdlet.Facts.HasPage)
        {
            diagnostics.Report(HelpError.WrongPage, cmdlet.Name, "HelpUri isn't the address of the cmdlet's page");
        }

        foreach (var parameter in cmdlet.Parameters)
        {
            if (parameter.Description.Count == 0)
            {
                diagnostics.Report(HelpError.NoParameterText, cmdlet.Name, $"-{parameter.Facts.Name}: no text");
            }
        }

        foreach (var type in cmdlet.Inputs.Concat(cmdlet.Outputs).Where(t => t.Description.Count == 0))
        {
            diagnostics.Report(HelpError.NoTypeText, cmdlet.Name, $"{type.TypeName}: no text");
        }

        for (var i = 0; i < cmdlet.Examples.Count; i++)
        {
            if (cmdlet.Examples[i].Title.Length == 0)
            {
                diagnostics.Report(HelpError.IncompleteExample, cmdlet.Name, $"example {i + 1}: no title");
            }

            if (cmdlet.Examples[i].Title.Length > LongestTitle || cmdlet.Examples[i].Code.Split('\n').Any(l => l.Length > LongestCode))
            {
                diagnostics.Report(HelpError.WideExample, cmdlet.Name, $"example {i + 1}: a line doesn't fit in 80 columns");
            }

            if (cmdlet.Examples[i].Code.Length == 0)
            {
                diagnostics.Report(HelpError.IncompleteExample, cmdlet.Name, $"example {i + 1}: no code");
            }
        }
    }
}
