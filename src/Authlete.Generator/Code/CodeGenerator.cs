using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace Authlete.Generator.Code;

/// <summary>Writes the generated sources, or compares them with what is checked in.</summary>
internal static class CodeGenerator
{
    public static int Run(string repository, bool check)
    {
        var client = Path.Combine(repository, "src", "Authlete.ApiClient");
        var module = Path.Combine(repository, "src", "Authlete.PowerShell");
        var facts = Facts.Read(Path.Combine(client, "Api", "authlete-2.3.json"));
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var settable = facts.RequestSchemas();
        foreach (var (name, schema) in facts.Schemas)
        {
            files[Path.Combine(client, "Models", name + ".g.cs")] = ModelSource.Write(name, schema, facts, settable.Contains(name));
        }

        foreach (var (name, values) in facts.Enums)
        {
            files[Path.Combine(client, "Values", name + ".g.cs")] = ValueSetSource.Write(name, values);
        }

        files[Path.Combine(client, "Api", "Operations.g.cs")] = OperationsSource.Write(facts);
        foreach (var cmdlet in facts.Cmdlets)
        {
            files[Path.Combine(module, "Cmdlets", cmdlet.Area, cmdlet.Class + ".g.cs")] = CmdletSource.Write(cmdlet, facts);
        }

        foreach (var settings in facts.Settings)
        {
            files[Path.Combine(module, "Cmdlets", settings.Area, settings.Class + ".g.cs")] = CmdletSource.Write(settings, facts);
        }

        var stale = Directory.EnumerateFiles(Path.Combine(repository, "src"), "*.g.cs", SearchOption.AllDirectories)
            .Where(path => !files.ContainsKey(path) && !path.Contains(Path.DirectorySeparatorChar + "obj" + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            .ToList();
        var changed = files.Where(file => !File.Exists(file.Key) || File.ReadAllText(file.Key) != file.Value).Select(file => file.Key).ToList();
        if (check)
        {
            foreach (var path in changed.Concat(stale))
            {
                Console.Error.WriteLine("error GEN001: " + Path.GetRelativePath(repository, path) + " is not what the facts give; run the generator.");
            }

            return changed.Count + stale.Count == 0 ? 0 : 1;
        }

        foreach (var path in changed)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, files[path]);
        }

        stale.ForEach(File.Delete);
        Console.WriteLine($"{files.Count} files, {changed.Count} written, {stale.Count} removed");
        return 0;
    }
}
