using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;

namespace Authlete.Generator.Help;

/// <summary>What a parameter's declaration says of it.</summary>
/// <param name="Property">Null for a parameter that the engine adds.</param>
/// <param name="Bindings">One for each set the parameter is in, in the order of the cmdlet's sets.</param>
/// <param name="ValidValues">What it takes, if that is a closed list.</param>
/// <param name="ValuesInSyntax">Whether that list is the engine's own kind (ValidateSet, an enum), shown in syntax lines.</param>
internal sealed record ParameterFacts(
    string Name,
    Type Type,
    PropertyInfo? Property,
    IReadOnlyList<ParameterBinding> Bindings,
    IReadOnlyList<string> Aliases,
    IReadOnlyList<string> ValidValues,
    bool ValuesInSyntax,
    bool Wildcards,
    string? DefaultValue
)
{
    public string TypeName { get; } = TypeNames.Short(Type);

    public bool IsSwitch { get; } = TypeNames.IsSwitch(Type);

    public bool FromPipeline => Bindings.Any(b => b.ByValue || b.ByPropertyName);

    public ParameterBinding? In(string? parameterSet) => Bindings.FirstOrDefault(b => b.ParameterSet == parameterSet);
}
