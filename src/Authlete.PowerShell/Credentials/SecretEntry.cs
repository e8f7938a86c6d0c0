using System.Collections;

namespace Authlete.PowerShell.Credentials;

/// <summary>An entry of a vault as it was before it is written.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Exists">Whether there is one of that name.</param>
/// <param name="Content">What it holds; null if there is none.</param>
/// <param name="Metadata">Its metadata; null for none.</param>
internal sealed record SecretEntry(string Name, bool Exists, object? Content, Hashtable? Metadata)
{
    /// <summary>Shows nothing of the content.</summary>
    public override string ToString() => Name;
}
