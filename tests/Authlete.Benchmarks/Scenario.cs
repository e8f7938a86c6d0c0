using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;

namespace Authlete.Benchmarks;

/// <summary>Work to measure, with the module and without it, in one script.</summary>
/// <param name="Name">The name for <c>--only</c>.</param>
/// <param name="Script">The script that measures.</param>
/// <param name="Explanation">A description in Markdown.</param>
/// <param name="Comparisons">The comparisons.</param>
internal sealed record Scenario(string Name, string Script, string Explanation, IReadOnlyList<Comparison> Comparisons)
{
    /// <summary>The number of new processes that measure each side; 0 if one process measures all sides in rounds.</summary>
    public int Processes { get; init; }

    public async Task<IReadOnlyList<Row>> RunAsync(PowerShellProcess process)
    {
        var series = new Dictionary<string, List<double>>();
        if (Processes == 0)
        {
            await process.RunAsync(this, "", series);
        }

        string[] sides = [.. Comparisons.SelectMany(comparison => (string[])[comparison.Module, comparison.Rival]).Distinct()];
        for (var i = Processes == 0 ? 0 : -1; i < Processes; i++)
        {
            Array.Reverse(sides);
            foreach (var side in sides)
            {
                // The first round fills the disk cache.
                await process.RunAsync(this, side, i < 0 ? [] : series);
            }
        }

        return [.. Comparisons.Select(comparison => comparison.ToRow(series))];
    }
}
