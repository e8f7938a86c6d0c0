using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Authlete.Generator.Help;

/// <summary>A cmdlet's help as a page of Markdown.</summary>
internal static class MarkdownPage
{
    private const string CommonParameters =
        "[about_CommonParameters](https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_commonparameters)";

    public static string Index(IReadOnlyList<CmdletHelp> help)
    {
        var page = new MarkdownText();
        page.Heading(1, "Cmdlets");
        page.Table(
            ["Cmdlet", "What it does"],
            help.Select(h => (IReadOnlyList<string>)[$"[{h.Name}]({h.Name}.md)", MarkdownText.InOneLine(h.Synopsis)])
        );
        return page.ToString();
    }

    public static string Of(CmdletHelp help)
    {
        var page = new MarkdownText();
        page.Heading(1, help.Name);
        page.Blocks(help.Synopsis);

        page.Heading(2, "Syntax");
        foreach (var set in help.Facts.ParameterSets)
        {
            page.Code("", SyntaxText.Of(help, set));
        }

        page.Heading(2, "Description");
        page.Blocks(help.Description);

        page.Heading(2, "Examples");
        for (var i = 0; i < help.Examples.Count; i++)
        {
            Add(page, help.Examples[i], i + 1);
        }

        page.Heading(2, "Parameters");
        foreach (var parameter in help.Parameters.OrderBy(p => p.Facts.Name, StringComparer.OrdinalIgnoreCase))
        {
            Add(page, parameter, help.Facts);
        }

        page.Paragraph($"This cmdlet also supports the common parameters: see {CommonParameters}.");

        Add(page, "Inputs", help.Inputs);
        Add(page, "Outputs", help.Outputs);
        if (help.Notes.Count > 0)
        {
            page.Heading(2, "Notes");
            page.Blocks(help.Notes);
        }

        page.Heading(2, "Related links");
        page.List(help.Links.Select(l => Link(l, help.Facts)));
        return page.ToString();
    }

    private static void Add(MarkdownText page, ExampleHelp example, int number)
    {
        page.Heading(3, string.Create(CultureInfo.InvariantCulture, $"Example {number}: {MarkdownText.Escape(example.Title)}"));
        page.Blocks(example.Introduction);
        page.Code("powershell", example.Code);
        page.Blocks(example.Remarks);
    }

    private static void Add(MarkdownText page, ParameterHelp parameter, CmdletFacts cmdlet)
    {
        var facts = parameter.Facts;
        var binding = SyntaxOrder.Summarize(facts);
        page.Heading(3, "-" + facts.Name);
        page.Blocks(parameter.Description);
        page.Table(
            ["Type", "Required", "Position", "Pipeline input", "Default", "Aliases", "Parameter sets"],
            [
                [
                    $"`{facts.TypeName}`",
                    Required(facts),
                    binding.Position?.ToString(CultureInfo.InvariantCulture) ?? "named",
                    (binding.ByValue, binding.ByPropertyName) switch
                    {
                        (true, true) => "by value, by property name",
                        (true, false) => "by value",
                        (false, true) => "by property name",
                        _ => "no",
                    },
                    facts.DefaultValue is null ? "" : MarkdownText.Escape(facts.DefaultValue),
                    string.Join(", ", facts.Aliases),
                    facts.Bindings.Count == cmdlet.ParameterSets.Count
                        ? "all"
                        : string.Join(", ", facts.Bindings.Select(b => b.ParameterSet)),
                ],
            ]
        );
    }

    private static string Required(ParameterFacts facts)
    {
        if (facts.Bindings.All(b => b.Mandatory))
        {
            return "yes";
        }

        var sets = facts.Bindings.Where(b => b.Mandatory).Select(b => b.ParameterSet).ToList();
        return sets.Count == 0 ? "no" : "in " + string.Join(", ", sets);
    }

    private static void Add(MarkdownText page, string heading, IReadOnlyList<TypeHelp> types)
    {
        page.Heading(2, heading);
        foreach (var type in types)
        {
            page.Heading(3, type.TypeName);
            page.Blocks(type.Description);
        }
    }

    private static string Link(DocRun link, CmdletFacts cmdlet) =>
        link switch
        {
            { IsAddress: true } => $"[{MarkdownText.Escape(link.Text)}]({Relative(link.Target!, cmdlet)})",
            { Target: not null } => $"[{link.Text}]({link.Target}.md)",
            _ => $"[{link.Text}](../../src/Authlete.PowerShell/Help/{link.Text}.help.txt)",
        };

    /// <summary>Other pages of the project, so that links also work in a copy of it.</summary>
    private static string Relative(string address, CmdletFacts cmdlet)
    {
        var docs = cmdlet.Project + "docs/";
        return address.StartsWith(docs, StringComparison.Ordinal) ? "../" + address[docs.Length..]
            : address.StartsWith(cmdlet.Project, StringComparison.Ordinal) ? "../../" + address[cmdlet.Project.Length..]
            : address;
    }
}
