using System.Collections;

namespace Authlete.PowerShell.Credentials;

/// <summary>A vault entry before it is overwritten.</summary>
/// <param name="Name">The name.</param>
/// <param name="Exists">Whether the entry exists.</param>
/// <param name="Content">The content; null if the entry doesn't exist.</param>
/// <param name="Metadata">The metadata; null for none.</param>
internal sealed record SecretEntry(string Name, bool Exists, object? Content, Hashtable? Metadata)
{
    /// <summary>Returns the name, and nothing of the content.</summary>
    public override string ToString() => Name;
}
