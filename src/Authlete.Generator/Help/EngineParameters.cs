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
        ["WhatIf"] = "Shows what would happen if the cmdlet ran. Nothing is changed.",
        ["Confirm"] = "Asks for confirmation before anything is changed. -Confirm:$false never asks, as scripts need it.",
        ["IncludeTotalCount"] = "Writes the total number of objects first, before the objects themselves.",
        ["Skip"] = "Leaves out the first so many objects.",
        ["First"] = "Gets only so many objects.",
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
