using System;
using System.Collections.Generic;

namespace Authlete.Generator.Help;

/// <summary>What a cmdlet's class says of it.</summary>
/// <param name="ParameterSets">The default one first; null stands for a cmdlet without named sets.</param>
/// <param name="Parameters">In the order of a syntax line.</param>
/// <param name="HelpUri">The address of the cmdlet's page.</param>
internal sealed record CmdletFacts(
    Type Type,
    string Verb,
    string Noun,
    IReadOnlyList<string?> ParameterSets,
    IReadOnlyList<ParameterFacts> Parameters,
    IReadOnlyList<string> OutputTypes,
    string HelpUri
)
{
    private const string PageFolder = "docs/cmdlets/";

    public string Name => $"{Verb}-{Noun}";

    public bool HasPage => HelpUri == Project + PageFolder + Name + ".md";

    /// <summary>The address of the project's files.</summary>
    public string Project => HelpUri[..Math.Max(0, HelpUri.IndexOf(PageFolder, StringComparison.Ordinal))];
}
