using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace Authlete.Generator.Code;

/// <summary>Writes the generated sources, or compares them with the files in the repository.</summary>
internal static class CodeGenerator
{
    public static int Run(string repository, bool check)
    {
        var facts = ReadFacts(repository);
        var problems = FactsCheck.FindProblems(facts).Select(problem => "error GEN002: " + problem).ToList();
        if (check)
        {
            problems.AddRange(FindStale(repository).Select(path => $"error GEN001: {path} isn't current. Run the generator."));
        }

        problems.ForEach(Console.Error.WriteLine);
        if (!check && problems.Count == 0)
        {
            Write(repository, facts);
        }

        return problems.Count == 0 ? 0 : 1;
    }

    public static Facts ReadFacts(string repository) => Facts.Read(Path.Combine(Client(repository), "Api", "authlete-2.3.json"));

    /// <summary>The generated files that are missing, outdated, or no longer generated, relative to the repository.</summary>
    public static IReadOnlyList<string> FindStale(string repository)
    {
        var files = Generate(repository, ReadFacts(repository));
        return [.. FindChanged(files).Concat(FindLeftOver(repository, files)).Select(path => Path.GetRelativePath(repository, path))];
    }

    private static void Write(string repository, Facts facts)
    {
        var files = Generate(repository, facts);
        var changed = FindChanged(files).ToList();
        foreach (var path in changed)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, files[path]);
        }

        var leftOver = FindLeftOver(repository, files).ToList();
        leftOver.ForEach(File.Delete);
        Console.WriteLine($"{files.Count} files, {changed.Count} written, {leftOver.Count} removed");
    }

    private static IEnumerable<string> FindChanged(SortedDictionary<string, string> files) =>
        files.Where(file => !File.Exists(file.Key) || File.ReadAllText(file.Key) != file.Value).Select(file => file.Key);

    private static IEnumerable<string> FindLeftOver(string repository, SortedDictionary<string, string> files) =>
        Directory
            .EnumerateFiles(Path.Combine(repository, "src"), "*.g.cs", SearchOption.AllDirectories)
            .Where(path =>
                !files.ContainsKey(path)
                && !path.Contains(Path.DirectorySeparatorChar + "obj" + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            );

    private static string Client(string repository) => Path.Combine(repository, "src", "Authlete.ApiClient");

    private static SortedDictionary<string, string> Generate(string repository, Facts facts)
    {
        var client = Client(repository);
        var module = Path.Combine(repository, "src", "Authlete.PowerShell");
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var settable = facts.RequestSchemas();
        var shown = facts.PublicSchemas();
        foreach (var (name, schema) in facts.Schemas)
        {
            files[Path.Combine(client, "Models", name + ".g.cs")] = ModelSource.Write(
                name,
                schema,
                facts,
                settable.Contains(name),
                shown.Contains(name)
            );
        }

        foreach (var (name, values) in facts.Enums)
        {
            files[Path.Combine(client, "Values", name + ".g.cs")] = ValueSetSource.Write(name, values);
        }

        files[Path.Combine(client, "Api", "Operations.g.cs")] = OperationsSource.Write(facts);
        foreach (var (request, names) in facts.RequestParameters)
        {
            var name = RequestParametersSource.NameFor(request);
            files[Path.Combine(module, "Binding", "Parameters", name + ".g.cs")] = RequestParametersSource.Write(name, names);
        }

        foreach (var cmdlet in facts.Cmdlets)
        {
            files[Path.Combine(module, "Cmdlets", cmdlet.Area, cmdlet.Class + ".g.cs")] = CmdletSource.Write(cmdlet, facts);
        }

        foreach (var settings in facts.Settings)
        {
            files[Path.Combine(module, "Cmdlets", settings.Area, settings.Class + ".g.cs")] = CmdletSource.Write(settings, facts);
        }

        return files;
    }
}
