using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Reflection;

namespace Authlete.PowerShell.Tests.Support;

/// <summary>The staged module in the engine: its cmdlets and their assemblies.</summary>
internal static class ImportedModule
{
    // Kept open, because the cmdlets belong to its runspace.
    private static readonly EngineSession s_session = new();

    /// <summary>The exported cmdlets, by name.</summary>
    public static IReadOnlyDictionary<string, CmdletInfo> Cmdlets { get; } =
        s_session
            .Run("Get-Command -Module Authlete")
            .Select(command => (CmdletInfo)command.BaseObject)
            .ToDictionary(command => command.Name, StringComparer.Ordinal);

    public static IEnumerable<Type> CmdletTypes => Cmdlets.Values.Select(command => command.ImplementingType);

    public static Assembly Module { get; } = Cmdlets.Values.First().ImplementingType.Assembly;

    public static Assembly ApiClient { get; } =
        AppDomain
            .CurrentDomain.GetAssemblies()
            .Single(assembly => assembly.Location == Path.Combine(StagedModule.Folder, "Authlete.ApiClient.dll"));

    /// <summary>The exported cmdlets with the specified base class, by name.</summary>
    public static IEnumerable<CmdletInfo> DerivedFrom(string baseClass) =>
        Cmdlets.Values.Where(cmdlet => IsA(cmdlet.ImplementingType, baseClass)).OrderBy(cmdlet => cmdlet.Name, StringComparer.Ordinal);

    /// <summary>Whether a type has the specified base class.</summary>
    public static bool IsA(Type? type, string baseClass) => type is not null && (type.Name == baseClass || IsA(type.BaseType, baseClass));

    public static string NameOf(Type cmdlet)
    {
        var attribute = cmdlet.GetCustomAttribute<CmdletAttribute>()!;
        return attribute.VerbName + "-" + attribute.NounName;
    }

    /// <summary>The properties that are parameters, including inherited ones.</summary>
    public static IEnumerable<PropertyInfo> Parameters(Type cmdlet) =>
        cmdlet
            .GetProperties(BindingFlags.Instance | BindingFlags.Public)
            .Where(property => property.IsDefined(typeof(ParameterAttribute)))
            .OrderBy(property => property.Name, StringComparer.Ordinal);

    public static string[] Aliases(PropertyInfo parameter) => parameter.GetCustomAttribute<AliasAttribute>()?.AliasNames.ToArray() ?? [];

    /// <summary>Finds a type of the module's two assemblies by its full name.</summary>
    public static Type? FindType(string fullName) => Module.GetType(fullName) ?? ApiClient.GetType(fullName);
}
