using System.Collections.Generic;

namespace Authlete.Benchmarks;

/// <summary>A line of the results before it was measured.</summary>
/// <param name="Name">What is measured.</param>
/// <param name="Unit">The unit of both sides.</param>
/// <param name="Module">The name of the module's series of figures.</param>
/// <param name="Rival">The name of the rival's.</param>
internal sealed record Comparison(string Name, string Unit, string Module, string Rival)
{
    /// <summary>How many times the rival's figure the module's may be; null for no limit.</summary>
    public double? RatioLimit { get; init; }

    /// <summary>How many times quicker than its rival the module is to be; null for no limit.</summary>
    public double? TimesQuicker { get; init; }

    /// <summary>What the module's median may be; null for no limit.</summary>
    public double? Limit { get; init; }

    public Row ToRow(IReadOnlyDictionary<string, List<double>> series) =>
        new(this, new Measurement(series[Module]), new Measurement(series[Rival]));
}
