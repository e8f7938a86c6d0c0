using System.Collections.Generic;

namespace Authlete.Generator.Pages;

/// <summary>The colors of a chart, for light and dark pages.</summary>
internal sealed record ChartPalette(string Name, string Text, string Muted, string Bar, string Slower)
{
    public static IReadOnlyList<ChartPalette> All { get; } =
    [new("light", "#1f2328", "#59636e", "#1a7f37", "#9a6700"), new("dark", "#f0f6fc", "#9198a1", "#3fb950", "#d29922")];
}
