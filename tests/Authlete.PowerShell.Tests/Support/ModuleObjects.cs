using System;
using System.Linq;
using System.Reflection;

namespace Authlete.PowerShell.Tests.Support;

/// <summary>Objects that cmdlets of the module write, created without a call.</summary>
internal static class ModuleObjects
{
    /// <summary>Parses JSON as a view.</summary>
    public static object Parse(Type type, string json) =>
        ImportedModule
            .FindType("Authlete.ApiClient.Json.JsonView")!
            .GetMethods()
            .Single(method => method is { Name: "Parse", IsGenericMethod: true })
            .MakeGenericMethod(type)
            .Invoke(null, [json])!;

    /// <summary>Creates a model of the client library, as written to the pipeline.</summary>
    public static object Model(string name, string json) =>
        Decorate(Parse(ImportedModule.FindType("Authlete.ApiClient.Models." + name)!, json));

    /// <summary>An object without a type of its own, as it is written to the pipeline.</summary>
    public static object Untyped(string json) => Decorate(Parse(ImportedModule.FindType("Authlete.ApiClient.Json.JsonView")!, json));

    private static object Decorate(object view) =>
        ImportedModule
            .Module.GetType("Authlete.PowerShell.Formatting.OutputDecorator", throwOnError: true)!
            .GetMethod("Decorate")!
            .Invoke(null, [view])!;

    /// <summary>Creates an object of the module's own types. Sets members even if their setters aren't public.</summary>
    public static object New(string name, object?[] arguments, params (string Name, object? Value)[] members)
    {
        var type = ImportedModule.FindType("Authlete.PowerShell." + name)!;
        var item = Activator.CreateInstance(
            type,
            BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic,
            null,
            arguments,
            null
        )!;
        foreach (var (member, value) in members)
        {
            type.GetProperty(member)!.SetValue(item, value);
        }

        return item;
    }

    /// <summary>Creates an array of one of the module's own types.</summary>
    public static Array List(string name, params object[] items)
    {
        var list = Array.CreateInstance(ImportedModule.FindType("Authlete.PowerShell." + name)!, items.Length);
        items.CopyTo(list, 0);
        return list;
    }
}
