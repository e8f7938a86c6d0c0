using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Authlete.Generator.Help;

/// <summary>
/// Writes help as MAML. Get-Help takes nothing from the cmdlets themselves once there is a MAML file, so all is written out.
/// </summary>
internal static class MamlWriter
{
    private static readonly XNamespace Items = "http://msh";
    private static readonly XNamespace Maml = "http://schemas.microsoft.com/maml/2004/10";
    private static readonly XNamespace Command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    private static readonly XNamespace Dev = "http://schemas.microsoft.com/maml/dev/2004/10";

    public static void Write(IReadOnlyList<CmdletHelp> help, string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var document = new XDocument(new XElement(Items + "helpItems", new XAttribute("schema", "maml"), help.Select(ToCommand)));
        var settings = new XmlWriterSettings
        {
            Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            Indent = true,
            NewLineChars = "\n",
        };
        using var writer = XmlWriter.Create(file, settings);
        document.Save(writer);
    }

    private static XElement ToCommand(CmdletHelp help) =>
        new(
            Command + "command",
            new XAttribute(XNamespace.Xmlns + "maml", Maml),
            new XAttribute(XNamespace.Xmlns + "command", Command),
            new XAttribute(XNamespace.Xmlns + "dev", Dev),
            new XElement(
                Command + "details",
                new XElement(Command + "name", help.Name),
                new XElement(Maml + "description", new XElement(Maml + "para", string.Join(' ', help.Synopsis.Select(b => b.PlainText)))),
                new XElement(Command + "verb", help.Facts.Verb),
                new XElement(Command + "noun", help.Facts.Noun)),
            new XElement(Maml + "description", ToParas(help.Description)),
            new XElement(Command + "syntax", help.Facts.ParameterSets.Select(s => ToSyntaxItem(help, s))),
            new XElement(
                Command + "parameters",
                help.Parameters
                    .OrderBy(p => p.Facts.Name, StringComparer.OrdinalIgnoreCase)
                    .Select(p => ToParameter(p, SyntaxOrder.Summarize(p.Facts)))),
            new XElement(Command + "inputTypes", help.Inputs.Select(t => ToType("inputType", t))),
            new XElement(Command + "returnValues", help.Outputs.Select(t => ToType("returnValue", t))),
            help.Notes.Count == 0 ? null : new XElement(Maml + "alertSet", new XElement(Maml + "alert", ToParas(help.Notes))),
            new XElement(Command + "examples", help.Examples.Select(ToExample)),
            new XElement(Command + "relatedLinks", help.Links.Select(ToLink)));

    private static XElement ToSyntaxItem(CmdletHelp help, string? parameterSet) =>
        new(
            Command + "syntaxItem",
            new XElement(Maml + "name", help.Name),
            SyntaxOrder.Sort(help.Parameters, parameterSet).Select(p => ToSyntaxParameter(p.Parameter, p.Binding)));

    private static XElement ToSyntaxParameter(ParameterHelp parameter, ParameterBinding binding)
    {
        var result = ToParameter(parameter, binding);

        // A syntax line shows no text; written there, it would double the file for every parameter set.
        result.Element(Maml + "description")?.Remove();
        if (parameter.Facts is { ValuesInSyntax: true, ValidValues.Count: > 0 })
        {
            result.Element(Command + "parameterValue")?.ReplaceWith(
                new XElement(
                    Command + "parameterValueGroup",
                    parameter.Facts.ValidValues.Select(v => ToValue(v, required: false))));
        }

        return result;
    }

    private static XElement ToParameter(ParameterHelp parameter, ParameterBinding binding)
    {
        var facts = parameter.Facts;
        return new XElement(
            Command + "parameter",
            new XAttribute("required", binding.Mandatory),
            new XAttribute("variableLength", facts.Type.IsArray || binding.RemainingArguments),
            new XAttribute("globbing", facts.Wildcards),
            new XAttribute("pipelineInput", binding.PipelineInput),
            new XAttribute("position", binding.Position?.ToString(CultureInfo.InvariantCulture) ?? "named"),
            new XAttribute("aliases", facts.Aliases.Count == 0 ? "none" : string.Join(", ", facts.Aliases)),
            new XElement(Maml + "name", facts.Name),
            new XElement(Maml + "description", ToParas(parameter.Description)),
            facts.IsSwitch ? null : ToValue(facts.TypeName, required: true),
            new XElement(Dev + "type", new XElement(Maml + "name", facts.TypeName), new XElement(Maml + "uri")),
            new XElement(Dev + "defaultValue", facts.DefaultValue ?? (facts.IsSwitch ? "False" : "None")));
    }

    private static XElement ToValue(string text, bool required) =>
        new(
            Command + "parameterValue",
            new XAttribute("required", required),
            new XAttribute("variableLength", false),
            text);

    private static XElement ToType(string element, TypeHelp type) =>
        new(
            Command + element,
            new XElement(Dev + "type", new XElement(Maml + "name", type.TypeName), new XElement(Maml + "uri")),
            new XElement(Maml + "description", ToParas(type.Description)));

    // Get-Help joins the parts of an example: what keeps them apart has to be in the text.
    private static XElement ToExample(ExampleHelp example, int index) =>
        new(
            Command + "example",
            new XElement(Maml + "title", string.Create(CultureInfo.InvariantCulture, $"-------- Example {index + 1}: {example.Title} --------")),
            new XElement(Maml + "introduction", ToParas(example.Introduction).Select(p => new XElement(p.Name, p.Value + "\n\n"))),
            new XElement(Dev + "code", example.Code),
            new XElement(Dev + "remarks", ToParas(example.Remarks), new XElement(Maml + "para")));

    private static XElement ToLink(DocRun link) =>
        new(
            Maml + "navigationLink",
            new XElement(Maml + "linkText", link.Text),
            new XElement(Maml + "uri", link.IsAddress ? link.Target : null));

    private static IEnumerable<XElement> ToParas(IEnumerable<DocBlock> blocks) =>
        blocks.Select(b => new XElement(Maml + "para", b.Kind == DocBlockKind.ListItem ? "- " + b.PlainText : b.PlainText));
}
