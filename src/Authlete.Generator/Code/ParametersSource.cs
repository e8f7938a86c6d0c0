using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace Authlete.Generator.Code;

/// <summary>The parameters of a cmdlet that mirror the fields of its request, and how they become the request.</summary>
internal sealed class ParametersSource
{
    private static readonly Dictionary<string, string> s_listAttributes = new(StringComparer.Ordinal)
    {
        ["array<Pair>"] = "PairList",
        ["array<TaggedValue>"] = "TaggedValueList",
        ["array<Property>"] = "PropertyList",
        ["AuthorizationDetails"] = "AuthorizationDetailsList",
    };

    private static readonly string[] s_secretAttributes = ["[SecretText]", "[AccessTokenText]"];

    private readonly Facts _facts;
    private readonly CmdletFacts _cmdlet;
    private readonly IReadOnlyList<PropertyFacts> _fields;
    private readonly Dictionary<string, string> _aliases;

    public ParametersSource(Facts facts, CmdletFacts cmdlet, IReadOnlyList<PropertyFacts> fields)
    {
        (_facts, _cmdlet, _fields) = (facts, cmdlet, fields);
        var names = fields.Select(field => field.PascalName).ToList();
        var clashes = ParameterNames.FindClashes(names);
        if (clashes.Count > 0)
        {
            throw new InvalidDataException($"{cmdlet.Class}: {string.Join(", ", clashes)} is a parameter already.");
        }

        _aliases = ParameterNames.FindAliases(fields, names, cmdlet);
    }

    public void WriteAll(CodeWriter code)
    {
        foreach (var field in _fields)
        {
            WriteParameter(code, field);
            if (field.Name == "clientCertificate")
            {
                code.Summary(
                    "The file that contains the client's certificate, in PEM or DER format. Specify it in place of ClientCertificate."
                );
                code.Line("[Parameter]");
                code.Line("[ValidateNotNullOrEmpty]");
                code.Line("public string? ClientCertificateFile { get; set; }").Line();
            }
        }
    }

    /// <summary>Copies the parameters that were specified into the request.</summary>
    public void WriteFill(CodeWriter code, IEnumerable<PropertyFacts> fields)
    {
        foreach (var field in fields)
        {
            if (IsContinuation(field))
            {
                // Always there, or the call would not be made; it may come from an object.
                code.Line($"request.{field.PascalName} = {Value(field)};").Line();
                continue;
            }

            code.Line($"if (IsBound(nameof({field.PascalName})))");
            code.Block(set => set.Line($"request.{field.PascalName} = {Value(field)};")).Line();
            if (field.Name == "clientCertificate")
            {
                code.Line("if (ClientCertificateFile is not null)");
                code.Block(set =>
                        set.Line("request.ClientCertificate = ReadCertificateFile(ClientCertificateFile, nameof(ClientCertificate));")
                    )
                    .Line();
            }
        }
    }

    private bool IsMandatory(PropertyFacts field) => field.Required || _cmdlet.Mandatory?.Contains(field.Name) == true;

    private bool IsByValue(PropertyFacts field) => _cmdlet.ByValue?.Contains(field.Name) == true;

    /// <summary>Whether the field continues an earlier response; see <c>ContinuationCmdlet</c>.</summary>
    private bool IsContinuation(PropertyFacts field) => field.Name == _cmdlet.ContinuesWith;

    private void WriteParameter(CodeWriter body, PropertyFacts field)
    {
        var pipeline = _cmdlet.Pipeline?.Contains(field.Name) == true;
        var byValue = IsByValue(field);
        var position = _cmdlet.Position is { } positions ? positions.ToList().IndexOf(field.Name) : -1;
        var arguments = new List<string>();
        if (IsMandatory(field))
        {
            arguments.Add("Mandatory = true");
        }

        if (position >= 0)
        {
            arguments.Add("Position = " + position);
        }

        if (byValue || (pipeline && IsIdentifier(field)))
        {
            arguments.Add("ValueFromPipeline = true");
        }

        if (pipeline || byValue)
        {
            arguments.Add("ValueFromPipelineByPropertyName = true");
        }

        body.Summary(field.Summary + Note(field) + ModelSource.Since(field));
        if (IsContinuation(field))
        {
            // A piped object binds even without the value, so that the error can say what came.
            var place = position >= 0 ? ", Position = " + position : "";
            body.Line($"[Parameter(ParameterSetName = ByName, Mandatory = true{place})]");
            body.Line($"[Parameter(ParameterSetName = ByObject{place}, ValueFromPipelineByPropertyName = true)]");
            body.Line("[AllowNull]");
            body.Line("[AllowEmptyString]");
        }
        else
        {
            body.Line(arguments.Count > 0 ? $"[Parameter({string.Join(", ", arguments)})]" : "[Parameter]");
        }

        if (_aliases.TryGetValue(field.Name, out var alias))
        {
            body.Line($"[Alias({alias})]");
        }

        if (_cmdlet.Mandatory?.Contains(field.Name) == true && field.IsArray)
        {
            body.Line("[AllowNull]");
            body.Line("[AllowEmptyCollection]");
        }

        foreach (var attribute in Attributes(field))
        {
            body.Line(attribute);
        }

        if (Completers.Find(field) is { } completer)
        {
            body.Line(completer);
        }

        body.Line($"public {Type(field)} {field.PascalName} {{ get; set; }}").Line();
    }

