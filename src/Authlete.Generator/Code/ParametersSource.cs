using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace Authlete.Generator.Code;

/// <summary>The parameters of a cmdlet that mirror the fields of its request, and how they become the request.</summary>
internal static class ParametersSource
{
    // What every cmdlet has already, by the engine or by the base classes.
    private static readonly HashSet<string> s_taken = new(StringComparer.OrdinalIgnoreCase)
    {
        "Verbose", "vb", "Debug", "db", "ErrorAction", "ea", "WarningAction", "wa", "InformationAction", "infa", "ProgressAction", "proga",
        "ErrorVariable", "ev", "WarningVariable", "wv", "InformationVariable", "iv", "OutVariable", "ov", "OutBuffer", "ob", "PipelineVariable", "pv",
        "WhatIf", "wi", "Confirm", "cf", "First", "Skip", "IncludeTotalCount",
        "Connection", "Credential", "SecretName", "Vault", "VaultName", "BaseUri", "InputObject", "ServiceOwner", "ThrottleLimit", "Quiet",
    };

    private static readonly HashSet<string> s_secrets = new(StringComparer.Ordinal) { "clientSecret", "password" };

    private static readonly Dictionary<string, string> s_lists = new(StringComparer.Ordinal)
    {
        ["array<Pair>"] = "PairList",
        ["array<TaggedValue>"] = "TaggedValueList",
        ["array<Property>"] = "PropertyList",
        ["AuthorizationDetails"] = "AuthorizationDetailsList",
    };

    public static string Write(CmdletFacts cmdlet, Facts facts)
    {
        var operation = facts.Operations.Single(candidate => candidate.Id == cmdlet.Operation);
        var fields = facts.Schemas[operation.Request!].Properties.Where(property => !property.ReadOnly).ToList();
        var settings = cmdlet.Class.StartsWith("New", StringComparison.Ordinal) || cmdlet.Class.StartsWith("Set", StringComparison.Ordinal);
        var names = fields.Select(field => field.PascalName).ToList();
        var clashes = names.Where(s_taken.Contains).ToList();
        if (clashes.Count > 0)
        {
            throw new InvalidDataException($"{cmdlet.Class}: {string.Join(", ", clashes)} is a parameter of every cmdlet.");
        }

        var aliases = Aliases(fields, names);
        var code = new CodeWriter();
        code.Line("using System;");
        code.Line("using System.Management.Automation;");
        code.Line("using Authlete.ApiClient.Models;");
        code.Line("using Authlete.ApiClient.Values;");
        code.Line("using Authlete.PowerShell.Binding;");
        code.Line("using Authlete.PowerShell.Completion;").Line();
        code.Line("namespace Authlete.PowerShell.Cmdlets;").Line();
        code.Line($"partial class {cmdlet.Class}").Block(body =>
        {
            foreach (var field in fields)
            {
                WriteParameter(body, field, cmdlet, facts, settings, aliases.GetValueOrDefault(field.Name));
                if (field.Name == "clientCertificate")
                {
                    body.Summary("A file with the client's certificate, PEM or DER, instead of ClientCertificate.");
                    body.Line("[Parameter]");
                    body.Line("[ValidateNotNullOrEmpty]");
                    body.Line("public string? ClientCertificateFile { get; set; }").Line();
                }
            }

            body.Line($"private protected override void Fill({operation.Request} request)").Block(fill =>
            {
                foreach (var field in fields)
                {
                    fill.Line($"if (IsBound(nameof({field.PascalName})))");
                    fill.Block(set => set.Line($"request.{field.PascalName} = {Value(field, settings)};")).Line();
                    if (field.Name == "clientCertificate")
                    {
                        fill.Line("if (ClientCertificateFile is not null)");
                        fill.Block(set => set.Line("request.ClientCertificate = ReadCertificateFile(ClientCertificateFile, nameof(ClientCertificate));")).Line();
                    }
                }
            });
        });
        return code.ToString().Replace("\n\n    }\n", "\n    }\n", StringComparison.Ordinal).Replace("        }\n\n    }", "        }\n    }", StringComparison.Ordinal);
    }

