using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Xml.Linq;

namespace Authlete.Generator.Help;

/// <summary>What <c>see</c> and <c>seealso</c> point at, in the reader's words: cmdlets and parameters, not classes and properties.</summary>
internal sealed class DocReferences(IReadOnlyList<CmdletFacts> cmdlets, HelpDiagnostics diagnostics)
{
    private readonly Dictionary<string, string> _cmdletNames = cmdlets.ToDictionary(c => "T:" + c.Type.FullName, c => c.Name);

    private readonly HashSet<string> _cmdletTypes =
    [
        .. cmdlets.SelectMany(c => BaseTypes(c.Type)).Select(t => (t.IsGenericType ? t.GetGenericTypeDefinition() : t).FullName!),
    ];

    public DocRun Resolve(XElement element, string subject)
    {
        if ((string?)element.Attribute("langword") is { } word)
        {
            return new DocRun(word is "null" or "true" or "false" ? "$" + word : word, IsCode: true);
        }

        if ((string?)element.Attribute("href") is { } href)
        {
            return new DocRun(element.Value.Trim() is { Length: > 0 } text ? text : href, Target: Absolute(href));
        }

        var cref = (string?)element.Attribute("cref") ?? "";
        if (FindCmdlet(cref) is { } cmdlet)
        {
            return new DocRun(cmdlet, IsCode: true, Target: cmdlet);
        }

        if (cref.Length == 0 || cref.StartsWith("!:", StringComparison.Ordinal))
        {
            diagnostics.Report(HelpError.UnresolvedReference, subject, $"a reference leads nowhere: {element}");
        }

        var name = TypeNames.LastPart(cref);
        return new DocRun(IsParameter(cref) ? "-" + name : name, IsCode: true);
    }

    /// <summary>A related link: a cmdlet, an address, a file of the project, or a topic such as about_Something.</summary>
    public DocRun ResolveLink(XElement element, string subject)
    {
        var cref = (string?)element.Attribute("cref");
        if (cref is null && element.Attribute("href") is null && element.Value.Trim() is { Length: > 0 } topic)
        {
            return new DocRun(topic);
        }

        if (cref is not null && FindCmdlet(cref) is null)
        {
            diagnostics.Report(HelpError.UnresolvedReference, subject, $"a related link leads to no cmdlet: {cref}");
        }

        return Resolve(element, subject);
    }

    private static IEnumerable<Type> BaseTypes(Type type)
    {
        for (var t = type; t is not null && t != typeof(Cmdlet); t = t.BaseType)
        {
            yield return t;
        }
    }

    private string Absolute(string href) =>
        href.Contains("://", StringComparison.Ordinal) ? href : cmdlets.Select(c => c.Project).First() + href;

    private string? FindCmdlet(string cref) => _cmdletNames.GetValueOrDefault(cref);

    private bool IsParameter(string cref) =>
        cref.StartsWith("P:", StringComparison.Ordinal) && _cmdletTypes.Contains(cref[2..Math.Max(2, cref.LastIndexOf('.'))]);
}