    private IEnumerable<string> Attributes(PropertyFacts field)
    {
        if (_facts.Enums.ContainsKey(field.ItemType))
        {
            yield return $"[ApiValue(typeof({field.ItemType}))]";
            yield return $"[ArgumentCompleter(typeof(ValueCompleter<{field.ItemType}>))]";
        }
        else if (s_listAttributes.TryGetValue(field.Type, out var list))
        {
            yield return $"[{list}]";
        }
        else if (_facts.Schemas.ContainsKey(field.ItemType))
        {
            yield return $"[Model(typeof({field.ItemType}){(field.IsArray ? ", list: true" : "")})]";
        }
        else if (field.Name == "parameters")
        {
            yield return "[AllowEmptyString]";
            yield return $"[FormParameters(typeof({RequestType}))]";
        }
        else if (IsCertificate(field))
        {
            yield return "[CertificateText]";
        }
        else if (field.Embedded == "json")
        {
            yield return field.JsonArray ? "[JsonArrayText]" : "[JsonObjectText]";
        }
        else if (IsByValue(field))
        {
            yield return "[AccessTokenText]";
            yield return "[NotEmpty]";
        }
        else if (IsSecret(field))
        {
            yield return "[SecretText]";
            if (IsMandatory(field))
            {
                yield return "[NotEmpty]";
            }
        }
        else if (field.IsTime)
        {
            yield return field.Unit == "epoch-seconds" ? "[EpochTime(seconds: true)]" : "[EpochTime(seconds: false)]";
        }
        else if (field.Unit == "seconds")
        {
            yield return "[Seconds]";
        }
        else if (IsIdentifier(field))
        {
            var others = ParameterNames.PipelineAliases[field.Name];
            yield return $"[Identifier({string.Join(", ", others.Select(other => $"\"{char.ToLowerInvariant(other[0]) + other[1..]}\"").Prepend($"\"{field.Name}\""))})]";
        }
        else if (field.ItemType == "string")
        {
            yield return field.IsArray ? "[Text(list: true)]" : "[Text]";
        }
        else if (field.Type.StartsWith("integer", StringComparison.Ordinal))
        {
            yield return "[Number]";
        }
        else if (field.Type == "boolean" && _cmdlet.IsSettings)
        {
            yield return "[Flag]";
            yield return "[ArgumentCompleter(typeof(FlagCompleter))]";
        }
    }

    /// <summary>A nested object: the parameter's members are merged into the present ones.</summary>
    private bool IsNestedObject(PropertyFacts field) => _facts.Schemas.ContainsKey(field.Type) && !s_listAttributes.ContainsKey(field.Type);

    private static bool IsIdentifier(PropertyFacts field) =>
        ParameterNames.PipelineAliases.ContainsKey(field.Name) && field.Type == "string";

    private static bool IsCertificate(PropertyFacts field) =>
        field.Name is "clientCertificate" or "clientCertificatePath" or "trustedRootCertificates";

    private static bool IsSecret(PropertyFacts field) => field is { Type: "string", Secret: true };

    /// <summary>The type that contains the parameters of the request.</summary>
    private string RequestType => RequestParametersSource.NameFor(_facts.Operation(_cmdlet.Operation).Request!);

    /// <summary>Whether the value can be or contain a SecureString: logs and traces of the engine must not show its text.</summary>
    private bool IsSecretText(PropertyFacts field) => field.Name == "parameters" || Attributes(field).Any(s_secretAttributes.Contains);

    private string Note(PropertyFacts field) =>
        field switch
        {
            _ when IsNestedObject(field) => " Specify a dictionary of the members to set. The other members stay as they are.",
            { Name: "parameters" } =>
                " Specify the raw query string or form body, a URL with a query, or a dictionary, which the cmdlet form-encodes.",
            _ when IsCertificate(field) => " Specify PEM text or X509Certificate2 objects.",
            { JsonArray: true } => " Specify JSON text or an array.",
            { Embedded: "json" } => " Specify JSON text, a dictionary or an object.",
            { IsTime: true, Unit: "epoch-seconds" } =>
                " Specify a time, as text with an offset such as 2030-01-31T10:00:00Z, or seconds since 1970-01-01 UTC.",
            { IsTime: true } =>
                " Specify a time, as text with an offset such as 2030-01-31T10:00:00Z, or milliseconds since 1970-01-01 UTC.",
            { Unit: "seconds" } => " Specify a number or a TimeSpan.",
            { Type: "array<Pair>" } => " Specify a dictionary, or if keys repeat, an array of @{ key = 'k'; value = 'v' }.",
            { Type: "array<TaggedValue>" } => " Specify a dictionary of language tags and texts.",
            { Type: "array<Property>" } => " Specify a dictionary, or an array of @{ key = 'k'; value = 'v'; hidden = $true }.",
            { Type: "AuthorizationDetails" } => " Specify an array of objects as in RFC 9396.",
            _ when IsSecret(field) => " Specify a string or a SecureString.",
            _ => "",
        };

    private string Type(PropertyFacts field)
    {
        var item = field.ItemType;
        if (field.IsTime)
        {
            return "DateTimeOffset?";
        }

        if (_facts.Schemas.ContainsKey(item))
        {
            return field.IsArray ? item + "[]?" : item + "?";
        }

        return (field.IsArray, item) switch
        {
            _ when field.Name == "parameters" => RequestType + "?",
            _ when IsSecretText(field) => "SecretText?",
            (true, _) => "string[]?",
            (_, "boolean") => _cmdlet.IsSettings ? "bool?" : "SwitchParameter",
            (_, "integer:int32") => "int?",
            (_, "integer:int64") => "long?",
            _ => "string?",
        };
    }

    private string Value(PropertyFacts field) =>
        field switch
        {
            { Type: "boolean" } when !_cmdlet.IsSettings => field.PascalName + ".ToBool()",
            _ when IsSecretText(field) => field.PascalName + "?.Reveal()",
            { IsArray: false } when IsNestedObject(field) => $"ModelReader.Merge({field.PascalName}, request.{field.PascalName})",
            _ => field.PascalName,
        };
}
