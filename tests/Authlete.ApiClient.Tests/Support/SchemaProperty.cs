using System;

namespace Authlete.ApiClient.Tests.Support;

/// <summary>A member of a schema.</summary>
internal sealed record SchemaProperty(string Name, string Type, string? Unit = null, string? Embedded = null, bool ReadOnly = false)
{
    public bool IsArray => Type.StartsWith("array<", StringComparison.Ordinal);

    public string ItemType => IsArray ? Type[6..^1] : Type;

    public bool IsTime => Unit is "epoch-milliseconds" or "epoch-seconds";

    /// <summary>Whether the value is an object or a list of objects.</summary>
    public bool IsStructure => ItemType == "object" || ApiFacts.Schemas.ContainsKey(ItemType);
}
