using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace Authlete.Generator.Help;

/// <summary>Syntax lines as Get-Command prints them.</summary>
internal static class SyntaxText
{
    private const int Width = 100;

    public static string Of(CmdletHelp help, string? parameterSet)
    {
        var words = SyntaxOrder
            .Sort(help.Parameters, parameterSet)
            .Select(p => Of(p.Parameter.Facts, p.Binding))
            .Append("[<CommonParameters>]");
        return Wrap(help.Name, words);
    }

    private static string Of(ParameterFacts parameter, ParameterBinding binding)
    {
        var name = "-" + parameter.Name;
        if (binding.Position is not null && !parameter.IsSwitch)
        {
            name = $"[{name}]";
        }

        var text = parameter.IsSwitch ? name : $"{name} <{parameter.TypeName}>";
        return binding.Mandatory ? text : $"[{text}]";
    }

    private static string Wrap(string name, IEnumerable<string> words)
    {
        var result = new StringBuilder(name);
        var column = name.Length;
        foreach (var word in words)
        {
            if (column + 1 + word.Length > Width)
            {
                result.Append("\n   ");
                column = 3;
            }

            result.Append(' ').Append(word);
            column += 1 + word.Length;
        }

        return result.ToString();
    }
}
