using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Reflection;
using System.Reflection.Emit;

namespace Authlete.Benchmarks;

/// <summary>Binary modules that do nothing: the rivals of an import, and modules to import first.</summary>
internal static class EmptyModule
{
    private const string NounPrefix = "Authlete";

    private static readonly Lazy<List<Type>> s_stagedCmdlets = new(() =>
    {
        using var runspace = EngineRunspace.Open();
        runspace.Import(Program.StagedManifest);
        return [.. runspace.Run("Get-Command -Module Authlete").Select(command => ((CmdletInfo)command.BaseObject).ImplementingType)];
    });

    public static bool IsStagedForDebugging() =>
        s_stagedCmdlets.Value[0].Assembly.GetCustomAttribute<DebuggableAttribute>() is { IsJITOptimizerDisabled: true };

    /// <summary>Writes a module with no cmdlet.</summary>
    /// <returns>The path of its manifest.</returns>
    public static string WriteBare(string folder) => Write(folder, "Bare", []);

    /// <summary>Writes a module with the cmdlets and parameters of the staged one, each under another noun.</summary>
    /// <returns>The path of its manifest.</returns>
    public static string WriteLikeStaged(string folder) => Write(folder, "Rival", s_stagedCmdlets.Value);

    /// <summary>Writes the same module with a format file that contains one view.</summary>
    /// <returns>The path of its manifest.</returns>
    public static string WriteLikeStagedWithView(string folder)
    {
        const string Name = "Formatted";
        var manifest = Write(folder, Name, s_stagedCmdlets.Value, "FormatsToProcess       = @('View.ps1xml')");
        File.WriteAllText(
            Path.Combine(folder, Name, "View.ps1xml"),
            """
            <Configuration>
              <ViewDefinitions>
                <View>
                  <Name>None</Name>
                  <ViewSelectedBy><TypeName>Formatted.None</TypeName></ViewSelectedBy>
                  <TableControl>
                    <TableRowEntries>
                      <TableRowEntry>
                        <TableColumnItems><TableColumnItem><PropertyName>None</PropertyName></TableColumnItem></TableColumnItems>
                      </TableRowEntry>
                    </TableRowEntries>
                  </TableControl>
                </View>
              </ViewDefinitions>
            </Configuration>
            """
        );
        return manifest;
    }

    private static string Write(string folder, string name, List<Type> models, string settings = "")
    {
        var assembly = new PersistedAssemblyBuilder(new AssemblyName(name) { Version = new Version(1, 0, 0, 0) }, typeof(object).Assembly);
        var module = assembly.DefineDynamicModule(name);
        var exports = new List<string>();
        foreach (var model in models)
        {
            var attribute = model.GetCustomAttribute<CmdletAttribute>()!;
            exports.Add("'" + attribute.VerbName + "-" + Noun(attribute, name) + "'");
            DefineCmdlet(module, name, model, attribute);
        }

        var path = Directory.CreateDirectory(Path.Combine(folder, name)).FullName;
        assembly.Save(Path.Combine(path, name + ".dll"));
        var manifest = Path.Combine(path, name + ".psd1");
        File.WriteAllText(
            manifest,
            $$"""
            @{
                RootModule             = '{{name}}.dll'
                ModuleVersion          = '1.0.0'
                GUID                   = '{{Guid.NewGuid()}}'
                CompatiblePSEditions   = @('Desktop', 'Core')
                PowerShellVersion      = '5.1'
                FunctionsToExport      = @()
                AliasesToExport        = @()
                VariablesToExport      = @()
                {{settings}}
                CmdletsToExport        = @({{string.Join(", ", exports)}})
            }
            """
        );
        return manifest;
    }

    private static string Noun(CmdletAttribute cmdlet, string prefix) => prefix + cmdlet.NounName[NounPrefix.Length..];

    private static void DefineCmdlet(ModuleBuilder module, string name, Type model, CmdletAttribute cmdlet)
    {
        var type = module.DefineType(name + "." + model.Name, TypeAttributes.Public | TypeAttributes.Sealed, typeof(PSCmdlet));
        type.DefineDefaultConstructor(MethodAttributes.Public);
        type.SetCustomAttribute(
            new CustomAttributeBuilder(
                typeof(CmdletAttribute).GetConstructor([typeof(string), typeof(string)])!,
                [cmdlet.VerbName, Noun(cmdlet, name)],
                Properties<CmdletAttribute>(
                    nameof(CmdletAttribute.DefaultParameterSetName),
                    nameof(CmdletAttribute.SupportsShouldProcess),
                    nameof(CmdletAttribute.SupportsPaging)
                ),
                [cmdlet.DefaultParameterSetName, cmdlet.SupportsShouldProcess, cmdlet.SupportsPaging]
            )
        );
        foreach (var parameter in model.GetProperties().Where(property => property.IsDefined(typeof(ParameterAttribute))))
        {
            DefineParameter(type, parameter);
        }

        type.CreateType();
    }

    private static void DefineParameter(TypeBuilder type, PropertyInfo model)
    {
        var field = type.DefineField("_" + model.Name, typeof(string), FieldAttributes.Private);
        var property = type.DefineProperty(model.Name, PropertyAttributes.None, typeof(string), null);
        const MethodAttributes Accessor = MethodAttributes.Public | MethodAttributes.SpecialName | MethodAttributes.HideBySig;
        var getter = type.DefineMethod("get_" + model.Name, Accessor, typeof(string), null);
        var code = getter.GetILGenerator();
        code.Emit(OpCodes.Ldarg_0);
        code.Emit(OpCodes.Ldfld, field);
        code.Emit(OpCodes.Ret);
        property.SetGetMethod(getter);
        var setter = type.DefineMethod("set_" + model.Name, Accessor, typeof(void), [typeof(string)]);
        code = setter.GetILGenerator();
        code.Emit(OpCodes.Ldarg_0);
        code.Emit(OpCodes.Ldarg_1);
        code.Emit(OpCodes.Stfld, field);
        code.Emit(OpCodes.Ret);
        property.SetSetMethod(setter);

        // Only attributes of the engine: the rival doesn't contain the module's attribute types, which completers need too.
        foreach (
            var attribute in model
                .GetCustomAttributesData()
                .Where(attribute =>
                    attribute.AttributeType.Assembly == typeof(PSCmdlet).Assembly
                    && !attribute.ConstructorArguments.Any(argument => argument.Value is Type)
                )
        )
        {
            property.SetCustomAttribute(Copy(attribute));
        }
    }

    private static CustomAttributeBuilder Copy(CustomAttributeData attribute)
    {
        var named = attribute.NamedArguments.Where(argument => !argument.IsField).ToList();
        return new CustomAttributeBuilder(
            attribute.Constructor,
            [.. attribute.ConstructorArguments.Select(Value)],
            [.. named.Select(argument => (PropertyInfo)argument.MemberInfo)],
            [.. named.Select(argument => Value(argument.TypedValue))]
        );
    }

    private static object? Value(CustomAttributeTypedArgument argument)
    {
        if (argument.Value is not IReadOnlyList<CustomAttributeTypedArgument> items)
        {
            return argument.Value;
        }

        var array = Array.CreateInstance(argument.ArgumentType.GetElementType()!, items.Count);
        for (var i = 0; i < items.Count; i++)
        {
            array.SetValue(items[i].Value, i);
        }

        return array;
    }

    private static PropertyInfo[] Properties<T>(params string[] names) => [.. names.Select(name => typeof(T).GetProperty(name)!)];
}
