using System.Linq;

namespace Authlete.Benchmarks;

/// <summary>A line of the results: the module against its rival in the same run.</summary>
/// <param name="Comparison">The comparison.</param>
/// <param name="Module">The module's figures.</param>
/// <param name="Rival">The rival's figures.</param>
internal sealed record Row(Comparison Comparison, Measurement Module, Measurement Rival)
{
    /// <summary>The median of the ratios of consecutive measurements, because other load on the computer affects both.</summary>
    public double Ratio { get; } = new Measurement([.. Module.InOrder.Zip(Rival.InOrder, (module, rival) => module / rival)]).Median;

    public bool HasLimit => Comparison is not { RatioLimit: null, TimesQuicker: null, Limit: null };

    public bool IsWithinLimits =>
        !(Ratio > Comparison.RatioLimit) && !(1 / Ratio < Comparison.TimesQuicker) && !(Module.Median > Comparison.Limit);
}
