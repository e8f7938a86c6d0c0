using System.Collections.Generic;
using System.Linq;

namespace Authlete.Generator.Help;

/// <summary>Which parameters stand in a syntax line, and in which order.</summary>
internal static class SyntaxOrder
{
    /// <returns>By position, then what is mandatory, then the rest as declared.</returns>
    public static IEnumerable<(ParameterHelp Parameter, ParameterBinding Binding)> Sort(
        IEnumerable<ParameterHelp> parameters,
        string? parameterSet
    ) =>
        parameters
            .Select(p => (Parameter: p, Binding: p.Facts.In(parameterSet)))
            .Where(p => p.Binding is not null)
            .Select(p => (p.Parameter, Binding: p.Binding!))
            .OrderBy(p => p.Binding.Position ?? int.MaxValue)
            .ThenBy(p => p.Binding.Mandatory ? 0 : 1);

    /// <summary>One binding for all sets: what holds in every set, or may hold in one.</summary>
    public static ParameterBinding Summarize(ParameterFacts parameter)
    {
        var bindings = parameter.Bindings;
        return new ParameterBinding(
            ParameterSet: null,
            bindings.All(b => b.Mandatory),
            bindings.Select(b => b.Position).FirstOrDefault(p => p is not null),
            bindings.Any(b => b.ByValue),
            bindings.Any(b => b.ByPropertyName),
            bindings.Any(b => b.RemainingArguments)
        );
    }
}
