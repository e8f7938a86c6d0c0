using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;

namespace Authlete.Benchmarks;

/// <summary>Work that is measured: the module's way and others', in one script that both sides of the results show.</summary>
/// <param name="Name">What <c>--only</c> selects it by.</param>
/// <param name="Script">The script that measures.</param>
/// <param name="Explanation">What it does, as Markdown.</param>
/// <param name="Comparisons">What is compared.</param>
internal sealed record Scenario(string Name, string Script, string Explanation, IReadOnlyList<Comparison> Comparisons)
{
    /// <summary>How many fresh processes measure each side; 0 if one process measures all sides in rounds.</summary>
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
