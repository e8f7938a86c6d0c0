using System;
using System.Collections.Generic;
using System.Linq;

namespace Authlete.Generator.Code;

/// <summary>Names of parameters that are taken, and the aliases that are free.</summary>
internal static class ParameterNames
{
    // Parameters of the engine and of the base classes.
    private static readonly HashSet<string> s_reservedNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "Verbose",
        "vb",
        "Debug",
        "db",
        "ErrorAction",
        "ea",
        "WarningAction",
        "wa",
        "InformationAction",
        "infa",
        "ProgressAction",
        "proga",
        "ErrorVariable",
        "ev",
        "WarningVariable",
        "wv",
        "InformationVariable",
        "iv",
        "OutVariable",
        "ov",
        "OutBuffer",
        "ob",
        "PipelineVariable",
        "pv",
        "WhatIf",
        "wi",
        "Confirm",
        "cf",
        "First",
        "Skip",
        "IncludeTotalCount",
        "Connection",
        "Credential",
        "SecretName",
        "Vault",
        "VaultName",
        "BaseUri",
        "InputObject",
        "ServiceOwner",
        "ThrottleLimit",
        "Quiet",
        "Force",
    };

    // Names that piped objects have for the same thing.
    public static IReadOnlyDictionary<string, string[]> PipelineAliases { get; } =
        new Dictionary<string, string[]>(StringComparer.Ordinal)
        {
            ["clientId"] = ["ClientIdentifier"],
            ["serviceApiKey"] = ["ApiKey"],
            ["accessTokenIdentifier"] = ["AccessTokenHash", "AccessToken"],
            ["handle"] = [],
        };

    // Names that other cmdlets, and the API, have for the same thing.
    private static readonly Dictionary<string, string[]> s_otherNames = new(StringComparer.Ordinal)
    {
        ["clientId"] = ["ClientIdentifier"],
        ["clientIdentifier"] = ["ClientId"],
    };

    /// <summary>The names that the engine, a base class or another field has already.</summary>
    public static List<string> FindClashes(IReadOnlyCollection<string> names)
    {
        return names
            .Where(s_reservedNames.Contains)
            .Concat(
                names.GroupBy(name => name, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1).Select(group => group.Key)
            )
            .ToList();
    }

    /// <summary>Singular names, names of piped objects and of other cmdlets, if no field or reserved name is the same.</summary>
    public static Dictionary<string, string> FindAliases(IEnumerable<PropertyFacts> fields, List<string> names, CmdletFacts cmdlet)
    {
        var aliases = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in fields)
        {
            var piped = cmdlet.Pipeline?.Contains(field.Name) == true;
            var others = (piped ? PipelineAliases : s_otherNames)
                .GetValueOrDefault(field.Name, [])
                .Concat(cmdlet.Aliases?.GetValueOrDefault(field.Name, []) ?? []);
            if (field.IsArray)
            {
                var plural = field.PascalName;
                others = others.Append(
                    plural.EndsWith("ies", StringComparison.Ordinal) ? plural[..^3] + "y"
                    : plural.EndsWith("Aliases", StringComparison.Ordinal) || plural.EndsWith("Snses", StringComparison.Ordinal)
                        ? plural[..^2]
                    : plural.EndsWith('s') && !plural.EndsWith("ss", StringComparison.Ordinal) ? plural[..^1]
                    : plural
                );
            }

            var free = others
                .Where(name => !names.Contains(name, StringComparer.OrdinalIgnoreCase) && !s_reservedNames.Contains(name))
                .ToList();
            if (free.Count > 0)
            {
                aliases[field.Name] = string.Join(", ", free.Select(name => $"\"{name}\""));
            }
        }

        return aliases;
    }
}