    private static void WriteParameter(CodeWriter body, PropertyFacts field, CmdletFacts cmdlet, Facts facts, bool settings, string? alias)
    {
        var pipeline = cmdlet.Pipeline?.Contains(field.Name) == true;
        var byValue = cmdlet.ByValue?.Contains(field.Name) == true;
        var position = cmdlet.Position is { } positions ? positions.ToList().IndexOf(field.Name) : -1;
        var arguments = new List<string>();
        if (field.Required)
        {
            arguments.Add("Mandatory = true");
        }

        if (position >= 0)
        {
            arguments.Add("Position = " + position);
        }

        if (byValue)
        {
            arguments.Add("ValueFromPipeline = true");
        }

        if (pipeline || byValue)
        {
            arguments.Add("ValueFromPipelineByPropertyName = true");
        }

        body.Summary(field.Summary + Note(field) + ModelSource.Since(field));
        body.Line(arguments.Count > 0 ? $"[Parameter({string.Join(", ", arguments)})]" : "[Parameter]");
        if (pipeline)
        {
            // An answer without one binds too, so that the error can say what the answer was.
            body.Line("[AllowNull]");
            body.Line("[AllowEmptyString]");
        }

        if (byValue)
        {
            body.Line("[Alias(\"AccessToken\")]");
            body.Line("[AccessTokenText]");
        }

        if (alias is not null)
        {
            body.Line($"[Alias(\"{alias}\")]");
        }

        foreach (var attribute in Attributes(field, facts))
        {
            body.Line(attribute);
        }

        body.Line($"public {Type(field, facts, settings)} {field.PascalName} {{ get; set; }}").Line();
    }

    private static IEnumerable<string> Attributes(PropertyFacts field, Facts facts)
    {
        if (facts.Enums.ContainsKey(field.ItemType))
        {
            yield return $"[ApiValue(typeof({field.ItemType}))]";
            yield return $"[ArgumentCompleter(typeof(ValueCompleter<{field.ItemType}>))]";
        }
        else if (s_lists.TryGetValue(field.Type, out var list))
        {
            yield return $"[{list}]";
        }
        else if (facts.Schemas.ContainsKey(field.ItemType))
        {
            yield return $"[Model(typeof({field.ItemType}))]";
        }
        else if (field.Name == "parameters")
        {
            yield return "[AllowEmptyString]";
            yield return "[FormParameters]";
        }
        else if (field.Name is "clientCertificate" or "clientCertificatePath")
        {
            yield return "[CertificateText]";
        }
        else if (field.Embedded == "json")
        {
            yield return "[JsonObjectText]";
        }
        else if (s_secrets.Contains(field.Name))
        {
            yield return "[SecretText]";
        }
        else if (field.IsTime)
        {
            yield return field.Unit == "epoch-seconds" ? "[EpochTime(seconds: true)]" : "[EpochTime(seconds: false)]";
        }
        else if (field.Unit == "seconds")
        {
            yield return "[Seconds]";
        }
    }

    private static string Note(PropertyFacts field) => field switch
    {
        { Name: "parameters" } => " The raw query string or form body, a URL with a query, or a dictionary, which is form-encoded.",
        { Name: "clientCertificate" or "clientCertificatePath" } => " PEM text or X509Certificate2.",
        { Embedded: "json" } => " A JSON text, a dictionary or an object.",
        { IsTime: true, Unit: "epoch-seconds" } => " A time, or seconds since 1970-01-01 UTC.",
        { IsTime: true } => " A time, or milliseconds since 1970-01-01 UTC.",
        { Unit: "seconds" } => " A number of seconds or a TimeSpan.",
        { Type: "array<Pair>" } => " A dictionary, or an array of @{ key; value } where keys repeat.",
        { Type: "array<TaggedValue>" } => " A dictionary of language tags and values.",
        { Type: "array<Property>" } => " A dictionary, or an array of @{ key; value; hidden }.",
        { Type: "AuthorizationDetails" } => " An array of objects as RFC 9396 has them.",
        _ when s_secrets.Contains(field.Name) => " A string or a SecureString.",
        _ => "",
    };

    private static string Type(PropertyFacts field, Facts facts, bool settings)
    {
        var item = field.ItemType;
        if (field.IsTime)
        {
            return "DateTimeOffset?";
        }

        if (facts.Schemas.ContainsKey(item))
        {
            return field.IsArray ? item + "[]?" : item + "?";
        }

        return (field.IsArray, item) switch
        {
            (true, _) => "string[]?",
            (_, "boolean") => settings ? "bool?" : "SwitchParameter",
            (_, "integer:int32") => "int?",
            (_, "integer:int64") => "long?",
            _ => "string?",
        };
    }

    private static string Value(PropertyFacts field, bool settings) => field switch
    {
        { Type: "boolean" } when !settings => field.PascalName + ".ToBool()",
        _ => field.PascalName,
    };

    /// <summary>Singular names, where they clash with no field and with none of what every cmdlet has.</summary>
    private static Dictionary<string, string> Aliases(IEnumerable<PropertyFacts> fields, List<string> names)
    {
        var aliases = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in fields.Where(field => field.IsArray))
        {
            var plural = field.PascalName;
            var singular = plural.EndsWith("ies", StringComparison.Ordinal) ? plural[..^3] + "y"
                : plural.EndsWith('s') && !plural.EndsWith("ss", StringComparison.Ordinal) ? plural[..^1]
                : plural;
            if (singular != plural && !names.Contains(singular, StringComparer.OrdinalIgnoreCase) && !s_taken.Contains(singular))
            {
                aliases[field.Name] = singular;
            }
        }

        return aliases;
    }
}
