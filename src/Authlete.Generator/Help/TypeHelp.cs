using System.Collections.Generic;

namespace Authlete.Generator.Help;

/// <summary>A type that a cmdlet takes from the pipeline or writes to it.</summary>
internal sealed record TypeHelp(string TypeName, IReadOnlyList<DocBlock> Description);
