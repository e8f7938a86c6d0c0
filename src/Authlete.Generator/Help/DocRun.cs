using System;

namespace Authlete.Generator.Help;

/// <summary>A stretch of text within a block.</summary>
/// <param name="Target">Where it leads: an address, or the name of a cmdlet.</param>
internal sealed record DocRun(string Text, bool IsCode = false, string? Target = null)
{
    public bool IsAddress => Target is not null && Target.Contains("://", StringComparison.Ordinal);

    /// <summary>For a console: an address has to be readable there.</summary>
    public string PlainText => IsAddress && Target != Text ? $"{Text} ({Target})" : Text;
}
