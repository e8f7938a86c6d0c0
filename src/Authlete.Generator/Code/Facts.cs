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
    IReadOnlyList<CmdletFacts> Cmdlets)
{
    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web);

    public static Facts Read(string path) =>
        JsonSerializer.Deserialize<Facts>(File.ReadAllText(path), s_options) ?? throw new InvalidDataException("No facts in " + path);

    /// <summary>The schemas that requests are made of: what they hold can be set.</summary>
    public IReadOnlySet<string> RequestSchemas()
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<string>(Operations.Select(operation => operation.Request).OfType<string>());
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
    bool OwnerAllowed = false);

internal sealed record SchemaFacts(string Summary, IReadOnlyList<PropertyFacts> Properties);

internal sealed record PropertyFacts(
    string Name,
    string Type,
    string Summary,
    bool Required = false,
    bool ReadOnly = false,
    string? Unit = null,
    string? Embedded = null,
    IReadOnlyList<string>? Since = null)
{
    public bool IsArray => Type.StartsWith("array<", StringComparison.Ordinal);

    public string ItemType => IsArray ? Type[6..^1] : Type;

    public bool IsTime => Unit is "epoch-milliseconds" or "epoch-seconds";

    public string PascalName => char.ToUpperInvariant(Name[0]) + Name[1..];
}

internal sealed record EnumFacts(string Summary, IReadOnlyList<string> Values, IReadOnlyList<string>? Later = null);

internal sealed record CmdletFacts(
    string Class,
    string Area,
    string Operation,
    IReadOnlyList<string>? Position = null,
    IReadOnlyList<string>? Pipeline = null,
    IReadOnlyList<string>? ByValue = null);
