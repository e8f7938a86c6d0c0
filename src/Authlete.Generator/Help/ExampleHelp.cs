using System.Collections.Generic;

namespace Authlete.Generator.Help;

internal sealed record ExampleHelp(string Title, IReadOnlyList<DocBlock> Introduction, string Code, IReadOnlyList<DocBlock> Remarks);
