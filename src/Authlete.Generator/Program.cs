using System;
using System.IO;
using Authlete.Generator.Code;
using Authlete.Generator.Help;
using Authlete.Generator.Manifest;
using Authlete.Generator.Pages;
using Authlete.Generator.Rules;

// Authlete.Generator code <repository> [--check]   sources from the facts
// Authlete.Generator help <module.dll> <folder> [<docs folder>]   MAML and a page for each cmdlet, from XML documentation
// Authlete.Generator rules <library.dll> <docs folder>   a page for each security rule
// Authlete.Generator pages <repository>   docs/errors.md and the benchmark chart
// Authlete.Generator manifest <Authlete.psd1> <CHANGELOG.md> <output>   the published manifest, with release notes
switch (args)
{
    case ["code", var repository]:
        return CodeGenerator.Run(Path.GetFullPath(repository), check: false);
    case ["code", var repository, "--check"]:
        return CodeGenerator.Run(Path.GetFullPath(repository), check: true);
    case ["help", var module, var folder]:
        return HelpGenerator.Run(module, folder, null);
    case ["help", var module, var folder, var docs]:
        return HelpGenerator.Run(module, folder, docs);
    case ["rules", var library, var docs]:
        return RulePages.Run(library, docs);
    case ["pages", var repository]:
        return DocumentPages.Run(Path.GetFullPath(repository));
    case ["manifest", var manifest, var changelog, var output]:
        return ManifestWriter.Run(manifest, changelog, output);
    default:
        Console.Error.WriteLine(
            "usage: code <repository> [--check] | help <module.dll> <folder> [<docs folder>] | rules <library.dll> <docs folder> | pages <repository> | manifest <Authlete.psd1> <CHANGELOG.md> <output>"
        );
        return 2;
}
