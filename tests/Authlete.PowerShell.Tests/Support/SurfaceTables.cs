using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Reflection;

namespace Authlete.PowerShell.Tests.Support;

/// <summary>The tables of cmdlets and parameters for docs/design/conventions.md.</summary>
internal static class SurfaceTables
{
    private const int MostNames = 4;

    // Each parameter of these cmdlets is a setting of the API.
    private static readonly string[] s_settings = ["ClientSettingsCmdlet", "ServiceSettingsCmdlet"];

    private static readonly HashSet<string> s_ofEngine = new(
        Cmdlet.CommonParameters.Concat(Cmdlet.OptionalCommonParameters),
        StringComparer.OrdinalIgnoreCase
    );

    private static readonly Dictionary<Type, string> s_typeNames = new()
    {
        [typeof(string)] = "string",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(bool)] = "bool",
        [typeof(object)] = "object",
        [typeof(SwitchParameter)] = "switch",
        [typeof(PSObject)] = "object",
    };

    /// <summary>The cmdlet's own parameters in a parameter set, in the order of the syntax.</summary>
    public static IEnumerable<CommandParameterInfo> Own(CommandParameterSetInfo set) =>
        set
            .Parameters.Where(parameter => !s_ofEngine.Contains(parameter.Name))
            .OrderBy(parameter => parameter.Position < 0 ? int.MaxValue : parameter.Position)
            .ThenBy(parameter => !parameter.IsMandatory);

    /// <summary>Returns a line for each parameter set of each cmdlet.</summary>
    public static string OfCmdlets()
    {
        var lines = ImportedModule
            .Cmdlets.Values.OrderBy(cmdlet => cmdlet.Name, StringComparer.Ordinal)
            .SelectMany(cmdlet => cmdlet.ParameterSets.OrderBy(set => !set.IsDefault).Select(set => Line(cmdlet, set)));
        return Table(["cmdlet", "set", "by position", "mandatory by name", "from the pipeline", "confirms", "writes"], lines);
    }

    /// <summary>Returns a line for each parameter, except those that are only settings of clients and services.</summary>
    public static string OfParameters()
    {
        var lines = Parameters()
            .Where(parameter => !parameter.All(IsSetting))
            .Select(parameter =>
                new[]
                {
                    Code("-" + parameter.Key),
                    Join(parameter.SelectMany(use => use.Parameter.Aliases).Distinct(StringComparer.Ordinal).Select(alias => "-" + alias)),
                    Join(parameter.Select(use => TypeName(use.Parameter.ParameterType)).Distinct(StringComparer.Ordinal)),
                    string.Join(", ", parameter.Select(Default).Where(value => value.Length > 0).Distinct(StringComparer.Ordinal)),
                    Cmdlets(parameter),
                }
            );
        return Table(["parameter", "aliases", "type", "default", "cmdlets"], lines);
    }

    /// <summary>Returns the parameters that are only settings of clients and services.</summary>
    public static string OfSettings()
    {
        var lines = Parameters()
            .Where(parameter => parameter.All(IsSetting))
            .Select(parameter =>
                new[]
                {
                    Code("-" + parameter.Key),
                    Join(parameter.SelectMany(use => use.Parameter.Aliases).Distinct(StringComparer.Ordinal).Select(alias => "-" + alias)),
                    Join(parameter.Select(use => TypeName(use.Parameter.ParameterType)).Distinct(StringComparer.Ordinal)),
                    string.Join(
                        ", ",
                        parameter.Select(use => use.Cmdlet.Noun["Authlete".Length..].ToLowerInvariant()).Distinct(StringComparer.Ordinal)
                    ),
                }
            );
        return Table(["parameter", "aliases", "type", "of a"], lines);
    }

    /// <summary>The uses of each parameter, by its name.</summary>
    private static IEnumerable<IGrouping<string, Use>> Parameters() =>
        ImportedModule
            .Cmdlets.Values.OrderBy(cmdlet => cmdlet.Name, StringComparer.Ordinal)
            .SelectMany(cmdlet =>
                cmdlet.ParameterSets.SelectMany(Own).DistinctBy(parameter => parameter.Name).Select(parameter => new Use(cmdlet, parameter))
            )
            .GroupBy(use => use.Parameter.Name, StringComparer.Ordinal)
            .OrderBy(parameter => parameter.Key, StringComparer.Ordinal);

    private static string[] Line(CmdletInfo cmdlet, CommandParameterSetInfo set)
    {
        var attribute = cmdlet.ImplementingType.GetCustomAttribute<CmdletAttribute>()!;
        var parameters = Own(set).ToList();
        return
        [
            Code(cmdlet.Name),
            cmdlet.ParameterSets.Count == 1 ? "" : set.Name + (set.IsDefault ? " (default)" : ""),
            Join(parameters.Where(parameter => parameter.Position >= 0).Select(Positional)),
            Join(
                parameters.Where(parameter => parameter is { IsMandatory: true, Position: < 0 }).Select(parameter => "-" + parameter.Name)
            ),
            string.Join("; ", parameters.Select(Pipeline).Where(text => text.Length > 0)),
            attribute.SupportsShouldProcess ? attribute.ConfirmImpact.ToString() : "",
            Join(
                cmdlet
                    .ImplementingType.GetCustomAttributes<OutputTypeAttribute>()
                    .SelectMany(output => output.Type)
                    .Select(output => output.Type)
                    .Where(type => type != typeof(void))
                    .Select(TypeName)
            ),
        ];
    }

    private static string Positional(CommandParameterInfo parameter) =>
        parameter.IsMandatory ? "-" + parameter.Name : "[-" + parameter.Name + "]";

    private static string Pipeline(CommandParameterInfo parameter) =>
        (parameter.ValueFromPipeline, parameter.ValueFromPipelineByPropertyName) switch
        {
            (true, true) => Code("-" + parameter.Name) + " by value and property",
            (true, false) => Code("-" + parameter.Name) + " by value",
            (false, true) => Code("-" + parameter.Name) + " by property",
            _ => "",
        };

    private static bool IsSetting(Use use) =>
        s_settings.Contains(use.Cmdlet.ImplementingType.GetProperty(use.Parameter.Name)?.DeclaringType?.Name, StringComparer.Ordinal);

    private static string Default(Use use) =>
        use.Cmdlet.ImplementingType.GetProperty(use.Parameter.Name)?.GetValue(Activator.CreateInstance(use.Cmdlet.ImplementingType)) switch
        {
            string text => text,
            int number => number.ToString(System.Globalization.CultureInfo.InvariantCulture),
            _ => "",
        };

    private static string Cmdlets(IGrouping<string, Use> parameter)
    {
        var names = parameter.Select(use => use.Cmdlet.Name).ToList();
        return names.Count <= MostNames ? Join(names) : names.Count.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    private static string TypeName(Type type) =>
        type.IsArray ? TypeName(type.GetElementType()!) + "[]"
        : Nullable.GetUnderlyingType(type) is { } underlying ? TypeName(underlying)
        : s_typeNames.GetValueOrDefault(type, type.Name);

    private static string Table(string[] head, IEnumerable<string[]> lines) =>
        string.Concat(
            lines
                .Prepend([.. head.Select(_ => "---")])
                .Prepend(head)
                .Select(cells => string.Join("", cells.Select(cell => cell.Length == 0 ? "| " : "| " + cell + " ")) + "|\n")
        );

    private static string Join(IEnumerable<string> names) => string.Join(", ", names.Select(Code));

    private static string Code(string text) => "`" + text + "`";

    private sealed record Use(CmdletInfo Cmdlet, CommandParameterInfo Parameter);
}
