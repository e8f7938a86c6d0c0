using System.Linq;

namespace Authlete.Benchmarks;

/// <summary>A line of the results: the module against its rival in the same run.</summary>
/// <param name="Name">What was measured.</param>
/// <param name="Unit">The unit of both.</param>
/// <param name="Module">The module's figures.</param>
/// <param name="Rival">Its rival's.</param>
/// <param name="RatioLimit">How many times its rival's figure the module's may be; null for no limit.</param>
/// <param name="Limit">What the module's median may be; null for no limit.</param>
internal sealed record Row(string Name, string Unit, Measurement Module, Measurement Rival, double? RatioLimit = null, double? Limit = null)
{
    /// <summary>The median of the ratios of neighbours, which were measured one after the other: what else the machine does hits both.</summary>
    public double Ratio { get; } = new Measurement([.. Module.InOrder.Zip(Rival.InOrder, (module, rival) => module / rival)]).Median;

    public bool IsWithinLimits => !(Ratio > RatioLimit) && !(Module.Median > Limit);
}
