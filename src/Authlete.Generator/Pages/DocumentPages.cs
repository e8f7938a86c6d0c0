using System.IO;

namespace Authlete.Generator.Pages;

/// <summary>Writes the documents that are generated from other files of the repository.</summary>
internal static class DocumentPages
{
    public static int Run(string repository)
    {
        var docs = Path.Combine(repository, "docs");
        var errors = Path.Combine(repository, "src/Authlete.PowerShell/Help/about_Authlete_Errors.help.txt");
        Write(Path.Combine(docs, "errors.md"), ErrorPage.Of(File.ReadAllText(errors).ReplaceLineEndings("\n")));

        var results = File.ReadAllText(Path.Combine(repository, "tests/Authlete.Benchmarks/RESULTS.md")).ReplaceLineEndings("\n");
        foreach (var palette in ChartPalette.All)
        {
            Write(Path.Combine(docs, "images", $"performance-{palette.Name}.svg"), BenchmarkChart.Of(results, palette));
        }

        return 0;
    }

    // An unchanged file keeps its time, so that nothing is rebuilt.
    private static void Write(string path, string text)
    {
        if (!File.Exists(path) || File.ReadAllText(path) != text)
        {
            File.WriteAllText(path, text);
        }
    }
}
