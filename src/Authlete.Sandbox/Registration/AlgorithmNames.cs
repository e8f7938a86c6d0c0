using System;
using System.Collections.Generic;
using System.Linq;
using Authlete.Sandbox.Services;

namespace Authlete.Sandbox.Registration;

/// <summary>The names of JOSE algorithms (RFC 7518), which the API writes without punctuation.</summary>
internal static class AlgorithmNames
{
    private static readonly Dictionary<string, string> s_standard = DiscoveryDocument
        .Algorithms.Append("none")
        .ToDictionary(Flattened, name => name, StringComparer.Ordinal);

    /// <summary>The API's name. Unknown text stays, and is refused when the fields are checked.</summary>
    public static string ToApi(string name) => s_standard.ContainsValue(name) ? Flattened(name) : name;

    public static string FromApi(string name) => s_standard.GetValueOrDefault(name, name);

    private static string Flattened(string name) => name == "EdDSA" ? name : name.Replace('-', '_').Replace('+', '_').ToUpperInvariant();
}
