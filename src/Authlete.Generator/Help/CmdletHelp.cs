using System.Collections.Generic;

namespace Authlete.Generator.Help;

/// <summary>All that a cmdlet's help says.</summary>
internal sealed record CmdletHelp(
    CmdletFacts Facts,
    IReadOnlyList<DocBlock> Synopsis,
    IReadOnlyList<DocBlock> Description,
    IReadOnlyList<ParameterHelp> Parameters,
    IReadOnlyList<TypeHelp> Inputs,
    IReadOnlyList<TypeHelp> Outputs,
    IReadOnlyList<DocBlock> Notes,
    IReadOnlyList<ExampleHelp> Examples,
    IReadOnlyList<DocRun> Links
)
{
    public string Name => Facts.Name;
}
