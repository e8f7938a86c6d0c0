using System;
using System.Collections.Generic;

namespace Authlete.Generator.Help;

/// <summary>What a cmdlet's class says of it.</summary>
/// <param name="ParameterSets">The default one first; null stands for a cmdlet without named sets.</param>
/// <param name="Parameters">In the order of a syntax line.</param>
internal sealed record CmdletFacts(
    Type Type,
    string Verb,
    string Noun,
    IReadOnlyList<string?> ParameterSets,
    IReadOnlyList<ParameterFacts> Parameters,
    IReadOnlyList<string> OutputTypes
)
{
    public string Name => $"{Verb}-{Noun}";
}
