using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace Authlete.Generator.Help;

/// <summary>The parameters that the engine adds to a cmdlet which asks for them; Get-Help adds none of them.</summary>
internal static class EngineParameters
{
    private static readonly Dictionary<string, string> s_texts = new(StringComparer.Ordinal)
    {
        ["WhatIf"] = "Shows what would happen if the cmdlet ran, without changing anything.",
        ["Confirm"] = "Prompts you for confirmation before a change. To run without prompts, specify -Confirm:$false.",
        ["IncludeTotalCount"] = "Returns the total number of objects, followed by the objects.",
        ["Skip"] = "The number of objects to skip at the start of the list. By default, none.",
        ["First"] = "The maximum number of objects to return. By default, all.",
    };

    public static string TextOf(string name) => s_texts[name];

    public static IEnumerable<ParameterFacts> Of(CmdletAttribute cmdlet, IReadOnlyList<string?> sets)
    {
        if (cmdlet.SupportsPaging)
        {
            yield return Create("First", typeof(ulong), sets);
            yield return Create("Skip", typeof(ulong), sets);
            yield return Create("IncludeTotalCount", typeof(SwitchParameter), sets);
        }

        if (cmdlet.SupportsShouldProcess)
        {
            yield return Create("WhatIf", typeof(SwitchParameter), sets, "wi");
            yield return Create("Confirm", typeof(SwitchParameter), sets, "cf");
        }
    }

    private static ParameterFacts Create(string name, Type type, IReadOnlyList<string?> sets, params string[] aliases) =>
        new(
            name,
            type,
            Property: null,
            [.. sets.Select(s => new ParameterBinding(s, false, null, false, false, false))],
            aliases,
            ValidValues: [],
            ValuesInSyntax: false,
            Wildcards: false,
            DefaultValue: null
        );
}
