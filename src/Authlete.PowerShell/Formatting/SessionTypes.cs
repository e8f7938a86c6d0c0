using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;
using Authlete.ApiClient.Json;

namespace Authlete.PowerShell.Formatting;

/// <summary>Sets the default properties of types, once in each runspace.</summary>
/// <remarks>
/// This costs less than a set on each object, and is the only way that also works for copies of objects from a job or a file.
/// A types file would cause an error if the module were imported from a second folder in the same session.
/// </remarks>
internal static class SessionTypes
{
    private const string CopyPrefix = "Deserialized.";

    // Of the module Microsoft.PowerShell.Utility, which need not be imported for it.
    private const string UpdateTypeData =
        "Microsoft.PowerShell.Commands.UpdateTypeDataCommand, Microsoft.PowerShell.Commands.Utility, Version=3.0.0.0, Culture=neutral, PublicKeyToken=31bf3856ad364e35";

    private const string Registration =
        "param($command, $data) & $command -TypeData $data -Force -WhatIf:$false -Confirm:$false -Verbose:$false -Debug:$false -ErrorAction Ignore; $?";

    private static readonly ConditionalWeakTable<Runspace, Dictionary<Type, bool>> s_registered = new();
    private static readonly ConditionalWeakTable<Runspace, object> s_withCopies = new();

    /// <summary>
    /// Registers the types of copies, which can be shown before the module writes an object of their type. The views call it, because
    /// import would take twice as long.
    /// </summary>
    public static void RegisterCopies()
    {
        if (Runspace.DefaultRunspace is { } runspace)
        {
            Update(TakeCopies(runspace));
        }
    }

    /// <summary>Registers a type and the types of its properties, if they aren't registered yet.</summary>
    /// <returns>Whether the type has its default properties.</returns>
    public static bool Register(Type type)
    {
        if (Runspace.DefaultRunspace is not { } runspace)
        {
            return false;
        }

        var registered = s_registered.GetOrCreateValue(runspace);
        if (registered.TryGetValue(type, out var succeeded))
        {
            return succeeded;
        }

        var types = new HashSet<Type>();
        AddWithParts(types, type, registered);
        succeeded = Update([.. TakeCopies(runspace), .. types.SelectMany(NewData)]);
        foreach (var added in types)
        {
            registered[added] = succeeded;
        }

        return succeeded;
    }

    /// <summary>Sets the default properties of one object by a type name that only it has, because the engine prefers the properties of a type to those of an object.</summary>
    public static void Specialize(PSObject item, Type type, string[] names)
    {
        var name = type.FullName + "#" + string.Join(",", names);
        if (Update([NewData(name, names)]))
        {
            item.TypeNames.Insert(0, name);
        }
    }

    /// <summary>The types of copies at the first use in a runspace, otherwise none.</summary>
    private static TypeData[] TakeCopies(Runspace runspace)
    {
        if (s_withCopies.TryGetValue(runspace, out _))
        {
            return [];
        }

        s_withCopies.Add(runspace, s_withCopies);
        return [.. DefaultNames.OfCopies.Select(entry => NewData(CopyPrefix + entry.Key, entry.Value))];
    }

    private static void AddWithParts(HashSet<Type> types, Type type, Dictionary<Type, bool> registered)
    {
        if (type == typeof(JsonView) || registered.ContainsKey(type) || !types.Add(type) || !typeof(JsonView).IsAssignableFrom(type))
        {
            return;
        }

        foreach (var property in type.GetProperties())
        {
            var part = property.PropertyType.IsArray ? property.PropertyType.GetElementType()! : property.PropertyType;
            if (typeof(JsonView).IsAssignableFrom(part))
            {
                AddWithParts(types, part, registered);
            }
        }
    }

    private static IEnumerable<TypeData> NewData(Type type) =>
        [NewData(type.FullName!, DefaultNames.Of(type)), NewData(CopyPrefix + type.FullName, DefaultNames.OfCopy(DefaultNames.Of(type)))];

    private static TypeData NewData(string type, string[] names) =>
        new(type) { DefaultDisplayPropertySet = new PropertySetData(names.DefaultIfEmpty(DefaultNames.None)) };

    private static bool Update(TypeData[] data)
    {
        if (data.Length == 0)
        {
            return true;
        }

        if (Type.GetType(UpdateTypeData) is not { } command)
        {
            return false;
        }

        try
        {
            // The first use of a pipeline takes three times as long as that of a script block. A script block belongs to one runspace.
            var results = ScriptBlock.Create(Registration).Invoke(new CmdletInfo("Update-TypeData", command), data);
            return results.Count == 1 && results[0].BaseObject is true;
        }
        catch (RuntimeException)
        {
            return false;
        }
    }
}
