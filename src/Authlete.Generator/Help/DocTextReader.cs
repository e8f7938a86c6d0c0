using System.Collections.Generic;
using System.Xml.Linq;

namespace Authlete.Generator.Help;

/// <summary>Turns documentation elements into blocks of text.</summary>
internal sealed class DocTextReader(DocReferences references)
{
    public IReadOnlyList<DocBlock> Read(XElement? element, string subject) => element is null ? [] : Read(element.Nodes(), subject);

    public IReadOnlyList<DocBlock> Read(IEnumerable<XNode> nodes, string subject)
    {
        var builder = new DocTextBuilder();
        Add(nodes, builder, subject);
        return builder.ToBlocks();
    }

    private void Add(IEnumerable<XNode> nodes, DocTextBuilder builder, string subject)
    {
        foreach (var node in nodes)
        {
            if (node is XText text)
            {
                builder.AddText(text.Value);
            }
            else if (node is XElement element)
            {
                Add(element, builder, subject);
            }
        }
    }

    private void Add(XElement element, DocTextBuilder builder, string subject)
    {
        switch (element.Name.LocalName)
        {
            case "para" or "p":
                builder.Begin(DocBlockKind.Paragraph);
                Add(element.Nodes(), builder, subject);
                builder.End();
                break;
            case "list":
                AddList(element, builder, subject);
                break;
            case "code":
                builder.AddCode(element.Value);
                break;
            case "c":
                builder.AddRun(new DocRun(element.Value, IsCode: true));
                break;
            case "paramref" or "typeparamref":
                builder.AddRun(new DocRun((string?)element.Attribute("name") ?? "", IsCode: true));
                break;
            case "see":
                builder.AddRun(references.Resolve(element, subject));
                break;
            case "seealso":
                break;
            default:
                Add(element.Nodes(), builder, subject);
                break;
        }
    }

    private void AddList(XElement list, DocTextBuilder builder, string subject)
    {
        foreach (var item in list.Elements("item"))
        {
            builder.Begin(DocBlockKind.ListItem);
            if (item.Element("term") is { } term)
            {
                Add(term.Nodes(), builder, subject);
                builder.AddText(": ");
            }

            Add((item.Element("description") ?? item).Nodes(), builder, subject);
            builder.End();
        }
    }
}
