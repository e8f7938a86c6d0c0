using System;
using System.Collections.Generic;

namespace Authlete.Generator.Code;

/// <summary>The completers of parameters whose values the server lists.</summary>
internal static class Completers
{
    private static readonly Dictionary<string, string> s_byName = new(StringComparer.Ordinal)
    {
        ["clientId"] = "ClientIdCompleter",
        ["clientIdentifier"] = "ClientIdCompleter",
        ["requestableScopes"] = "ScopeCompleter",
        ["scopes"] = "ScopeCompleter",
        ["serviceApiKey"] = "ServiceApiKeyCompleter",
    };

    /// <summary>The attribute that names the completer; null if there is none.</summary>
    public static string? Find(PropertyFacts field) =>
        s_byName.TryGetValue(field.Name, out var completer) ? $"[ArgumentCompleter(typeof({completer}))]" : null;
}
