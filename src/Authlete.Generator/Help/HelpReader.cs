using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;

namespace Authlete.Generator.Help;

/// <summary>Joins what the classes say of the cmdlets with what their documentation says.</summary>
internal sealed class HelpReader
{
    private readonly XmlDocs _docs;
    private readonly IReadOnlyList<CmdletFacts> _cmdlets;
    private readonly DocReferences _references;
    private readonly DocTextReader _text;

    public HelpReader(XmlDocs docs, IReadOnlyList<CmdletFacts> cmdlets, HelpDiagnostics diagnostics)
    {
        _docs = docs;
        _cmdlets = cmdlets;
        _references = new DocReferences(cmdlets, diagnostics);
        _text = new DocTextReader(_references);
    }

    public IReadOnlyList<CmdletHelp> ReadAll() => [.. _cmdlets.Select(Read)];

    private CmdletHelp Read(CmdletFacts facts)
    {
        var doc = _docs.Of(facts.Type) ?? new XElement("member");
        return new CmdletHelp(
            facts,
            _text.Read(doc.Element("summary"), facts.Name),
            _text.Read(doc.Element("remarks"), facts.Name),
            [.. facts.Parameters.Select(p => ReadParameter(p, facts.Name))],
            ReadInputs(doc, facts),
            ReadOutputs(doc, facts),
            [.. doc.Elements("note").SelectMany(n => _text.Read(n, facts.Name))],
            [.. doc.Elements("example").Select(e => ReadExample(e, facts.Name))],
            [.. doc.Descendants("seealso").Select(e => _references.ResolveLink(e, facts.Name)).Distinct()]
        );
    }

    private ParameterHelp ReadParameter(ParameterFacts facts, string cmdlet)
    {
        if (facts.Property is null)
        {
            return new ParameterHelp(facts, [DocBlock.Paragraph(EngineParameters.TextOf(facts.Name))]);
        }

        var description = _text.Read(_docs.Of(facts.Property)?.Element("summary"), $"{cmdlet}: -{facts.Name}");
        return facts.ValidValues.Count == 0 || description.Count == 0
            ? new ParameterHelp(facts, description)
            : new ParameterHelp(facts, [.. description, DocBlock.Paragraph($"Values: {string.Join(", ", facts.ValidValues)}.")]);
    }

    private ExampleHelp ReadExample(XElement example, string cmdlet)
    {
        var nodes = example.Nodes().ToList();
        var code = nodes.FindIndex(n => n is XElement { Name.LocalName: "code" });
        var lead = _text.Read(code < 0 ? nodes : nodes[..code], cmdlet);
        var rest = code < 0 ? [] : nodes[code..];
        return new ExampleHelp(
            lead.Count == 0 ? "" : lead[0].PlainText.TrimEnd('.', ':'),
            [.. lead.Skip(1)],
            string.Join("\n\n", rest.Where(IsCode).Select(n => DocTextBuilder.Dedent(((XElement)n).Value))),
            _text.Read(rest.Where(n => !IsCode(n)), cmdlet)
        );
    }

    private static bool IsCode(XNode node) => node is XElement { Name.LocalName: "code" };

    private List<TypeHelp> ReadInputs(XElement doc, CmdletFacts facts)
    {
        var written = doc.Elements("inputs")
            .Select(e => new TypeHelp((string?)e.Attribute("type") ?? "System.Object", _text.Read(e, facts.Name)))
            .ToList();
        if (written.Count > 0)
        {
            return written;
        }

        var derived = facts
            .Parameters.Where(p => p.Bindings.Any(b => b.ByValue))
            .Select(p => new TypeHelp(TypeNames.Full(p.Type), [DocBlock.Paragraph($"You can pipe the value of -{p.Name}.")]))
            .ToList();
        var properties = facts
            .Parameters.Where(p => p.Bindings.Any(b => b.ByPropertyName))
            .Select(p => DocBlock.Paragraph($"You can pipe an object with the property {string.Join(" or ", p.Aliases.Prepend(p.Name))}."))
            .ToList();
        if (properties.Count > 0)
        {
            derived.Add(new TypeHelp("System.Management.Automation.PSObject", properties));
        }

        return derived.Count > 0 ? derived : [new TypeHelp("None", [DocBlock.Paragraph("You can't pipe objects to this cmdlet.")])];
    }

    private List<TypeHelp> ReadOutputs(XElement doc, CmdletFacts facts)
    {
        var written = doc.Elements("outputs").ToList();
        var result = new List<TypeHelp>();
        foreach (var type in facts.OutputTypes)
        {
            var own =
                written.Find(e => (string?)e.Attribute("type") == type)
                ?? (result.Count == 0 ? written.Find(e => e.Attribute("type") is null) : null);
            if (own is not null)
            {
                written.Remove(own);
            }

            result.Add(new TypeHelp(type, _text.Read(own ?? _docs.OfType(type)?.Element("summary"), facts.Name)));
        }

        result.AddRange(written.Select(e => new TypeHelp((string?)e.Attribute("type") ?? "None", _text.Read(e, facts.Name))));
        return result.Count > 0 ? result : [new TypeHelp("None", [DocBlock.Paragraph("This cmdlet returns no output.")])];
    }
}
