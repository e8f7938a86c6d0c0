using System;
using System.Linq;
using System.Management.Automation;
using System.Runtime.CompilerServices;

namespace Authlete.PowerShell.Binding;

/// <summary>The object that an identifier was read from. The engine binds only the identifier, but some cmdlets also need the object.</summary>
/// <param name="ModelName">The name of the object's type if it is one of this module's; otherwise null.</param>
/// <param name="Source">The object.</param>
internal sealed record IdentifierOrigin(string? ModelName, PSObject Source)
{
    private const string OwnNamespace = "Authlete.";

    // Prefixes that the engine adds to type names of deserialized objects and of objects from Select-Object.
    private static readonly string[] s_prefixes = ["CSV:", "Deserialized.", "Selected."];

    private static readonly ConditionalWeakTable<string, IdentifierOrigin> s_origins = new();

    /// <summary>Records the origin of an identifier.</summary>
    /// <returns>The identifier as a new string instance, by which <see cref="Find"/> recognizes it.</returns>
    public static string Remember(string identifier, PSObject source)
    {
        var unique = new string(identifier.ToCharArray());
        s_origins.Add(unique, new IdentifierOrigin(FindModelName(source), source));
        return unique;
    }

    /// <summary>Returns the origin of an identifier; null if it was not read from an object.</summary>
    public static IdentifierOrigin? Find(string identifier) => s_origins.TryGetValue(identifier, out var origin) ? origin : null;

    /// <summary>Returns the name of an object's original type if it is one of this module's, also for deserialized or selected objects; otherwise null.</summary>
    public static string? FindModelName(PSObject source)
    {
        var name = source.TypeNames.FirstOrDefault() ?? "";
        while (s_prefixes.FirstOrDefault(prefix => name.StartsWith(prefix, StringComparison.Ordinal)) is { } found)
        {
            name = name.Substring(found.Length);
        }

        // The part after it selects a view of the object.
        name = name.Split('#')[0];
        return name.StartsWith(OwnNamespace, StringComparison.Ordinal) ? name.Substring(name.LastIndexOf('.') + 1) : null;
    }
}
