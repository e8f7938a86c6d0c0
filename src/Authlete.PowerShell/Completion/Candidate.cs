namespace Authlete.PowerShell.Completion;

/// <summary>What Tab can offer.</summary>
/// <param name="Text">What is inserted.</param>
/// <param name="Name">What is shown in the list, and can be typed instead.</param>
/// <param name="ToolTip">A description; never a secret.</param>
internal sealed record Candidate(string Text, string Name, string ToolTip);
