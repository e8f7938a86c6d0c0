using System.Collections.Generic;

namespace Authlete.Benchmarks;

/// <summary>A line of the results before the measurement.</summary>
/// <param name="Name">The work to measure.</param>
/// <param name="Unit">The unit of both sides.</param>
/// <param name="Module">The name of the module's series of figures.</param>
/// <param name="Rival">The name of the rival's series of figures.</param>
internal sealed record Comparison(string Name, string Unit, string Module, string Rival)
{
    /// <summary>The maximum ratio of the module's figure to the rival's; null for no limit.</summary>
    public double? RatioLimit { get; init; }

    /// <summary>The minimum factor by which the module must be quicker; null for no limit.</summary>
    public double? TimesQuicker { get; init; }

    /// <summary>The maximum of the module's median; null for no limit.</summary>
    public double? Limit { get; init; }

    public Row ToRow(IReadOnlyDictionary<string, List<double>> series) =>
        new(this, new Measurement(series[Module]), new Measurement(series[Rival]));
}
