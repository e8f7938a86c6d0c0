using System.Collections.Generic;

namespace Authlete.Generator.Help;

internal sealed record ParameterHelp(ParameterFacts Facts, IReadOnlyList<DocBlock> Description);
