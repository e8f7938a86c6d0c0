using System;
using System.IO;
using Authlete.Generator.Code;
using Authlete.Generator.Help;
using Authlete.Generator.Manifest;
using Authlete.Generator.Rules;

// Authlete.Generator code <repository> [--check]   what is generated from the facts and checked in
// Authlete.Generator help <module.dll> <folder> [<docs folder>]   MAML, and a page a cmdlet, from the cmdlets' XML documentation
// Authlete.Generator rules <library.dll> <docs folder>   a page a security rule
// Authlete.Generator manifest <Authlete.psd1> <CHANGELOG.md> <output>   the manifest that ships, with its release notes
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
    case ["manifest", var manifest, var changelog, var output]:
        return ManifestWriter.Run(manifest, changelog, output);
    default:
        Console.Error.WriteLine(
            "usage: code <repository> [--check] | help <module.dll> <folder> [<docs folder>] | rules <library.dll> <docs folder> | manifest <Authlete.psd1> <CHANGELOG.md> <output>"
        );
        return 2;
}
