using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Reflection;

namespace Authlete.Generator.Help;

/// <summary>Finds the cmdlets of a built module.</summary>
internal static class ModuleReader
{
    public static IReadOnlyList<CmdletFacts> Read(string modulePath) =>
        [
            .. Assembly
                .LoadFrom(modulePath)
                .GetExportedTypes()
                .Where(t => !t.IsAbstract && t.IsDefined(typeof(CmdletAttribute), inherit: false))
                .Select(Read)
                .OrderBy(c => c.Name, StringComparer.Ordinal),
        ];

    private static CmdletFacts Read(Type type)
    {
        var cmdlet = type.GetCustomAttribute<CmdletAttribute>(inherit: false)!;
        var properties = ParameterReader.FindProperties(type);
        var sets = FindParameterSets(cmdlet, properties);
        var instance = Activator.CreateInstance(type)!;
        return new CmdletFacts(
            type,
            cmdlet.VerbName,
            cmdlet.NounName,
            sets,
            [.. properties.Select(p => ParameterReader.Read(p, sets, instance)), .. EngineParameters.Of(cmdlet, sets)],
            FindOutputTypes(type),
            cmdlet.HelpUri
        );
    }

    private static List<string?> FindParameterSets(CmdletAttribute cmdlet, IEnumerable<PropertyInfo> properties)
    {
        var named = properties
            .SelectMany(p => p.GetCustomAttributes<ParameterAttribute>(inherit: true))
            .Select(a => a.ParameterSetName)
            .Prepend(cmdlet.DefaultParameterSetName)
            .Where(name => !string.IsNullOrEmpty(name) && name != ParameterAttribute.AllParameterSets)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .ToList<string?>();
        return named.Count == 0 ? [null] : named;
    }

    private static List<string> FindOutputTypes(Type type) =>
        [
            .. type.GetCustomAttributes<OutputTypeAttribute>(inherit: true)
                .SelectMany(a => a.Type)
                .Where(t => t.Type != typeof(void))
                .Select(t => t.Type is null ? t.Name : TypeNames.Full(t.Type))
                .Distinct(StringComparer.Ordinal),
        ];
}
