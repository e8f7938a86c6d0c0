namespace Authlete.PowerShell.Completion;

/// <summary>A candidate for completion.</summary>
/// <param name="Text">The text to insert.</param>
/// <param name="Name">The name to show in the list, which can be typed instead.</param>
/// <param name="ToolTip">A description that contains no secret.</param>
internal sealed record Candidate(string Text, string Name, string ToolTip);
