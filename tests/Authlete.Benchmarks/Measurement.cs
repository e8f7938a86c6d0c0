using System.Collections.Generic;
using System.Linq;

namespace Authlete.Benchmarks;

/// <summary>Repeated measurements in one unit.</summary>
internal sealed class Measurement(IReadOnlyList<double> values)
{
    private readonly double[] _values = [.. values.Order()];

    /// <summary>The figures in the order of measurement.</summary>
    public IReadOnlyList<double> InOrder => values;

    public double Median =>
        _values.Length % 2 == 1 ? _values[_values.Length / 2] : (_values[(_values.Length / 2) - 1] + _values[_values.Length / 2]) / 2;

    public double Least => _values[0];

    public double Most => _values[^1];

    public int Count => _values.Length;
}
