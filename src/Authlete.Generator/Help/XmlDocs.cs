using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Xml.Linq;

namespace Authlete.Generator.Help;

/// <summary>The compiler's XML documentation of all assemblies in a folder, by documentation id.</summary>
internal sealed class XmlDocs
{
    private const int MaximumInheritance = 8;

    private readonly Dictionary<string, XElement> _members = new(StringComparer.Ordinal);

    private XmlDocs() { }

    public static XmlDocs Load(string folder)
    {
        var result = new XmlDocs();
        foreach (var file in Directory.EnumerateFiles(folder, "*.xml").Order(StringComparer.Ordinal))
        {
            foreach (var member in XDocument.Load(file, LoadOptions.PreserveWhitespace).Descendants("member"))
            {
                if (member.Attribute("name") is { } name)
                {
                    result._members.TryAdd(name.Value, member);
                }
            }
        }

        return result;
    }

    public XElement? Of(Type type) => Resolve(Id(type), () => type.BaseType is { } baseType ? Id(baseType) : null, 0);

    public XElement? OfType(string fullName) => _members.GetValueOrDefault("T:" + fullName.Replace('+', '.'));

    public XElement? Of(PropertyInfo property) =>
        property.DeclaringType is { } declaring ? Resolve(Id(property), () => FindInherited(declaring.BaseType, property.Name), 0) : null;

    private static string Id(Type type)
    {
        var definition = type.IsGenericType ? type.GetGenericTypeDefinition() : type;
        return "T:" + definition.FullName!.Replace('+', '.');
    }

    private static string Id(PropertyInfo property) => string.Concat("P:", Id(property.DeclaringType!).AsSpan(2), ".", property.Name);

    private string? FindInherited(Type? type, string name)
    {
        for (; type is not null; type = type.BaseType)
        {
            var property = type.GetProperty(name, BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly);
            if (property is not null && _members.TryGetValue(Id(property), out var member) && member.Element("inheritdoc") is null)
            {
                return Id(property);
            }
        }

        return null;
    }

    private XElement? Resolve(string id, Func<string?> inherited, int depth)
    {
        if (!_members.TryGetValue(id, out var member) || member.Element("inheritdoc") is not { } inheritDoc)
        {
            return member;
        }

        var source = (string?)inheritDoc.Attribute("cref") ?? inherited();
        return source is null || depth == MaximumInheritance ? null : Resolve(source, () => null, depth + 1);
    }
}
