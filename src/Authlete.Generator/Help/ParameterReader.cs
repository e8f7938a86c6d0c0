using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Reflection;

namespace Authlete.Generator.Help;

/// <summary>Reads parameters from a cmdlet's properties.</summary>
internal static class ParameterReader
{
    /// <returns>As a syntax line wants them: the class's own in the order they are written, then its base class's.</returns>
    public static IReadOnlyList<PropertyInfo> FindProperties(Type cmdlet)
    {
        var found = new Dictionary<string, PropertyInfo>(StringComparer.OrdinalIgnoreCase);
        var result = new List<PropertyInfo>();
        for (var type = cmdlet; type is not null; type = type.BaseType)
        {
            var declared = type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
                .OrderBy(p => p.MetadataToken);
            foreach (var property in declared)
            {
                if (found.TryAdd(property.Name, property) && IsShown(property))
                {
                    result.Add(property);
                }
            }
        }

        return result;
    }

    /// <param name="property">The parameter.</param>
    /// <param name="sets">The parameter sets of the cmdlet.</param>
    /// <param name="instance">A new instance of the cmdlet, whose properties have the default values.</param>
    public static ParameterFacts Read(PropertyInfo property, IReadOnlyList<string?> sets, object instance)
    {
        var attributes = Attribute.GetCustomAttributes(property, inherit: true);
        var (values, inSyntax) = FindValidValues(property.PropertyType, attributes);
        return new ParameterFacts(
            property.Name,
            property.PropertyType,
            property,
            ReadBindings(attributes.OfType<ParameterAttribute>(), sets),
            [.. attributes.OfType<AliasAttribute>().SelectMany(a => a.AliasNames)],
            values,
            inSyntax,
            attributes.OfType<SupportsWildcardsAttribute>().Any(),
            property.GetValue(instance) is string { Length: > 0 } or int ? TypeNames.Text(property.GetValue(instance)) : null
        );
    }

    private static bool IsShown(PropertyInfo property)
    {
        var attributes = Attribute.GetCustomAttributes(property, typeof(ParameterAttribute), inherit: true);
        return attributes.Length > 0 && attributes.Cast<ParameterAttribute>().Any(a => !a.DontShow);
    }

    private static List<ParameterBinding> ReadBindings(IEnumerable<ParameterAttribute> attributes, IReadOnlyList<string?> sets)
    {
        var shown = attributes.Where(a => !a.DontShow).ToList();
        var result = new List<ParameterBinding>();
        foreach (var set in sets)
        {
            var attribute =
                shown.Find(a => string.Equals(a.ParameterSetName, set, StringComparison.OrdinalIgnoreCase))
                ?? shown.Find(a => a.ParameterSetName == ParameterAttribute.AllParameterSets);
            if (attribute is not null)
            {
                result.Add(ToBinding(attribute, set));
            }
        }

        return result;
    }

    private static ParameterBinding ToBinding(ParameterAttribute attribute, string? set) =>
        new(
            set,
            attribute.Mandatory,
            attribute.Position == int.MinValue ? null : attribute.Position,
            attribute.ValueFromPipeline,
            attribute.ValueFromPipelineByPropertyName,
            attribute.ValueFromRemainingArguments
        );

    private static (IReadOnlyList<string> Values, bool InSyntax) FindValidValues(Type type, Attribute[] attributes)
    {
        var element = type.IsArray ? type.GetElementType()! : type;
        element = Nullable.GetUnderlyingType(element) ?? element;
        if (element.IsEnum)
        {
            return (Enum.GetNames(element), true);
        }

        if (attributes.OfType<ValidateSetAttribute>().FirstOrDefault() is { } set)
        {
            return ([.. set.ValidValues], true);
        }

        // The module's own attributes, which lists its values under the name that ValidateSet gives them.
        var own = attributes
            .Select(a => a.GetType().GetProperty(nameof(ValidateSetAttribute.ValidValues))?.GetValue(a) as IEnumerable<string>)
            .FirstOrDefault(v => v is not null);
        return (own is null ? [] : [.. own], false);
    }
}
