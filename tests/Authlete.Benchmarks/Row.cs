namespace Authlete.Benchmarks;

/// <summary>A line of the results: the module against its rival in the same run.</summary>
/// <param name="Name">What was measured.</param>
/// <param name="Unit">The unit of both.</param>
/// <param name="Module">The module's figures.</param>
/// <param name="Rival">Its rival's.</param>
/// <param name="RatioLimit">How many times its rival's median the module's may be; null for no limit.</param>
/// <param name="Limit">What the module's median may be; null for no limit.</param>
internal sealed record Row(string Name, string Unit, Measurement Module, Measurement Rival, double? RatioLimit = null, double? Limit = null)
{
    public double Ratio => Module.Median / Rival.Median;

    public bool IsWithinLimits => !(Ratio > RatioLimit) && !(Module.Median > Limit);
}
