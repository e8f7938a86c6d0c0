using System;
using System.Collections.Generic;
using System.Linq;

namespace Authlete.Generator.Code;

/// <summary>The identifier that a cmdlet takes from the pipeline, and of which objects.</summary>
internal static class PipedIdentifierSource
{
    private static readonly string[] s_changingVerbs = ["Remove", "Reset", "Set", "Unregister"];

    // The types of the things themselves, by the parameter that identifies them.
    private static readonly Dictionary<string, string[]> s_types = new(StringComparer.Ordinal)
    {
        ["clientId"] = ["Client"],
        ["serviceApiKey"] = ["Service"],
        ["accessTokenIdentifier"] = ["AccessToken", "TokenResponse", "TokenIssueResponse"],
        ["handle"] = ["Hsk", "HskGetResponse"],
    };

    public static string Write(CmdletFacts cmdlet, string parameter, Facts facts)
    {
        var name = char.ToUpperInvariant(parameter[0]) + parameter[1..];
        var types = FindTypes(cmdlet, parameter, facts).Select(type => $", nameof({type})");
        return $"private protected override PipedIdentifier? PipedIdentifier => new(nameof({name}), {name}{string.Concat(types)});";
    }

    /// <summary>What destroys or changes takes the identifier of the thing itself, or of what the cmdlets of the same noun answer.</summary>
    private static IEnumerable<string> FindTypes(CmdletFacts cmdlet, string parameter, Facts facts) =>
        s_changingVerbs.Any(verb => cmdlet.Class.StartsWith(verb, StringComparison.Ordinal))
            ? s_types[parameter]
                .Concat(
                    facts
                        .Cmdlets.Where(other => NounOf(other) == NounOf(cmdlet))
                        .Select(other => facts.Operation(other.Operation).Response)
                        .OfType<string>()
                )
                .Distinct()
            : [];

    private static string NounOf(CmdletFacts cmdlet) => cmdlet.Class[cmdlet.Class.IndexOf("Authlete", StringComparison.Ordinal)..];
}
