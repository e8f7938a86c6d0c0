using System;
using System.IO;

namespace Authlete.Generator.Help;

/// <summary>Makes the module's help, MAML and Markdown, from the compiled cmdlets and their XML documentation.</summary>
internal static class HelpGenerator
{
    /// <param name="modulePath">The built module; its XML documentation and its dependencies lie beside it.</param>
    /// <param name="outputFolder">Where <c>en-US/</c> with the MAML goes.</param>
    /// <param name="docsFolder">Where one Markdown page a cmdlet and their index go, if anywhere.</param>
    /// <returns>0, or 1 if anything is missing: nothing is written then.</returns>
    public static int Run(string modulePath, string outputFolder, string? docsFolder)
    {
        var diagnostics = new HelpDiagnostics(Console.Error);
        if (!File.Exists(modulePath) || !File.Exists(Path.ChangeExtension(modulePath, ".xml")))
        {
            diagnostics.Report(HelpError.NoInput, Path.GetFileName(modulePath), "the module or its XML documentation is not there");
            return 1;
        }

        var cmdlets = ModuleReader.Read(Path.GetFullPath(modulePath));
        var docs = XmlDocs.Load(Path.GetDirectoryName(Path.GetFullPath(modulePath))!);
        var help = new HelpReader(docs, cmdlets, diagnostics).ReadAll();
        HelpRules.Check(help, diagnostics);
        if (diagnostics.Failed)
        {
            return 1;
        }

        var mamlFile = Path.Combine(outputFolder, "en-US", Path.GetFileName(modulePath) + "-Help.xml");
        MamlWriter.Write(help, mamlFile);
        if (docsFolder is not null)
        {
            MarkdownWriter.Write(help, docsFolder);
        }

        return 0;
    }
}
