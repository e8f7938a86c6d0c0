using System;
using System.Collections;
using System.Collections.Generic;
using System.Management.Automation.Runspaces;

namespace Authlete.Shell;

/// <summary>A script's arguments, taken from the command line as <c>pwsh -File</c> takes them.</summary>
internal sealed class ScriptArguments
{
    private readonly List<CommandParameter> _inOrder = [];
    private readonly Hashtable _named = new(StringComparer.OrdinalIgnoreCase);

    private ScriptArguments()
    {
    }

    /// <summary>Values and names. A name keeps its dash: the engine decides, as in a script, whether what follows is its value.</summary>
    public IReadOnlyList<CommandParameter> InOrder => _inOrder;

    /// <summary>What was given as <c>-Name:value</c>.</summary>
    public Hashtable Named => _named;

    public static ScriptArguments Parse(IReadOnlyList<string> args)
    {
        var result = new ScriptArguments();
        var valuesOnly = false;
        for (var i = 0; i < args.Count; i++)
        {
            var arg = args[i];
            var colon = arg.IndexOf(':', StringComparison.Ordinal);
            if (arg == "--" && !valuesOnly)
                valuesOnly = true;
            else if (valuesOnly || !IsParameter(arg))
                result._inOrder.Add(new CommandParameter(null, arg));
            else if (colon < 0)
                result._inOrder.Add(new CommandParameter(arg));
            else if (colon < arg.Length - 1)
                result._named[arg[1..colon]] = ToValue(arg[(colon + 1)..]);
            else if (i < args.Count - 1)
                result._named[arg[1..colon]] = args[++i];
        }

        return result;
    }

    private static bool IsParameter(string arg) => arg.Length > 1 && arg[0] is '-' or '–' or '—' or '―';

    // For switches: -Force:$false.
    private static object ToValue(string text) =>
        bool.TryParse(text.AsSpan(text[0] == '$' ? 1 : 0), out var value) ? value : text;
}
