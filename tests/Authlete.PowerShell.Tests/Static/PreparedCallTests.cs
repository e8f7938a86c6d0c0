using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Reflection;
using Xunit;

namespace Authlete.PowerShell.Tests.Static;

/// <summary>Records in flight at the same time don't share parameter values.</summary>
public sealed class PreparedCallTests
{
    private const BindingFlags Members = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    public static TheoryData<string> OperationCmdlets =>
        [.. ImportedModule.Module.GetExportedTypes().Where(IsOperationCmdlet).Select(type => type.Name)];

    [Theory]
    [MemberData(nameof(OperationCmdlets))]
    public void A_prepared_call_keeps_the_parameters_of_its_record(string name)
    {
        var type = ImportedModule.Module.GetType("Authlete.PowerShell.Cmdlets." + name, throwOnError: true)!;
        using var cmdlet = (IDisposable)Activator.CreateInstance(type)!;

        var first = Prepare((PSCmdlet)cmdlet, "first");
        var before = Describe(first);
        var second = Prepare((PSCmdlet)cmdlet, "second");

        Assert.NotSame(first, second);
        Assert.Equal(before, Describe(first));
        if (before.Contains("first", StringComparison.Ordinal))
        {
            Assert.Equal(before.Replace("first", "second", StringComparison.Ordinal), Describe(second));
        }
    }

    private static object Prepare(PSCmdlet cmdlet, string text)
    {
        foreach (
            var property in cmdlet
                .GetType()
                .GetProperties()
                .Where(property => property.IsDefined(typeof(ParameterAttribute)) && property.CanWrite)
        )
        {
            object? value =
                property.PropertyType == typeof(string) ? text
                : property.PropertyType == typeof(string[]) ? new[] { text }
                : null;
            if (
                value is not null
                && !property.Name.EndsWith("File", StringComparison.Ordinal)
                && property.DeclaringType!.Name != "ConnectedCmdlet"
            )
            {
                property.SetValue(cmdlet, value);
                cmdlet.MyInvocation.BoundParameters[property.Name] = value;
            }
        }

        return cmdlet.GetType().GetMethods(Members).Single(method => method.Name == "Prepare").Invoke(cmdlet, [])!;
    }

    private static string Describe(object prepared)
    {
        var call = Get(prepared, "Call")!;
        var query = ((IEnumerable<KeyValuePair<string, string>>)Get(call, "Query")!).Select(pair => pair.Key + "=" + pair.Value);
        return string.Join(
            '\n',
            [
                Get(call, "Path")!.ToString()!,
                .. query,
                Get(call, "Body") is { } body ? ToJson(body) : "",
                Get(prepared, "Target"),
                Get(prepared, "ClientId"),
            ]
        );
    }

    private static string ToJson(object view) => (string)view.GetType().GetMethod("ToJson", [])!.Invoke(view, [])!;

    private static object? Get(object instance, string name) => instance.GetType().GetProperty(name, Members)!.GetValue(instance);

    private static bool IsOperationCmdlet(Type type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.Name == "OperationCmdlet")
            {
                return !type.IsAbstract;
            }
        }

        return false;
    }
}
