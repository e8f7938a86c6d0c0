using System;
using System.Linq;
using System.Management.Automation;
using System.Runtime.CompilerServices;

namespace Authlete.PowerShell.Binding;

/// <summary>The object that an identifier was read from. The engine hands a cmdlet the identifier only, and what is done with it may depend on the object.</summary>
/// <param name="ModelName">The name of the object's type if it is one of this module's; null for any other object.</param>
/// <param name="Source">The object.</param>
internal sealed record IdentifierOrigin(string? ModelName, PSObject Source)
{
    private const string OwnNamespace = "Authlete.";

    // What the engine puts before the name of a type: in jobs and files, and for objects that Select-Object made.
    private static readonly string[] s_prefixes = ["CSV:", "Deserialized.", "Selected."];

    private static readonly ConditionalWeakTable<string, IdentifierOrigin> s_origins = new();

    /// <summary>Notes where an identifier comes from.</summary>
    /// <returns>The identifier, as an instance that no other has.</returns>
    public static string Remember(string identifier, PSObject source)
    {
        var own = new string(identifier.ToCharArray());
        s_origins.Add(own, new IdentifierOrigin(FindModelName(source), source));
        return own;
    }

    /// <summary>The origin of an identifier; null if it was not read from an object.</summary>
    public static IdentifierOrigin? Find(string identifier) => s_origins.TryGetValue(identifier, out var origin) ? origin : null;

    /// <summary>The name of an object's type if it is one of this module's, as it was before it went through a job, a file or Select-Object; else null.</summary>
    public static string? FindModelName(PSObject source)
    {
        var name = source.TypeNames.FirstOrDefault() ?? "";
        while (s_prefixes.FirstOrDefault(prefix => name.StartsWith(prefix, StringComparison.Ordinal)) is { } found)
        {
            name = name.Substring(found.Length);
        }

        // What stands after it says how one object is shown.
        name = name.Split('#')[0];
        return name.StartsWith(OwnNamespace, StringComparison.Ordinal) ? name.Substring(name.LastIndexOf('.') + 1) : null;
    }
}
