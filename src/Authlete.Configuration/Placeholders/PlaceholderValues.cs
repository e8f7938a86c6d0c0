using System;
using System.Collections;
using System.Collections.Generic;

namespace Authlete.Configuration.Placeholders;

/// <summary>Provides the values of placeholders. Reads each value once.</summary>
/// <param name="variables">The variables of the caller.</param>
/// <param name="readSecret">Reads an entry of a vault, or of any vault if the name is null; returns null if there is none.</param>
internal sealed class PlaceholderValues(IDictionary? variables, Func<string?, string, string?>? readSecret)
{
    private readonly Dictionary<string, object?> _secrets = new(StringComparer.Ordinal);

    /// <summary>Returns the value of a placeholder; null if there is none.</summary>
    public object? Find(Placeholder placeholder) =>
        placeholder.Source switch
        {
            PlaceholderSource.Variable => FindVariable(placeholder.Name),
            PlaceholderSource.Environment => Environment.GetEnvironmentVariable(placeholder.Name),
            PlaceholderSource.Secret => FindSecret(placeholder.Name),
            _ => null,
        };

    /// <summary>Explains why a placeholder has no value, and how to fix it.</summary>
    public static string Explain(Placeholder placeholder) =>
        placeholder.Source switch
        {
            PlaceholderSource.Variable => $"-Variable has no {placeholder.Name}",
            PlaceholderSource.Environment => $"the environment variable {placeholder.Name} isn't set",
            PlaceholderSource.Secret => $"no vault contains the entry {placeholder.Name}",
            _ => "that isn't a placeholder (write $${ for a literal ${)",
        };

    private object? FindVariable(string name)
    {
        foreach (DictionaryEntry entry in variables ?? new Hashtable())
        {
            if (string.Equals(entry.Key.ToString(), name, StringComparison.OrdinalIgnoreCase))
            {
                return entry.Value;
            }
        }

        return null;
    }

    private object? FindSecret(string name)
    {
        if (!_secrets.TryGetValue(name, out var value))
        {
            var slash = name.IndexOf('/');
            value = slash < 0 ? readSecret?.Invoke(null, name) : readSecret?.Invoke(name.Substring(0, slash), name.Substring(slash + 1));
            _secrets[name] = value;
        }

        return value;
    }
}
