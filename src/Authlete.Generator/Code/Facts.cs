using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;

namespace Authlete.Generator.Code;

/// <summary>The API's facts, as the data file holds them.</summary>
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

    /// <summary>The schemas that requests are made of: what they hold can be set.</summary>
    public IReadOnlySet<string> RequestSchemas() => Reachable(Operations.Select(operation => operation.Request).OfType<string>());

    /// <summary>The schemas that cmdlets write, and those that their parameters take. Requests are made by the cmdlets themselves.</summary>
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

/// <param name="AnswersFor">The members of the answer, one of which holds the id in the path.</param>
/// <param name="Mutates">Whether it changes what Authlete keeps.</param>
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

/// <summary>What in a request makes it unsafe to send it again: a field, a form parameter in it, or its value.</summary>
internal sealed record RepeatConditionFacts(string Field, string? Parameter = null, string? Value = null);

/// <param name="Required">Of an answer: the members that it must have to count as one.</param>
internal sealed record SchemaFacts(
    string Summary,
    IReadOnlyList<PropertyFacts> Properties,
    string? Identity = null,
    IReadOnlyList<string>? Required = null
);

/// <param name="Embedded">What a text holds: json.</param>
/// <param name="JsonArray">Whether that JSON is an array.</param>
/// <param name="Secret">Whether the value is a secret.</param>
/// <param name="Nullable">Whether a required member may be null.</param>
/// <param name="List">What the order of a list means: ordered, set, or keyed: and the member that identifies an item.</param>
/// <param name="Reported">Whether the server reports the value and ignores what is sent for it.</param>
/// <param name="Default">What the server writes if nothing is sent, other than false, 0 or nothing.</param>
/// <param name="State">Whether the value can be sent, but says what became of the object: it is no configuration.</param>
/// <param name="Assigned">The value that the server assigns if nothing is sent; {apiKey} is the API key of the service.</param>
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

    /// <summary>What kind of JSON value it is.</summary>
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
/// <param name="Position">The fields that are taken by position.</param>
/// <param name="Pipeline">The fields that bind by property name.</param>
/// <param name="ByValue">The fields that bind the piped object itself.</param>
/// <param name="Mandatory">The fields that are mandatory though the API doesn't demand them.</param>
/// <param name="Aliases">Other names of a field's parameter.</param>
/// <param name="Omit">The fields that the cmdlet fills in itself.</param>
/// <param name="Change">What is asked before it is done: the action and what it is done to. {clientId} is that parameter, {*} the values of the request.</param>
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
    /// <summary>Whether Booleans are settings, which can be left as they are, rather than switches.</summary>
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
