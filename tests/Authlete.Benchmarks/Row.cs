using System.Linq;

namespace Authlete.Benchmarks;

/// <summary>A line of the results: the module against its rival in the same run.</summary>
/// <param name="Comparison">What was measured.</param>
/// <param name="Module">The module's figures.</param>
/// <param name="Rival">Its rival's.</param>
internal sealed record Row(Comparison Comparison, Measurement Module, Measurement Rival)
{
    /// <summary>The median of the ratios of neighbours, which were measured one after the other: what else the machine does hits both.</summary>
    public double Ratio { get; } = new Measurement([.. Module.InOrder.Zip(Rival.InOrder, (module, rival) => module / rival)]).Median;

    public bool HasLimit => Comparison is not { RatioLimit: null, TimesQuicker: null, Limit: null };

    public bool IsWithinLimits =>
        !(Ratio > Comparison.RatioLimit) && !(1 / Ratio < Comparison.TimesQuicker) && !(Module.Median > Comparison.Limit);
}
