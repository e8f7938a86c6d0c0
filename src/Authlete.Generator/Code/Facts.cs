using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;

namespace Authlete.Generator.Code;

/// <summary>The facts of the API from the data file.</summary>
internal sealed record Facts(
    string Version,
    string BasePath,
    IReadOnlyList<OperationFacts> Operations,
    IReadOnlyDictionary<string, SchemaFacts> Schemas,
    IReadOnlyDictionary<string, EnumFacts> Enums,
    IReadOnlyDictionary<string, string> PathValues,
    IReadOnlyDictionary<string, IReadOnlyList<string>> RequestParameters,
    IReadOnlyList<SettingsFacts> Settings,
    IReadOnlyList<CmdletFacts> Cmdlets
)
{
    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web);

    public static Facts Read(string path) =>
        JsonSerializer.Deserialize<Facts>(File.ReadAllText(path), s_options) ?? throw new InvalidDataException("No facts in " + path);

    public OperationFacts Operation(string id) => Operations.Single(operation => operation.Id == id);

    /// <summary>The schemas in requests, whose properties can be set.</summary>
    public IReadOnlySet<string> RequestSchemas() => Reachable(Operations.Select(operation => operation.Request).OfType<string>());

    /// <summary>The schemas that cmdlets write or accept as parameters. Cmdlets create requests themselves.</summary>
    public IReadOnlySet<string> PublicSchemas()
    {
        var written = Reachable(
            Operations.Where(operation => operation.Method != "DELETE").Select(operation => operation.Response).OfType<string>()
        );
        var requests = Operations.Select(operation => operation.Request).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return Reachable(written.Concat(RequestSchemas().Where(schema => !requests.Contains(schema))));
    }

    /// <summary>Schemas, and those of their properties at any depth.</summary>
    public IReadOnlySet<string> Reachable(IEnumerable<string> schemas)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<string>(schemas);
        while (open.TryDequeue(out var name))
        {
            if (found.Add(name))
            {
                foreach (var property in Schemas[name].Properties.Where(property => Schemas.ContainsKey(property.ItemType)))
                {
                    open.Enqueue(property.ItemType);
                }
            }
        }

        return found;
    }
}

/// <param name="AnswersFor">The members of the response, one of which contains the ID in the path.</param>
/// <param name="Mutates">Whether it changes data in Authlete.</param>
internal sealed record OperationFacts(
    string Id,
    string Method,
    string Path,
    string Credential,
    string SafeToRepeat,
    string Summary,
    string? Request = null,
    string? Response = null,
    string? Document = null,
    IReadOnlyList<int>? Statuses = null,
    IReadOnlyList<string>? SuccessActions = null,
    bool OwnerAllowed = false,
    bool EmptyBody = false,
    IReadOnlyList<PropertyFacts>? Query = null,
    IReadOnlyList<RepeatConditionFacts>? RepeatUnless = null,
    IReadOnlyList<string>? Required = null,
    IReadOnlyList<string>? AnswersFor = null,
    bool Mutates = false
)
{
    /// <summary>The names in the path template.</summary>
    public IReadOnlyList<string> PathNames => [.. Path.Split('/').Where(part => part.StartsWith('{')).Select(part => part[1..^1])];
}

/// <summary>The field, form parameter, or value that makes a request unsafe to repeat.</summary>
internal sealed record RepeatConditionFacts(string Field, string? Parameter = null, string? Value = null);

/// <param name="Required">The members that a response must contain.</param>
internal sealed record SchemaFacts(
    string Summary,
    IReadOnlyList<PropertyFacts> Properties,
    string? Identity = null,
    IReadOnlyList<string>? Required = null
);

/// <param name="Embedded">The content of a string: json.</param>
/// <param name="JsonArray">Whether that JSON is an array.</param>
/// <param name="Secret">Whether the value is a secret.</param>
/// <param name="Nullable">Whether a required member can be null.</param>
/// <param name="List">The meaning of the order in a list: ordered, set, or keyed: and the member that identifies an item.</param>
/// <param name="Reported">Whether the server reports the value and ignores it in requests.</param>
/// <param name="Default">The value that the server writes if a request doesn't contain the field, other than false, 0, or no value.</param>
/// <param name="State">Whether the value can be sent, but records what happened to the object and isn't configuration.</param>
/// <param name="Assigned">The value that the server assigns if a request doesn't contain the field; {apiKey} is the API key of the service.</param>
internal sealed record PropertyFacts(
    string Name,
    string Type,
    string Summary,
    bool Required = false,
    bool ReadOnly = false,
    string? Unit = null,
    string? Embedded = null,
    bool JsonArray = false,
    bool Secret = false,
    string? List = null,
    bool Nullable = false,
    bool Reported = false,
    JsonElement? Default = null,
    bool State = false,
    string? Assigned = null,
    IReadOnlyList<string>? Since = null
)
{
    public bool IsArray => Type.StartsWith("array<", StringComparison.Ordinal);

    public string ItemType => IsArray ? Type[6..^1] : Type;

    /// <summary>The kind of JSON value.</summary>
    public string Kind =>
        IsArray ? (Nullable ? "ListOrNull" : "List")
        : Type == "boolean" ? "Boolean"
        : Type.StartsWith("integer", StringComparison.Ordinal) || Type == "number" ? "Number"
        : "Text";

    public bool IsTime => Unit is "epoch-milliseconds" or "epoch-seconds";

    public string PascalName => char.ToUpperInvariant(Name[0]) + Name[1..];
}

internal sealed record EnumFacts(string Summary, IReadOnlyList<string> Values, IReadOnlyList<string>? Later = null);

/// <summary>A cmdlet that calls one operation.</summary>
/// <param name="Position">The fields that bind by position.</param>
/// <param name="Pipeline">The fields that bind by property name.</param>
/// <param name="ByValue">The fields that bind the piped object itself.</param>
/// <param name="Mandatory">The fields that are mandatory although the API doesn't require them.</param>
/// <param name="Aliases">Other names of a field's parameter.</param>
/// <param name="Omit">The fields that the cmdlet fills in itself.</param>
/// <param name="Change">The action and target of the confirmation prompt. {clientId} is that parameter, {*} the values of the request.</param>
internal sealed record CmdletFacts(
    string Class,
    string Area,
    string Operation,
    IReadOnlyList<string>? Position = null,
    IReadOnlyList<string>? Pipeline = null,
    IReadOnlyList<string>? ByValue = null,
    IReadOnlyList<string>? Mandatory = null,
    IReadOnlyList<string>? Omit = null,
    IReadOnlyList<string>? Change = null,
    string? ContinuesWith = null,
    IReadOnlyDictionary<string, IReadOnlyList<string>>? Aliases = null
)
{
    /// <summary>Whether Booleans are settings, which can stay unchanged, instead of switches.</summary>
    public bool IsSettings => Class.StartsWith("New", StringComparison.Ordinal) || Class.StartsWith("Set", StringComparison.Ordinal);
}

/// <summary>The fields of a configuration object, shared by the cmdlets that create and change it.</summary>
internal sealed record SettingsFacts(
    string Class,
    string Area,
    string Schema,
    string Noun,
    string Id,
    string Name,
    string Create,
    string Read,
    string Update
);
