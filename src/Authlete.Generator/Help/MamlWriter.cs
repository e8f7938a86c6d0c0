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
    private static readonly XNamespace s_items = "http://msh";
    private static readonly XNamespace s_maml = "http://schemas.microsoft.com/maml/2004/10";
    private static readonly XNamespace s_command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    private static readonly XNamespace s_dev = "http://schemas.microsoft.com/maml/dev/2004/10";

    public static void Write(IReadOnlyList<CmdletHelp> help, string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var document = new XDocument(new XElement(s_items + "helpItems", new XAttribute("schema", "maml"), help.Select(ToCommand)));
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
            s_command + "command",
            new XAttribute(XNamespace.Xmlns + "maml", s_maml),
            new XAttribute(XNamespace.Xmlns + "command", s_command),
            new XAttribute(XNamespace.Xmlns + "dev", s_dev),
            new XElement(
                s_command + "details",
                new XElement(s_command + "name", help.Name),
                new XElement(
                    s_maml + "description",
                    new XElement(s_maml + "para", string.Join(' ', help.Synopsis.Select(b => b.PlainText)))
                ),
                new XElement(s_command + "verb", help.Facts.Verb),
                new XElement(s_command + "noun", help.Facts.Noun)
            ),
            new XElement(s_maml + "description", ToParas(help.Description)),
            new XElement(s_command + "syntax", help.Facts.ParameterSets.Select(s => ToSyntaxItem(help, s))),
            new XElement(
                s_command + "parameters",
                help.Parameters.OrderBy(p => p.Facts.Name, StringComparer.OrdinalIgnoreCase)
                    .Select(p => ToParameter(p, SyntaxOrder.Summarize(p.Facts)))
            ),
            new XElement(s_command + "inputTypes", help.Inputs.Select(t => ToType("inputType", t))),
            new XElement(s_command + "returnValues", help.Outputs.Select(t => ToType("returnValue", t))),
            help.Notes.Count == 0 ? null : new XElement(s_maml + "alertSet", new XElement(s_maml + "alert", ToParas(help.Notes))),
            new XElement(s_command + "examples", help.Examples.Select(ToExample)),
            new XElement(s_command + "relatedLinks", help.Links.Select(ToLink).Prepend(ToLink("Online Version:", help.Facts.HelpUri)))
        );

    private static XElement ToSyntaxItem(CmdletHelp help, string? parameterSet) =>
        new(
            s_command + "syntaxItem",
            new XElement(s_maml + "name", help.Name),
            SyntaxOrder.Sort(help.Parameters, parameterSet).Select(p => ToSyntaxParameter(p.Parameter, p.Binding))
        );

    private static XElement ToSyntaxParameter(ParameterHelp parameter, ParameterBinding binding)
    {
        var result = ToParameter(parameter, binding);

        // A syntax line shows no text; written there, it would double the file for every parameter set.
        result.Element(s_maml + "description")?.Remove();
        if (parameter.Facts is { ValuesInSyntax: true, ValidValues.Count: > 0 })
        {
            result
                .Element(s_command + "parameterValue")
                ?.ReplaceWith(
                    new XElement(s_command + "parameterValueGroup", parameter.Facts.ValidValues.Select(v => ToValue(v, required: false)))
                );
        }

        return result;
    }

    private static XElement ToParameter(ParameterHelp parameter, ParameterBinding binding)
    {
        var facts = parameter.Facts;
        return new XElement(
            s_command + "parameter",
            new XAttribute("required", binding.Mandatory),
            new XAttribute("variableLength", facts.Type.IsArray || binding.RemainingArguments),
            new XAttribute("globbing", facts.Wildcards),
            new XAttribute("pipelineInput", binding.PipelineInput),
            new XAttribute("position", binding.Position?.ToString(CultureInfo.InvariantCulture) ?? "named"),
            new XAttribute("aliases", facts.Aliases.Count == 0 ? "none" : string.Join(", ", facts.Aliases)),
            new XElement(s_maml + "name", facts.Name),
            new XElement(s_maml + "description", ToParas(parameter.Description)),
            facts.IsSwitch ? null : ToValue(facts.TypeName, required: true),
            new XElement(s_dev + "type", new XElement(s_maml + "name", facts.TypeName), new XElement(s_maml + "uri")),
            new XElement(s_dev + "defaultValue", facts.DefaultValue ?? (facts.IsSwitch ? "False" : "None"))
        );
    }

    private static XElement ToValue(string text, bool required) =>
        new(s_command + "parameterValue", new XAttribute("required", required), new XAttribute("variableLength", false), text);

    private static XElement ToType(string element, TypeHelp type) =>
        new(
            s_command + element,
            new XElement(s_dev + "type", new XElement(s_maml + "name", type.TypeName), new XElement(s_maml + "uri")),
            new XElement(s_maml + "description", ToParas(type.Description))
        );

    // Get-Help joins the parts of an example: what keeps them apart has to be in the text.
    private static XElement ToExample(ExampleHelp example, int index) =>
        new(
            s_command + "example",
            new XElement(s_maml + "title", string.Create(CultureInfo.InvariantCulture, $"--- Example {index + 1}: {example.Title} ---")),
            new XElement(s_maml + "introduction", ToParas(example.Introduction).Select(p => new XElement(p.Name, p.Value + "\n\n"))),
            new XElement(s_dev + "code", example.Code),
            new XElement(s_dev + "remarks", ToParas(example.Remarks), new XElement(s_maml + "para"))
        );

    private static XElement ToLink(DocRun link) => link.IsAddress ? ToLink(link.Text + ":", link.Target) : ToLink(link.Text, null);

    // Get-Help -Online opens the first link that has an address.
    private static XElement ToLink(string text, string? address) =>
        new(s_maml + "navigationLink", new XElement(s_maml + "linkText", text), new XElement(s_maml + "uri", address));

    // Get-Help puts a blank line after each paragraph, so the items of a list are one.
    private static List<XElement> ToParas(IReadOnlyList<DocBlock> blocks)
    {
        var paras = new List<XElement>();
        for (var i = 0; i < blocks.Count; i++)
        {
            var isItem = blocks[i].Kind == DocBlockKind.ListItem;
            if (isItem && i > 0 && blocks[i - 1].Kind == DocBlockKind.ListItem)
            {
                paras[^1].Value += "\n- " + blocks[i].PlainText;
            }
            else
            {
                paras.Add(new XElement(s_maml + "para", (isItem ? "- " : "") + blocks[i].PlainText));
            }
        }

        return paras;
    }
}
